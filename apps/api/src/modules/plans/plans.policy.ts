import type { Ability } from "@passerelle/contracts/common";
import type { Prisma } from "../../generated/prisma/client.ts";
import { allowed, authorize, denied } from "../../core/ability.ts";
import { notFound } from "../../core/api-error.ts";
import { type Actor, hasRole, seesEverything } from "../../core/actor.ts";
import { canManageCohort, visibleCohorts } from "../cohorts/cohorts.policy.ts";
import { visibleTrainers } from "../trainers/trainers.policy.ts";
import type { HalfDayRow, StoredPlan, StoredSession } from "./stored-plan.ts";

/** Sessions are seen with their cohort. */
export function visibleSessions(actor: Actor): Prisma.SessionWhereInput {
  return { cohort: visibleCohorts(actor) };
}

/** So are half-days; a trainer sees those they teach, and no more of the cohort (G1). */
export function visibleHalfDays(actor: Actor): Prisma.HalfDayWhereInput {
  if (seesEverything(actor)) return {};
  const withCohort = { cohort: visibleCohorts(actor) };
  return hasRole(actor, "trainer") ? { OR: [withCohort, { trainer: visibleTrainers(actor) }] } : withCohort;
}

interface CohortFacts {
  readonly cancelledReason: string | null;
}

/** Moving or cancelling a half-day: while it is only planned. */
export function canChangeHalfDay(actor: Actor, cohort: CohortFacts, halfDay: Pick<HalfDayRow, "state">): Ability {
  const manage = canManageCohort(actor, cohort);
  if (!manage.allowed) return manage;
  return halfDay.state === "planned" ? allowed : denied("illegal_move");
}

/** Moving a session: while none of its half-days was held, and one is left to move. */
export function canMoveSession(
  actor: Actor,
  cohort: CohortFacts,
  halfDays: readonly Pick<HalfDayRow, "state">[],
): Ability {
  const manage = canManageCohort(actor, cohort);
  if (!manage.allowed) return manage;
  const states = new Set(halfDays.map(({ state }) => state));
  return states.has("planned") && !states.has("held") && !states.has("locked") ? allowed : denied("illegal_move");
}

export const whyNoLongerPlanned = {
  fr: "Seul ce qui est encore prévu peut être déplacé ou annulé : cette demi-journée a eu lieu, est annulée, ou sa promotion l’est.",
  en: "Only what is still planned can be moved or cancelled: this half-day was held or is cancelled, or its cohort is.",
};

/** The session of a plan that is about to change: 404 when it went meanwhile, refused when it may not move. */
export function sessionToChange(actor: Actor, { cohort, sessions }: StoredPlan, sessionId: string): StoredSession {
  const session = sessions.find(({ id }) => id === sessionId);
  if (session === undefined) throw notFound();
  authorize(canMoveSession(actor, cohort, session.halfDays), whyNoLongerPlanned);
  return session;
}

/** The half-day of a plan that is about to change: 404 when it went meanwhile, refused when it is no longer planned. */
export function halfDayToChange(actor: Actor, { cohort, halfDays }: StoredPlan, halfDayId: string): HalfDayRow {
  const row = halfDays.find(({ id }) => id === halfDayId);
  if (row === undefined) throw notFound();
  authorize(canChangeHalfDay(actor, cohort, row), whyNoLongerPlanned);
  return row;
}
