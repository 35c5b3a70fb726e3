import type { Plan } from "@passerelle/contracts/plans";
import type { Ctx } from "../../core/ctx.ts";
import { append, type EventInput } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { findCohort, lockCohort } from "../cohorts/cohorts.queries.ts";
import { recordChange } from "./plan-changes.ts";
import type { PlanRows } from "./plan-rows.ts";
import { presentPlan } from "./plans.present.ts";
import { changeBetween } from "./row-changes.ts";
import { type DraftedPlan, loadDraftedPlan } from "./stored-plan.ts";

/** The event that tells a change; its cohort is added, since the part it names may be gone one day. */
export type PlanEvent = EventInput & { readonly to: object };

/** Raises the plan's version and tells the event; answers the event's identifier. */
export type Tell = (event: PlanEvent) => Promise<string>;

/** What a command makes of a plan: its rows as they become, and the event that tells it. */
export interface MadeChange {
  readonly rows: PlanRows;
  readonly event: PlanEvent;
}

/**
 * The way of every change to a plan: find what changes (404), lock its cohort, compare the version (428, 412), and keep
 * what the command makes of the drafted rows as one more change of the draft. Nobody but its referents sees it before it
 * is published. A command that changes nothing (null) leaves the version, and no event.
 */
export function changePlan(
  ctx: Ctx,
  find: () => Promise<{ cohortId: string }>,
  ifMatch: IfMatch,
  change: (ctx: Ctx, plan: DraftedPlan) => Promise<MadeChange | null>,
): Promise<Plan> {
  return alterPlan(ctx, find, ifMatch, async (ctx, plan, tell) => {
    const made = await change(ctx, plan);
    const difference = made && changeBetween(plan.rows, made.rows);
    if (made && difference) await recordChange(ctx, plan.cohort.id, difference, await tell(made.event));
  });
}

/** The same for what is no change of its own: undoing, doing again, giving up, publishing. */
export async function alterPlan(
  ctx: Ctx,
  find: () => Promise<{ cohortId: string }>,
  ifMatch: IfMatch,
  alter: (ctx: Ctx, plan: DraftedPlan, tell: Tell) => Promise<void>,
): Promise<Plan> {
  const { cohortId } = await find();
  return transaction(ctx, async (ctx) => {
    const plan = await loadDraftedPlan(ctx, await lockCohort(ctx, cohortId));
    await checkVersion(ifMatch, "required", plan.cohort.version, () => presentPlan(ctx, plan));
    await alter(ctx, plan, async (event) => {
      await ctx.db.cohort.update({ where: { id: cohortId }, data: { version: { increment: 1 } } });
      return append(ctx, { ...event, to: { ...event.to, cohortId } });
    });
    return presentPlan(ctx, await loadDraftedPlan(ctx, await findCohort(ctx, cohortId)));
  });
}
