import type { Plan } from "@passerelle/contracts/plans";
import type { Ctx } from "../../core/ctx.ts";
import { append, type EventInput } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { findCohort, lockCohort } from "../cohorts/cohorts.queries.ts";
import { namingOverlaps } from "./overlaps.ts";
import { recordChange } from "./plan-changes.ts";
import { planRowsOf } from "./plan-rows.ts";
import { presentPlan } from "./plans.present.ts";
import { loadPlan, type StoredPlan } from "./stored-plan.ts";

/** The event that tells a change; its cohort is added, since the part it names may be gone one day. */
export type PlanEvent = EventInput & { readonly to: object };

/** Raises the plan's version and tells the event; answers the event's identifier. */
export type Tell = (event: PlanEvent) => Promise<string>;

/**
 * The way of every change to a plan: find what changes (404), lock its cohort, compare the version (428, 412), do the
 * change, raise the version, tell the event, keep what differs so that it can be undone, answer the plan. A change that
 * says it changed nothing (null) leaves the version, and no event.
 */
export function changePlan(
  ctx: Ctx,
  find: () => Promise<{ cohortId: string }>,
  ifMatch: IfMatch,
  change: (ctx: Ctx, stored: StoredPlan) => Promise<PlanEvent | null>,
): Promise<Plan> {
  return alterPlan(ctx, find, ifMatch, async (ctx, stored, tell) => {
    const { id: cohortId } = stored.cohort;
    const before = await planRowsOf(ctx, cohortId);
    const event = await change(ctx, stored);
    if (event !== null) await recordChange(ctx, cohortId, before, await tell(event));
  });
}

/** The same without keeping the difference: for undoing and doing again, which use what was kept. */
export async function alterPlan(
  ctx: Ctx,
  find: () => Promise<{ cohortId: string }>,
  ifMatch: IfMatch,
  alter: (ctx: Ctx, stored: StoredPlan, tell: Tell) => Promise<void>,
): Promise<Plan> {
  const { cohortId } = await find();
  return namingOverlaps(ctx, () =>
    transaction(ctx, async (ctx) => {
      const stored = await loadPlan(ctx, await lockCohort(ctx, cohortId));
      await checkVersion(ifMatch, "required", stored.cohort.version, () => presentPlan(ctx, stored));
      await alter(ctx, stored, async (event) => {
        await ctx.db.cohort.update({ where: { id: cohortId }, data: { version: { increment: 1 } } });
        return append(ctx, { ...event, to: { ...event.to, cohortId } });
      });
      return presentPlan(ctx, await loadPlan(ctx, await findCohort(ctx, cohortId)));
    }),
  );
}
