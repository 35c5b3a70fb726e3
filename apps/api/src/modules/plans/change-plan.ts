import type { Plan } from "@passerelle/contracts/plans";
import type { Ctx } from "../../core/ctx.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import { append, type EventInput } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { findCohort, lockCohort } from "../cohorts/cohorts.queries.ts";
import { overlapError } from "./plan-faults.ts";
import { presentPlan } from "./plans.present.ts";
import { loadPlan, type StoredPlan } from "./stored-plan.ts";

/** The event that tells a change; its cohort is added, since the part it names may be gone one day. */
type PlanEvent = EventInput & { readonly to: object };

/**
 * The way of every change to part of a plan: find the part (404), lock its cohort, compare the version (428, 412), do
 * the change, raise the version, tell the event, answer the plan. A change the database refuses as an overlap is a 409.
 */
export async function changePlan(
  ctx: Ctx,
  find: () => Promise<{ cohortId: string }>,
  ifMatch: IfMatch,
  change: (ctx: Ctx, stored: StoredPlan) => Promise<PlanEvent>,
): Promise<Plan> {
  const { cohortId } = await find();
  try {
    return await transaction(ctx, async (ctx) => {
      const stored = await loadPlan(ctx, await lockCohort(ctx, cohortId));
      await checkVersion(ifMatch, "required", stored.cohort.version, () => presentPlan(ctx, stored));
      const event = await change(ctx, stored);
      await ctx.db.cohort.update({ where: { id: cohortId }, data: { version: { increment: 1 } } });
      await append(ctx, { ...event, to: { ...event.to, cohortId } });
      return presentPlan(ctx, await loadPlan(ctx, await findCohort(ctx, cohortId)));
    });
  } catch (error) {
    if (violatedConstraint(error) === "half_day_cohort_no_overlap") throw overlapError([]); // T1
    throw error;
  }
}
