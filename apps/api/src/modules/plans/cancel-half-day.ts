import type { Plan } from "@passerelle/contracts/plans";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changePlan } from "./change-plan.ts";
import { halfDayToChange } from "./plans.policy.ts";
import { findHalfDay } from "./plans.queries.ts";

/**
 * Cancels a half-day with its reason: its minutes are due again, and the proof says so. A gap adopted before was of
 * other hours: nobody said why for these (domain §4).
 */
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
      const { id, gapReason } = stored.cohort;
      if (gapReason !== null) await ctx.db.cohort.update({ where: { id }, data: { gapReason: null } });
      const place = { day: fromColumn(row.day), slot: row.slot, blockCode: row.block?.code ?? null };
      const from = gapReason === null ? place : { ...place, gapReason };
      return { type: "half-day.cancelled", entityId: row.id, from, to: { reason }, effectiveOn: place.day };
    },
  );
}
