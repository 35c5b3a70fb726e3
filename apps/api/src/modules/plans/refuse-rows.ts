import type { Ctx } from "../../core/ctx.ts";
import { refuseConflicts, type WantedHalfDay } from "./overlaps.ts";
import type { PlanRow, PlanRows } from "./plan-rows.ts";
import { isLive, type StoredPlan } from "./stored-plan.ts";

/**
 * T1: 409 when half-days that differ from one state of a plan to another would be in the way of others. What was in the
 * way already stops nothing: a draft overtaken by another cohort is still undone, and refused when it is published.
 */
export async function refuseRows(ctx: Ctx, { cohort }: StoredPlan, from: PlanRows, to: PlanRows): Promise<void> {
  const before = new Map(from.halfDays.filter(isLive).map((row) => [row.id, row]));
  const live = to.halfDays.filter(isLive);
  const wanted = live.flatMap((row) => wantedAnew(cohort.id, row, before.get(row.id)));
  if (wanted.length > 0) await refuseConflicts(ctx, wanted, live);
}

/** What a row takes up that it did not before. */
function wantedAnew(cohortId: string, row: PlanRow, before: PlanRow | undefined): WantedHalfDay[] {
  const wanted = wantedAs(cohortId, row);
  if (before?.startsAt !== row.startsAt || before.endsAt !== row.endsAt) return [wanted];
  const trainerId = row.trainerId === before.trainerId ? null : row.trainerId;
  const roomId = row.roomId === before.roomId ? null : row.roomId;
  return trainerId === null && roomId === null ? [] : [{ ...wanted, trainerId, roomId }];
}

/** The place that a row takes up. */
export function wantedAs(cohortId: string, row: PlanRow): WantedHalfDay {
  const { id, day, slot, startsAt, endsAt, trainerId, roomId } = row;
  return { id, cohortId, day, slot, startsAt, endsAt, trainerId, roomId, blockCode: null, pointerOf: () => "" };
}
