import type { InputOf } from "@passerelle/contracts/http";
import type { PlanProposal, planProposalCreate } from "@passerelle/contracts/plans";
import { longestEnd, MOST_YEARS } from "@passerelle/domain/cohort/check-cohort";
import { proposePlan as propose, type Proposal, type RefusalCause } from "@passerelle/domain/planning/propose-plan";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { text } from "../../core/wording.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { causeText, skippedMonthText } from "./cause-texts.ts";
import { holidayNames } from "./holiday-names.ts";
import { presentProof } from "./plans.present.ts";
import { loadPlan, type StoredPlan } from "./stored-plan.ts";

/** A whole plan for a cohort, or 422 with the arithmetic that fails; nothing is stored. */
export async function proposePlan(
  ctx: Ctx,
  cohortId: string,
  body: InputOf<typeof planProposalCreate>["body"],
): Promise<PlanProposal> {
  const cohort = await findCohort(ctx, cohortId);
  authorize(canManageCohort(ctx.actor, cohort), whyCancelled);
  const notBefore = body.notBefore ?? fromColumn(cohort.startsOn);
  const notAfter = body.notAfter ?? fromColumn(cohort.endsOn);
  checkSpan(notBefore, notAfter);
  const stored = await loadPlan(ctx, cohort);
  const proposal = propose(stored.shape, {
    titleInForce: stored.calendar.titleInForce,
    holidayZone: stored.calendar.holidayZone,
    closures: [...stored.calendar.closures, ...body.closures],
    notBefore,
    notAfter,
    skipMonths: body.skipMonths,
    weekdays: body.weekdays,
  });
  if (proposal.outcome === "refused") throw impossible(proposal.causes);
  return present(ctx, stored, proposal);
}

/** A search goes through every day between the bounds, and nothing else is served meanwhile: they lie no further apart than a cohort's days. */
function checkSpan(notBefore: string, notAfter: string): void {
  const latest = longestEnd(notBefore);
  if (notAfter <= latest) return;
  const detail = text(({ day }) => ({
    fr: `Du ${day(notBefore)} au ${day(notAfter)}, il y a plus de ${MOST_YEARS} ans. Rapprochez ces deux jours : avec ce début, la fin vient le ${day(latest)} au plus tard.`,
    en: `From ${day(notBefore)} to ${day(notAfter)} is more than ${MOST_YEARS} years. Bring the two days closer: with this beginning, the end is on ${day(latest)} at the latest.`,
  }));
  const facts = { notBefore, notAfter, latest, mostYears: MOST_YEARS };
  throw new ApiError("request_invalid", {
    detail,
    errors: [{ pointer: "/notAfter", code: "too_long", detail, facts }],
  });
}

function impossible(causes: readonly RefusalCause[]): ApiError {
  const errors = causes.map((cause) => ({
    pointer: pointerOf(cause),
    code: cause.code,
    detail: causeText(cause),
    facts: cause.facts,
  }));
  const noRoom = causes.find((cause) => cause.code === "no_room");
  return new ApiError("plan_impossible", {
    detail: {
      fr: errors.map(({ detail }) => detail.fr).join(" "),
      en: errors.map(({ detail }) => detail.en).join(" "),
    },
    errors,
    ...(noRoom && { facts: noRoom.facts }),
  });
}

/** Bounds are the body's; the rest is the programme's own arithmetic. */
function pointerOf(cause: RefusalCause): string {
  return cause.code === "no_room" || cause.code === "bounds_reversed" || cause.code === "outside_title"
    ? "/notAfter"
    : "";
}

function present(ctx: Ctx, stored: StoredPlan, proposal: Proposal): PlanProposal {
  const { holidays, closures } = proposal.avoided;
  const avoided = [
    ...holidays.map(({ code, day }) => ({ code, from: day, to: day, label: holidayNames[code][ctx.locale] })),
    ...closures.map(({ from, to, label }) => ({ code: "closure", from, to, label: label ?? "" })),
  ];
  return {
    outcome: proposal.outcome,
    plan: proposal.plan,
    proof: presentProof(ctx, stored.programme, proposal.proof),
    unmet: [],
    skippedMonths: proposal.skippedMonths.map((skipped) => ({
      ...skipped,
      detail: skippedMonthText(skipped)[ctx.locale],
    })),
    avoided: avoided.toSorted((a, b) => a.from.localeCompare(b.from)),
  };
}
