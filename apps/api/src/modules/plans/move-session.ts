import type { Plan } from "@passerelle/contracts/plans";
import { moveSession as move } from "@passerelle/domain/planning/move-days";
import { daysOf } from "@passerelle/domain/planning/plan";
import { authorize } from "../../core/ability.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changePlan } from "./change-plan.ts";
import { checkMoved, movedFault, writeMoves } from "./moves.ts";
import { canMoveSession, whyNoLongerPlanned } from "./plans.policy.ts";
import { findSession } from "./plans.queries.ts";
import { isLive, planOf } from "./stored-plan.ts";

/** Moves a session to as many other days, slots and blocks kept; the answer is the plan with its proof. */
export function moveSession(ctx: Ctx, sessionId: string, days: readonly string[], ifMatch: IfMatch): Promise<Plan> {
  return changePlan(
    ctx,
    () => findSession(ctx, sessionId),
    ifMatch,
    async (ctx, stored) => {
      const index = stored.sessions.findIndex(({ id }) => id === sessionId);
      const halfDays = stored.sessions[index]?.halfDays ?? [];
      authorize(canMoveSession(ctx.actor, stored.cohort, halfDays), whyNoLongerPlanned);
      const before = planOf(stored);
      const moved = move(before, index, days);
      if (moved.outcome === "refused") throw movedFault(moved.fault, "/days");
      checkMoved(
        stored,
        moved.plan,
        (sessionIndex) => sessionIndex === index,
        (day) => `/days/${days.indexOf(day)}`,
      );
      const [from, to] = [
        daysOf(before.sessions[index]?.halfDays ?? []),
        daysOf(moved.plan.sessions[index]?.halfDays ?? []),
      ];
      await writeMoves(
        ctx,
        stored,
        halfDays
          .filter(isLive)
          .map((row) => ({ row, day: to[from.indexOf(fromColumn(row.day))] ?? "", slot: row.slot })),
      );
      return { type: "session.moved", entityId: sessionId, from: { days: from }, to: { days: to } };
    },
  );
}
