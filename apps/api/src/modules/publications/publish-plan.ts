import type { InputOf } from "@passerelle/contracts/http";
import type { Plan } from "@passerelle/contracts/plans";
import type { planPublish } from "@passerelle/contracts/publications";
import { provePlan } from "@passerelle/domain/planning/prove-plan";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { alterPlan, type Tell } from "../plans/change-plan.ts";
import { refuseGapWithoutReason } from "../plans/gap-reason.ts";
import { namingOverlaps } from "../plans/overlaps.ts";
import type { PlanRows } from "../plans/plan-rows.ts";
import { refuseRows } from "../plans/refuse-rows.ts";
import { changeBetween } from "../plans/row-changes.ts";
import { type DraftedPlan, planOf, type StoredPlan, withRows } from "../plans/stored-plan.ts";
import { comparePlans } from "./comparison.ts";
import { concernedBy } from "./concerned-people.ts";
import { refuseFaults, refuseOutdated } from "./obstacles.ts";
import { postTimetables } from "./timetable-published-letter.ts";
import { closeDraft, nextNumber, writeVersion } from "./write-version.ts";

type Body = InputOf<typeof planPublish>["body"];

/**
 * Publishes a cohort's draft as the next version of its plan (domain §2), and tells those it concerns, once: everything
 * is checked again, in one transaction. Refused: changes overtaken meanwhile, what other cohorts took (409), what the
 * rules forbid (422), hours that do not add up without a reason (422).
 */
export function publishPlan(ctx: Ctx, cohortId: string, body: Body, ifMatch: IfMatch): Promise<Plan> {
  return namingOverlaps(ctx, () =>
    alterPlan(
      ctx,
      async () => ({ cohortId: (await findCohort(ctx, cohortId)).id }),
      ifMatch,
      async (ctx, drafted, tell) => {
        authorize(canManageCohort(ctx.actor, drafted.cohort), whyCancelled);
        const published = await withRows(ctx, drafted, drafted.draft.published);
        await refuseOutdated(ctx, drafted);
        if (changeBetween(published.rows, drafted.rows) === null)
          throw new ApiError("illegal_move", { detail: nothing });
        await refuseRows(ctx, drafted, published.rows, drafted.rows);
        refuseFaults(published, drafted);
        const number = await write(ctx, drafted, tell, body);
        const concerned = await concernedBy(ctx, drafted.cohort.id, comparePlans(published, drafted));
        await postTimetables(ctx, { cohortId: drafted.cohort.id, number }, concerned);
      },
    ),
  );
}

/** Hours that add up need no reason, and keep none. */
function withReason(drafted: StoredPlan, { gapReason }: Body): PlanRows {
  const proof = provePlan(drafted.shape, planOf(drafted), drafted.calendar);
  const reason = gapReason ?? drafted.rows.gapReason;
  refuseGapWithoutReason(proof, reason, { fr: "le publier", en: "publish" });
  return { ...drafted.rows, gapReason: proof.exact ? null : reason };
}

async function write(ctx: Ctx, drafted: DraftedPlan, tell: Tell, body: Body): Promise<number> {
  const { id } = drafted.cohort;
  const rows = withReason(drafted, body);
  const number = await nextNumber(ctx, id);
  const { note = null } = body;
  const to = { number, note, gapReason: rows.gapReason };
  const eventId = await tell({ type: "plan.published", entityId: id, to });
  await writeVersion(ctx, id, drafted.draft.published, rows, { number, eventId, note });
  await closeDraft(ctx, id, number);
  return number;
}

const nothing = {
  fr: "Il n’y a rien à publier : le brouillon ne change rien au planning publié.",
  en: "There is nothing to publish: the draft changes nothing of the published plan.",
};
