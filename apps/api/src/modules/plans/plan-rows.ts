import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";

/** A half-day as a plan holds it, every column of it: what drafts change, versions keep and publishing writes. */
export const planRow = z.strictObject({
  id: z.uuid(),
  sessionId: z.uuid().nullable(),
  kind: z.enum(["teaching", "exam"]),
  day: z.iso.date(),
  slot: z.enum(["am", "pm"]),
  /** Local times, `YYYY-MM-DDTHH:MM`. */
  startsAt: z.string(),
  endsAt: z.string(),
  blockId: z.uuid().nullable(),
  trainerId: z.uuid().nullable(),
  roomId: z.uuid().nullable(),
  remote: z.boolean(),
  state: z.enum(["planned", "held", "locked", "cancelled"]),
  cancelledReason: z.string().nullable(),
  overrideReason: z.string().nullable(),
  replacesId: z.uuid().nullable(),
  /** Sorted. */
  competencyIds: z.array(z.uuid()),
});
export type PlanRow = z.infer<typeof planRow>;

/** Every half-day of a plan, and why its hours do not add up where they do not. */
export const planRows = z.strictObject({ halfDays: z.array(planRow), gapReason: z.string().nullable() });
export type PlanRows = z.infer<typeof planRows>;

/** Makes the rows of a cohort's plan, `from`, those of `to`: what differs is written, in the caller's transaction. */
export async function writeRows(ctx: Ctx, cohortId: string, from: PlanRows, to: PlanRows): Promise<void> {
  const isOf = (rows: PlanRows) => new Map(rows.halfDays.map((row) => [row.id, JSON.stringify(inOrder(row))]));
  const [before, after] = [isOf(from), isOf(to)];
  const changed = to.halfDays.filter(({ id }) => before.get(id) !== after.get(id));
  const gone = from.halfDays.filter(({ id }) => !after.has(id));
  const [had, has] = [sessionsOf(from), sessionsOf(to)];
  const added = [...has.difference(had)].map((id) => ({ id, cohortId }));
  if (added.length > 0) await ctx.db.session.createMany({ data: added });
  await ctx.db.halfDayCompetency.deleteMany({
    where: { halfDayId: { in: [...gone, ...changed].map(({ id }) => id) } },
  });
  await ctx.db.halfDay.deleteMany({ where: { id: { in: gone.map(({ id }) => id) } } });
  await upsert(ctx, cohortId, changed);
  await ctx.db.session.deleteMany({ where: { cohortId, id: { in: [...had.difference(has)] } } });
  if (from.gapReason !== to.gapReason) {
    await ctx.db.cohort.update({ where: { id: cohortId }, data: { gapReason: to.gapReason } });
  }
}

/** All in one statement, after which the database checks that nothing overlaps: two may change places. */
async function upsert(ctx: Ctx, cohortId: string, halfDays: readonly PlanRow[]): Promise<void> {
  const rows = JSON.stringify(halfDays);
  await ctx.db.$executeRaw`
    insert into half_day (id, cohort_id, session_id, kind, day, slot, starts_at, ends_at, block_id, trainer_id, room_id,
      remote, state, cancelled_reason, override_reason, replaces_id)
    select id, ${cohortId}::uuid, "sessionId", kind, day, slot, "startsAt", "endsAt", "blockId", "trainerId", "roomId",
      remote, state, "cancelledReason", "overrideReason", "replacesId"
    from jsonb_to_recordset(${rows}::jsonb)
      as wanted(id uuid, "sessionId" uuid, kind half_day_kind, day date, slot slot, "startsAt" timestamp,
        "endsAt" timestamp, "blockId" uuid, "trainerId" uuid, "roomId" uuid, remote boolean, state half_day_state,
        "cancelledReason" text, "overrideReason" text, "replacesId" uuid)
    on conflict (id) do update set session_id = excluded.session_id, kind = excluded.kind, day = excluded.day,
      slot = excluded.slot, starts_at = excluded.starts_at, ends_at = excluded.ends_at, block_id = excluded.block_id,
      trainer_id = excluded.trainer_id, room_id = excluded.room_id, remote = excluded.remote, state = excluded.state,
      cancelled_reason = excluded.cancelled_reason, override_reason = excluded.override_reason,
      replaces_id = excluded.replaces_id`;
  await ctx.db.$executeRaw`
    insert into half_day_competency (half_day_id, block_id, competency_id)
    select row.id, row."blockId", competency.id::uuid
    from jsonb_to_recordset(${rows}::jsonb) as row(id uuid, "blockId" uuid, "competencyIds" jsonb),
      jsonb_array_elements_text(row."competencyIds") as competency(id)`;
}

function sessionsOf({ halfDays }: PlanRows): Set<string> {
  return new Set(halfDays.flatMap(({ sessionId }) => sessionId ?? []));
}

/** The columns in one order, so that two rows can be compared by their text. */
function inOrder(row: PlanRow): unknown[] {
  return columns.map((column) => row[column]);
}

export const columns = Object.keys(planRow.shape) as (keyof PlanRow)[]; // as: the shape's own keys
