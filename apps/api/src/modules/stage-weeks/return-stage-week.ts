import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import type { Ctx } from "../../core/ctx.ts";
import { post } from "../../core/outbox.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { moveStageWeek } from "./move-stage-week.ts";
import { canDecideWeek } from "./stage-weeks.policy.ts";
import type { StageWeekRow } from "./stage-weeks.queries.ts";

/** Returns a week to its trainee: a draft again, with the reason; its hours are no longer declared. */
export function returnStageWeek(
  ctx: Ctx,
  stageWeekId: string,
  { reason }: { readonly reason: string },
  ifMatch: IfMatch,
): Promise<StageWeek> {
  return moveStageWeek(ctx, stageWeekId, ifMatch, (ctx) => ({
    move: "return",
    ability: (row) => canDecideWeek(ctx.actor, row, "return"),
    need: "required",
    to: "draft",
    data: { returnedReason: reason, submittedAt: null },
    reason,
    afterwards: tellTrainee,
  }));
}

async function tellTrainee(ctx: Ctx, { id, enrolment }: StageWeekRow): Promise<void> {
  const { user } = enrolment.person;
  if (user === null || user.deactivatedAt !== null) return;
  await post(ctx, "stage-week-returned", { stageWeekId: id });
}
