import type { InputOf } from "@passerelle/contracts/http";
import type { planEdit } from "@passerelle/contracts/plan-edits";
import type { Plan } from "@passerelle/contracts/plans";
import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { changePlan } from "./change-plan.ts";
import { editHalfDays } from "./edit-half-days.ts";
import { editedFacts } from "./edited-facts.ts";
import type { HalfDayEdit } from "./half-day-edits.ts";

export type EditBody = InputOf<typeof planEdit>["body"];

/** Changes several half-days of a plan at once: their day and slot, block and competencies, trainer, room. */
export function editPlan(ctx: Ctx, cohortId: string, body: EditBody, ifMatch: IfMatch): Promise<Plan> {
  return changePlan(
    ctx,
    async () => ({ cohortId: (await findCohort(ctx, cohortId)).id }),
    ifMatch,
    async (ctx, stored) => {
      authorize(canManageCohort(ctx.actor, stored.cohort), whyCancelled);
      const { edited, rows } = await editHalfDays(ctx, stored, editsIn(body), body.overrideReason);
      if (edited.length === 0) return null;
      const { from, to } = await editedFacts(ctx, stored, edited);
      const event = {
        type: "plan.edited",
        entityId: cohortId,
        from: { halfDays: from },
        to: { halfDays: to },
      } as const;
      return { rows, event };
    },
  );
}

/** The edits of a body, each with its place in it. */
export function editsIn({ halfDays }: EditBody): HalfDayEdit[] {
  return halfDays.map((edit, index) => ({ ...edit, pointerOf: (field) => `/halfDays/${index}/${field}` }));
}
