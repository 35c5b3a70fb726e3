import type { InputOf } from "@passerelle/contracts/http";
import type { PlanProposal, planProposalCreate } from "@passerelle/contracts/plans";
import { longestEnd, MOST_YEARS } from "@passerelle/domain/cohort/check-cohort";
import type { PlanBounds } from "@passerelle/domain/planning/plan";
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
import { daysWanted, wishesOf, withOthers } from "./proposal-wishes.ts";
import { remedyText } from "./remedy-texts.ts";
import { loadPlan, type StoredPlan } from "./stored-plan.ts";
import { unmetText } from "./unmet-texts.ts";

type Body = InputOf<typeof planProposalCreate>["body"];

/** A whole plan for a cohort, or 422 with the arithmetic that fails; nothing is stored. */
export async function proposePlan(ctx: Ctx, cohortId: string, body: Body): Promise<PlanProposal> {
  const cohort = await findCohort(ctx, cohortId);
  authorize(canManageCohort(ctx.actor, cohort), whyCancelled);
  const notBefore = body.notBefore ?? fromColumn(cohort.startsOn);
  const notAfter = body.notAfter ?? fromColumn(cohort.endsOn);
  checkSpan(notBefore, notAfter);
  const stored = await loadPlan(ctx, cohort);
  const bounds: PlanBounds = {
    titleInForce: stored.calendar.titleInForce,
    holidayZone: stored.calendar.holidayZone,
    closures: [...stored.calendar.closures, ...body.closures],
    notBefore,
    notAfter,
    skipMonths: body.skipMonths,
    weekdays: body.weekdays,
  };
  const span = { cohortId: cohort.id, titleVersionId: stored.programme.titleVersionId, notBefore, notAfter };
  const wishes = await wishesOf(ctx, stored, body, span);
  const proposal = propose(stored.shape, bounds, wishes);
  if (proposal.outcome === "refused") throw impossible(proposal.causes, body);
  if (daysWanted(proposal.unmet).length === 0) return present(ctx, stored, proposal);
  const more = await withOthers(ctx, stored, span, wishes, proposal.unmet);
  const advised = propose(stored.shape, bounds, more);
  return present(ctx, stored, advised.outcome === "refused" ? proposal : advised);
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

function impossible(causes: readonly RefusalCause[], body: Body): ApiError {
  const errors = causes.map((cause) => ({
    pointer: pointerOf(cause, body),
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

/** Bounds and exam days are the body's; the rest is the programme's own arithmetic. */
function pointerOf(cause: RefusalCause, { examDays = [] }: Body): string {
  switch (cause.code) {
    case "no_room":
    case "bounds_reversed":
    case "outside_title":
      return "/notAfter";
    case "exam_days_count":
    case "exam_days_too_early":
    case "exam_days_too_late":
      return "/examDays";
    case "exam_day_twice":
    case "exam_day_outside":
    case "exam_day_skipped":
    case "exam_day_on_weekend":
    case "exam_day_on_holiday":
    case "exam_day_on_closure":
      return `/examDays/${examDays.lastIndexOf(cause.facts.day)}`;
    default:
      return "";
  }
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
    unmet: proposal.unmet.map((wish) => ({
      code: wish.code,
      facts: wish.facts,
      detail: unmetText(wish)[ctx.locale],
      remedy: remedyText(wish)?.[ctx.locale] ?? null,
    })),
    skippedMonths: proposal.skippedMonths.map((skipped) => ({
      ...skipped,
      detail: skippedMonthText(skipped)[ctx.locale],
    })),
    avoided: avoided.toSorted((a, b) => a.from.localeCompare(b.from)),
  };
}
