import type { Plan } from "@passerelle/contracts/plans";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changePlan } from "./change-plan.ts";
import { halfDayToChange } from "./plans.policy.ts";
import { findHalfDay } from "./plans.queries.ts";

/** Cancels a half-day with its reason: its minutes are due again, and the proof says so. */
export function cancelHalfDay(
  ctx: Ctx,
  halfDayId: string,
  { reason }: { reason: string },
  ifMatch: IfMatch,
): Promise<Plan> {
  return changePlan(
    ctx,
    () => findHalfDay(ctx, halfDayId),
    ifMatch,
    async (ctx, stored) => {
      const row = halfDayToChange(ctx.actor, stored, halfDayId);
      await ctx.db.halfDay.update({ where: { id: row.id }, data: { state: "cancelled", cancelledReason: reason } });
      const from = { day: fromColumn(row.day), slot: row.slot, blockCode: row.block?.code ?? null };
      return { type: "half-day.cancelled", entityId: row.id, from, to: { reason }, effectiveOn: from.day };
    },
  );
}
