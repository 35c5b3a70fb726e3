import type { InputOf } from "@passerelle/contracts/http";
import type { Plan } from "@passerelle/contracts/plans";
import type { planPublish } from "@passerelle/contracts/publications";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { alterPlan } from "../plans/change-plan.ts";
import { namingOverlaps } from "../plans/overlaps.ts";
import { refuseRows } from "../plans/refuse-rows.ts";
import { changeBetween } from "../plans/row-changes.ts";
import { nextNumber, writeVersion } from "./write-version.ts";

type Body = InputOf<typeof planPublish>["body"];

/** Publishes a cohort's draft as the next version of its plan, everything checked again, in one transaction (domain §2). */
export function publishPlan(ctx: Ctx, cohortId: string, body: Body, ifMatch: IfMatch): Promise<Plan> {
  return namingOverlaps(ctx, () =>
    alterPlan(
      ctx,
      async () => ({ cohortId: (await findCohort(ctx, cohortId)).id }),
      ifMatch,
      async (ctx, plan, tell) => {
        const { cohort, draft } = plan;
        authorize(canManageCohort(ctx.actor, cohort), whyCancelled);
        if (changeBetween(draft.published, draft.rows) === null)
          throw new ApiError("illegal_move", { detail: nothing });
        await refuseRows(ctx, plan, draft.published, draft.rows);
        const rows = { ...draft.rows, gapReason: body.gapReason ?? draft.rows.gapReason };
        const number = await nextNumber(ctx, cohort.id);
        const note = body.note ?? null;
        const { gapReason } = rows;
        const eventId = await tell({ type: "plan.published", entityId: cohort.id, to: { number, note, gapReason } });
        await writeVersion(ctx, cohort.id, draft.published, rows, { number, eventId, note });
        await ctx.db.planChange.updateMany({
          where: { cohortId: cohort.id, state: "drafted" },
          data: { state: "published", number },
        });
        await ctx.db.planChange.updateMany({
          where: { cohortId: cohort.id, state: "undone" },
          data: { state: "discarded" },
        });
      },
    ),
  );
}

const nothing = {
  fr: "Il n’y a rien à publier : le brouillon ne change rien au planning publié.",
  en: "There is nothing to publish: the draft changes nothing of the published plan.",
};
