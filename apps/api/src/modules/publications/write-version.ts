import type { Ctx } from "../../core/ctx.ts";
import { nowColumn } from "../../core/civil-day.ts";
import { type PlanRows, writeRows } from "../plans/plan-rows.ts";
import { changeBetween } from "../plans/row-changes.ts";

/** What a version is published with. */
interface Publication {
  readonly number: number;
  readonly eventId: string;
  readonly note: string | null;
}

/** The number that a cohort's next version gets; its row is locked. */
export async function nextNumber(ctx: Ctx, cohortId: string): Promise<number> {
  const { _max: latest } = await ctx.db.planVersion.aggregate({ where: { cohortId }, _max: { number: true } });
  return (latest.number ?? 0) + 1;
}

/**
 * Makes a cohort's published plan, `from`, that of `to`: its rows, the version, and what the version makes of each
 * half-day that differs. All in the caller's transaction.
 */
export async function writeVersion(
  ctx: Ctx,
  cohortId: string,
  from: PlanRows,
  to: PlanRows,
  { number, eventId, note }: Publication,
): Promise<void> {
  await writeRows(ctx, cohortId, from, to);
  const { gapReason } = to;
  await ctx.db.planVersion.create({
    data: { cohortId, number, publishedAt: nowColumn(ctx), eventId, gapReason, note },
  });
  const after = new Map(to.halfDays.map((row) => [row.id, row]));
  const revised = (changeBetween(from, to)?.halfDays ?? []).map(({ id }) => ({ id, row: after.get(id) ?? null }));
  await ctx.db.$executeRaw`
    insert into half_day_revision (half_day_id, cohort_id, number, sequence, row)
    select revised.id, ${cohortId}::uuid, ${number}::int,
      coalesce((select max(sequence) + 1 from half_day_revision where half_day_id = revised.id), 0),
      nullif(revised.row, 'null')
    from jsonb_to_recordset(${JSON.stringify(revised)}::jsonb) as revised(id uuid, row jsonb)`;
}

/** The changes of a cohort's draft become the version's; what was undone of it can no longer be done again. */
export async function closeDraft(ctx: Ctx, cohortId: string, number: number): Promise<void> {
  await ctx.db.planChange.updateMany({ where: { cohortId, state: "drafted" }, data: { state: "published", number } });
  await ctx.db.planChange.updateMany({ where: { cohortId, state: "undone" }, data: { state: "discarded" } });
}
