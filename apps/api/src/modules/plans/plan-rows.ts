import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";

/** A half-day's row, every column of it, with its competencies: exactly what is put back. */
const halfDayRow = z.looseObject({
  id: z.uuid(),
  cohort_id: z.uuid(),
  day: z.iso.date(),
  slot: z.enum(["am", "pm"]),
  starts_at: z.string(),
  ends_at: z.string(),
  trainer_id: z.uuid().nullable(),
  room_id: z.uuid().nullable(),
  state: z.enum(["planned", "held", "locked", "cancelled"]),
  competencies: z.array(z.uuid()),
});

/** The rows of a plan, or those of them that a change made differ; `gapReason` only where that differs. */
export const planRows = z.object({
  halfDays: z.array(halfDayRow),
  sessions: z.array(z.uuid()),
  gapReason: z.string().nullable().optional(),
});
export type PlanRows = z.infer<typeof planRows>;

/** Every row of a cohort's plan, as it is stored. */
export async function planRowsOf(ctx: Ctx, cohortId: string): Promise<PlanRows> {
  const [row] = await ctx.db.$queryRaw<unknown[]>`
    select gap_reason as "gapReason",
      array(select id::text from session where cohort_id = cohort.id order by id) as sessions,
      (
        select coalesce(jsonb_agg(to_jsonb(h) || jsonb_build_object('competencies', (
          select coalesce(jsonb_agg(competency_id order by competency_id), '[]')
          from half_day_competency where half_day_id = h.id)) order by h.id), '[]')
        from half_day h where h.cohort_id = cohort.id
      ) as "halfDays"
    from cohort where id = ${cohortId}::uuid`;
  return planRows.parse(row);
}

/** What differs between two states of a plan's rows, on either side; null when nothing does. */
export function differenceOf(before: PlanRows, after: PlanRows): { before: PlanRows; after: PlanRows } | null {
  const isChanged = before.gapReason !== after.gapReason;
  const only = (side: PlanRows, other: PlanRows): PlanRows => {
    const byId = new Map(other.halfDays.map((row) => [row.id, row]));
    return {
      halfDays: side.halfDays.filter((row) => !isDeepStrictEqual(row, byId.get(row.id))),
      sessions: side.sessions.filter((id) => !other.sessions.includes(id)),
      ...(isChanged && { gapReason: side.gapReason ?? null }),
    };
  };
  const difference = { before: only(before, after), after: only(after, before) };
  const { halfDays, sessions } = { halfDays: idsIn(difference), sessions: sessionsIn(difference) };
  return halfDays.length + sessions.length > 0 || isChanged ? difference : null;
}

/** Whether the rows a change touched are, in a plan, as one of its sides has them. */
export function areAs(now: PlanRows, side: PlanRows, other: PlanRows): boolean {
  const touched = new Set(idsIn({ before: side, after: other }));
  const sessions = new Set(sessionsIn({ before: side, after: other }));
  const byId = (rows: PlanRows["halfDays"]) => rows.toSorted((a, b) => a.id.localeCompare(b.id));
  return (
    isDeepStrictEqual(byId(now.halfDays.filter(({ id }) => touched.has(id))), byId(side.halfDays)) &&
    isDeepStrictEqual(now.sessions.filter((id) => sessions.has(id)).toSorted(), side.sessions.toSorted()) &&
    (side.gapReason === undefined || side.gapReason === now.gapReason)
  );
}

export function idsIn({ before, after }: { before: PlanRows; after: PlanRows }): string[] {
  return [...new Set([...before.halfDays, ...after.halfDays].map(({ id }) => id))];
}

function sessionsIn({ before, after }: { before: PlanRows; after: PlanRows }): string[] {
  return [...before.sessions, ...after.sessions];
}

/** Writes rows back exactly as they were on the side `to`: those only in `from` go, sessions come first and go last. */
export async function putBack(ctx: Ctx, cohortId: string, from: PlanRows, to: PlanRows): Promise<void> {
  const rows = JSON.stringify(to.halfDays);
  const ids = idsIn({ before: from, after: to });
  const kept = new Set(to.halfDays.map(({ id }) => id));
  await ctx.db.session.createMany({ data: to.sessions.map((id) => ({ id, cohortId })) });
  await ctx.db.halfDayCompetency.deleteMany({ where: { halfDayId: { in: ids } } });
  await ctx.db.halfDay.deleteMany({ where: { id: { in: ids.filter((id) => !kept.has(id)) } } });
  await ctx.db.$executeRaw`
    insert into half_day
    select (jsonb_populate_recordset(null::half_day, ${rows}::jsonb)).*
    on conflict (id) do update set cohort_id = excluded.cohort_id, session_id = excluded.session_id,
      kind = excluded.kind, day = excluded.day, slot = excluded.slot, starts_at = excluded.starts_at,
      ends_at = excluded.ends_at, block_id = excluded.block_id, trainer_id = excluded.trainer_id,
      room_id = excluded.room_id, remote = excluded.remote, state = excluded.state,
      cancelled_reason = excluded.cancelled_reason, override_reason = excluded.override_reason,
      replaces_id = excluded.replaces_id`;
  await ctx.db.$executeRaw`
    insert into half_day_competency (half_day_id, block_id, competency_id)
    select row.id, row.block_id, competency.id::uuid
    from jsonb_to_recordset(${rows}::jsonb) as row(id uuid, block_id uuid, competencies jsonb),
      jsonb_array_elements_text(row.competencies) as competency(id)`;
  await ctx.db.session.deleteMany({ where: { cohortId, id: { in: from.sessions } } });
  if (to.gapReason !== undefined) {
    await ctx.db.cohort.update({ where: { id: cohortId }, data: { gapReason: to.gapReason } });
  }
}
