import type { Ability } from "@passerelle/contracts/common";
import type { Prisma } from "../../generated/prisma/client.ts";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole, seesEverything } from "../../core/actor.ts";
import { visibleEnrolments } from "../enrolments/enrolments.policy.ts";

/** A trainee sees the cohorts they are enrolled in (G1); trainers and examiners none until they are tied to cohorts. */
export function visibleCohorts(actor: Actor): Prisma.CohortWhereInput {
  return seesEverything(actor) ? {} : { enrolments: { some: visibleEnrolments(actor) } };
}

interface CohortFacts {
  readonly cancelledReason: string | null;
}

/** Changing a cohort, cancelling it or its plan: by its managers, while it is not cancelled. */
export function canManageCohort(actor: Actor, cohort: CohortFacts): Ability {
  if (!hasRole(actor, "admin", "referent")) return denied("not_allowed");
  return cohort.cancelledReason === null ? allowed : denied("illegal_move");
}

export const whyCancelled = {
  fr: "Cette promotion est annulée : elle ne change plus.",
  en: "This cohort is cancelled: it no longer changes.",
};
