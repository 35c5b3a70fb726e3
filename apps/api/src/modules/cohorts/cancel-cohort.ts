import type { Cohort } from "@passerelle/contracts/cohorts";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "./cohorts.policy.ts";
import { presentCohort, stateOf } from "./cohorts.present.ts";
import { findCohort, lockCohort } from "./cohorts.queries.ts";

/** Cancels a cohort and its planned half-days with it; a half-day already held forbids it (409). */
export function cancelCohort(
  ctx: Ctx,
  cohortId: string,
  { reason }: { reason: string },
  ifMatch: IfMatch,
): Promise<Cohort> {
  return transaction(ctx, async (ctx) => {
    const row = await lockCohort(ctx, cohortId);
    authorize(canManageCohort(ctx.actor, row), whyCancelled);
    await checkVersion(ifMatch, "accepted", row.version, () => presentCohort(ctx, row));
    const held = await ctx.db.halfDay.count({ where: { cohortId, state: { in: ["held", "locked"] } } });
    if (held > 0) throw alreadyHeld(held);
    const { count } = await ctx.db.halfDay.updateMany({
      where: { cohortId, state: "planned" },
      data: { state: "cancelled", cancelledReason: reason },
    });
    await ctx.db.cohort.update({ where: { id: row.id }, data: { cancelledReason: reason, version: { increment: 1 } } });
    await append(ctx, {
      type: "cohort.cancelled",
      entityId: row.id,
      from: { state: stateOf(ctx, row) },
      to: { state: "cancelled", reason, halfDaysCancelled: count },
    });
    return presentCohort(ctx, await findCohort(ctx, row.id));
  });
}

function alreadyHeld(held: number): ApiError {
  return new ApiError("illegal_move", {
    detail: {
      fr: `${held} demi-journées ont déjà eu lieu : la promotion ne peut plus être annulée. Annulez celles qui restent.`,
      en: `${held} half-days were already held: the cohort can no longer be cancelled. Cancel those that are left.`,
    },
    facts: { held },
  });
}
