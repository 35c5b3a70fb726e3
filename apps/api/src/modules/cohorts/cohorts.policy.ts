import type { Ability } from "@passerelle/contracts/common";
import type { Prisma } from "../../generated/prisma/client.ts";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole, seesEverything } from "../../core/actor.ts";

/** Trainers, examiners and trainees see their own cohorts (G1): none until people are tied to cohorts. */
export function visibleCohorts(actor: Actor): Prisma.CohortWhereInput {
  return seesEverything(actor) ? {} : { id: { in: [] } };
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
