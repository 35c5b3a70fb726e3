import type { Plan, Slot } from "@passerelle/contracts/plans";
import { moveHalfDay as move } from "@passerelle/domain/planning/move-days";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changePlan } from "./change-plan.ts";
import { checkMoved, movedFault, writeMoves } from "./moves.ts";
import { halfDayToChange } from "./plans.policy.ts";
import { findHalfDay } from "./plans.queries.ts";
import { isLive, planOf } from "./stored-plan.ts";

/** Moves one half-day, of a session or of the exam, to another day or slot. */
export function moveHalfDay(
  ctx: Ctx,
  halfDayId: string,
  to: { day: string; slot: Slot },
  ifMatch: IfMatch,
): Promise<Plan> {
  return changePlan(
    ctx,
    () => findHalfDay(ctx, halfDayId),
    ifMatch,
    async (ctx, stored) => {
      const row = halfDayToChange(ctx.actor, stored, halfDayId);
      const sessionIndex = row.sessionId === null ? null : stored.sessions.findIndex(({ id }) => id === row.sessionId);
      const siblings = sessionIndex === null ? stored.examHalfDays : (stored.sessions[sessionIndex]?.halfDays ?? []);
      const halfDayIndex = siblings.filter(isLive).indexOf(row);
      const moved = move(planOf(stored), { sessionIndex, halfDayIndex }, to.day, to.slot);
      if (moved.outcome === "refused") throw movedFault(moved.fault, "/day");
      const isIt = (index: number | null, day: string, slot: string) =>
        index === sessionIndex && day === to.day && slot === to.slot;
      checkMoved(stored, moved.plan, isIt, () => "/day");
      await writeMoves(ctx, stored, [{ row, ...to }]);
      const from = { day: fromColumn(row.day), slot: row.slot };
      return { type: "half-day.moved", entityId: halfDayId, from, to };
    },
  );
}
