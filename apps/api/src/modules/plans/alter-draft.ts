import type { Plan } from "@passerelle/contracts/plans";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Text } from "../../core/text.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { alterPlan, type Tell } from "./change-plan.ts";
import { draftOf, type KeptChange } from "./draft.ts";
import { refuseRows } from "./refuse-rows.ts";
import type { DraftedPlan } from "./stored-plan.ts";

/** The way of whoever takes changes out of a cohort's draft, or puts them back. */
export function alterDraft(
  ctx: Ctx,
  cohortId: string,
  ifMatch: IfMatch,
  alter: (ctx: Ctx, plan: DraftedPlan, tell: Tell) => Promise<void>,
): Promise<Plan> {
  return alterPlan(
    ctx,
    async () => ({ cohortId: (await findCohort(ctx, cohortId)).id }),
    ifMatch,
    async (ctx, plan, tell) => {
      authorize(canManageCohort(ctx.actor, plan.cohort), whyCancelled);
      await alter(ctx, plan, tell);
    },
  );
}

/**
 * Refuses a draft of other changes than a plan has: when one that made sense no longer would (`detail`), or when half-days
 * would be in the way of others where they were not (409, T1).
 */
export async function refuseDraft(
  ctx: Ctx,
  plan: DraftedPlan,
  changes: readonly KeptChange[],
  detail: Text,
): Promise<void> {
  const after = draftOf(plan.draft.published, changes);
  const overtaken = new Set(plan.draft.changes.filter(({ applies }) => !applies).map(({ id }) => id));
  const isBroken = after.changes.some(({ id, applies }) => !applies && !overtaken.has(id));
  if (isBroken) throw new ApiError("illegal_move", { detail });
  await refuseRows(ctx, plan, plan.rows, after.rows);
}
