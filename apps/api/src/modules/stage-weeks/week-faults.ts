import { legalMoves } from "@passerelle/domain/path/enrolment-state";
import { legalWeekMoves, type StageWeekMove, type StageWeekState } from "@passerelle/domain/placement/stage-week-state";
import {
  checkWeek,
  type StageDay,
  type SubmissionFault,
  type WeekFault,
} from "@passerelle/domain/placement/check-week";
import type { IsoWeek } from "@passerelle/domain/placement/iso-week";
import type { Ability } from "@passerelle/contracts/common";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { PlacedEnrolment } from "./stage-weeks.queries.ts";
import { weekFaultText, whyNotLogged, whyNotMoved } from "./week-texts.ts";

/** P4: every fault of the days of a week, from the first day of training to today, or to the day the path ended. */
export function weekFaults(
  ctx: Ctx,
  enrolment: PlacedEnrolment,
  week: IsoWeek,
  days: readonly StageDay[],
): WeekFault[] {
  const hasEnded = legalMoves(enrolment.state).length === 0;
  const to = hasEnded ? fromColumn(enrolment.stateSince) : null;
  return checkWeek(week, days, { today: today(ctx), from: fromColumn(enrolment.cohort.startsOn), to });
}

/** 422 with every fault at once, when there is one. */
export function refuseFaults(faults: readonly (WeekFault | SubmissionFault)[]): void {
  if (faults.length === 0) return;
  throw new ApiError("stage_week_invalid", {
    errors: faults.map((fault) => ({ ...fault, detail: weekFaultText(fault) })),
  });
}

/** 403 for whom the week is not theirs to change, in whatever state: it comes before the version, the state after. */
export function refuseOthers(ability: Ability): void {
  if (!ability.allowed && ability.code === "not_allowed") authorize(ability);
}

/** 409, saying why the days of a week cannot be written, and the moves that are legal. */
export function cannotLog(state: StageWeekState, enrolment: PlacedEnrolment): ApiError {
  return new ApiError("illegal_move", {
    detail: whyNotLogged(state, enrolment),
    facts: {
      state,
      enrolmentState: enrolment.state,
      placement: enrolment.placement,
      legalMoves: legalWeekMoves(state),
    },
  });
}

/** 409, saying what the state of a week forbids, and the moves that are legal. */
export function cannotMove(state: StageWeekState, move: StageWeekMove): ApiError {
  return new ApiError("illegal_move", {
    detail: whyNotMoved(state, move),
    facts: { state, legalMoves: legalWeekMoves(state) },
  });
}
