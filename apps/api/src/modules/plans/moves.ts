import type { Slot } from "@passerelle/contracts/plans";
import { checkPlan } from "@passerelle/domain/planning/check-plan";
import type { MoveFault } from "@passerelle/domain/planning/move-days";
import type { HalfDayPath, Plan } from "@passerelle/domain/planning/plan";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { halfDayAt, onePerDay, overlapError, refuseFaults } from "./plan-faults.ts";
import { moveFaultText } from "./plan-fault-texts.ts";
import type { HalfDayRow, StoredPlan } from "./stored-plan.ts";
import { timesOf } from "./write-plan.ts";

/**
 * Refuses what the moved half-days run into: R3, R5 and T1 (422), or another half-day of the cohort (409). What was
 * already wrong elsewhere in the plan does not stop a move.
 */
export function checkMoved(
  stored: StoredPlan,
  moved: Plan,
  isMoved: (sessionIndex: number | null, day: string, slot: Slot) => boolean,
  pointerOfDay: (day: string) => string,
): void {
  const touches = (at: HalfDayPath) => {
    const halfDay = halfDayAt(moved, at);
    return halfDay !== undefined && isMoved(at.sessionIndex, halfDay.day, halfDay.slot);
  };
  const faults = checkPlan(stored.shape, moved, stored.calendar).filter(
    (fault) => touches(fault.at) || (fault.code === "half_day_twice" && touches(fault.facts.first)),
  );
  const taken = faults.filter(({ code }) => code === "half_day_twice");
  // More half-days than a day has slots are too long a day as well: the clash is what to tell.
  const others = faults.filter(
    ({ code }) => code !== "half_day_twice" && !(taken.length > 0 && code === "too_many_minutes_a_day"),
  );
  refuseFaults(onePerDay(others), ({ at }) => pointerOfDay(halfDayAt(moved, at)?.day ?? ""));
  if (taken.length > 0) throw overlapError(taken);
}

export function movedFault(fault: MoveFault, pointer: string): ApiError {
  const detail = moveFaultText(fault);
  return new ApiError("plan_refused", { detail, errors: [{ pointer, code: fault.code, detail, facts: fault.facts }] });
}

interface RowMove {
  readonly row: HalfDayRow;
  readonly day: string;
  readonly slot: Slot;
}

/** Writes all the moves in one statement, after which the database checks that nothing overlaps. */
export async function writeMoves(ctx: Ctx, { programme }: StoredPlan, moves: readonly RowMove[]): Promise<void> {
  const columns = moves.map(({ row, day, slot }) => ({ id: row.id, ...timesOf(programme, day, slot) }));
  const values = JSON.stringify(columns.map((each) => ({ ...each, day: each.day.toISOString().slice(0, 10) })));
  await ctx.db.$executeRaw`
    update half_day set day = moved.day, slot = moved.slot, starts_at = moved."startsAt", ends_at = moved."endsAt"
    from jsonb_to_recordset(${values}::jsonb)
      as moved(id uuid, day date, slot slot, "startsAt" timestamp, "endsAt" timestamp)
    where half_day.id = moved.id`;
}
