import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { moveStageWeek } from "./move-stage-week.ts";
import { canDecideWeek } from "./stage-weeks.policy.ts";

/** Validates a week: its hours count towards the placement (P1), and no longer change (P4). */
export function validateStageWeek(ctx: Ctx, stageWeekId: string, ifMatch: IfMatch): Promise<StageWeek> {
  return moveStageWeek(ctx, stageWeekId, ifMatch, (ctx) => ({
    move: "validate",
    ability: (row) => canDecideWeek(ctx.actor, row, "validate"),
    need: "required",
    to: "validated",
    data: { validatedAt: nowColumn(ctx) },
  }));
}
