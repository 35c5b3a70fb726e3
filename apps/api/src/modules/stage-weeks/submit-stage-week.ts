import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { checkSubmission } from "@passerelle/domain/placement/check-week";
import { weekFromMonday } from "@passerelle/domain/placement/iso-week";
import { fromColumn, nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { moveStageWeek } from "./move-stage-week.ts";
import { canSubmitWeek } from "./stage-weeks.policy.ts";
import { daysLogged } from "./stage-weeks.present.ts";
import type { StageWeekRow } from "./stage-weeks.queries.ts";
import { refuseFaults, weekFaults } from "./week-faults.ts";

/** Submits a draft: its hours are declared, and wait for the referent. */
export function submitStageWeek(ctx: Ctx, stageWeekId: string, ifMatch: IfMatch): Promise<StageWeek> {
  return moveStageWeek(ctx, stageWeekId, ifMatch, (ctx) => ({
    move: "submit",
    ability: (row) => canSubmitWeek(ctx.actor, row),
    need: "accepted",
    check: (row) => checkDays(ctx, row),
    to: "submitted",
    data: { submittedAt: nowColumn(ctx), returnedReason: null },
  }));
}

/** P4 once more: the cohort's dates may have moved since the days were logged. */
function checkDays(ctx: Ctx, row: StageWeekRow): void {
  const days = daysLogged(row);
  const week = weekFromMonday(fromColumn(row.monday));
  refuseFaults([...checkSubmission(days), ...weekFaults(ctx, row.enrolment, week, days)]);
}
