import type { Ctx } from "../../core/ctx.ts";
import { refuseConflicts, type WantedHalfDay } from "./overlaps.ts";
import type { PlanRow, PlanRows } from "./plan-rows.ts";
import { changeBetween } from "./row-changes.ts";
import type { StoredPlan } from "./stored-plan.ts";

/** T1: 409 when half-days that differ from one state of a plan to another would be in the way of others. */
export async function refuseRows(ctx: Ctx, { cohort }: StoredPlan, from: PlanRows, to: PlanRows): Promise<void> {
  const changed = new Set(changeBetween(from, to)?.halfDays.map(({ id }) => id));
  const live = to.halfDays.filter(({ state }) => state !== "cancelled");
  const wanted = live.filter(({ id }) => changed.has(id)).map((row) => wantedAs(cohort.id, row));
  if (wanted.length > 0) await refuseConflicts(ctx, wanted, live);
}

/** The place that a row takes up. */
export function wantedAs(cohortId: string, row: PlanRow): WantedHalfDay {
  const { id, day, slot, startsAt, endsAt, trainerId, roomId } = row;
  return { id, cohortId, day, slot, startsAt, endsAt, trainerId, roomId, blockCode: null, pointerOf: () => "" };
}
