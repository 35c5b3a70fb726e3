import type { Ability } from "@passerelle/contracts/common";
import type { EnrolmentState } from "@passerelle/contracts/enrolments";
import { legalMoves, type PlacementNeed } from "@passerelle/domain/path/enrolment-state";
import { Prisma } from "../../generated/prisma/client.ts";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole, seesEverything } from "../../core/actor.ts";
import { visiblePeopleSql } from "../people/people.policy.ts";

/** A trainee sees their own enrolments (G1); trainers and examiners none until they are tied to cohorts. */
export function visibleEnrolments(actor: Actor): Prisma.EnrolmentWhereInput {
  if (seesEverything(actor)) return {};
  if (actor.kind === "person" && actor.roles.includes("trainee")) {
    return { person: { user: { id: actor.userId } }, state: { not: "cancelled" } };
  }
  return { id: { in: [] } };
}

/** The same, said in SQL of an enrolment `e` and its person `p`. */
export function visibleEnrolmentsSql(actor: Actor): Prisma.Sql {
  if (seesEverything(actor)) return Prisma.sql`true`;
  if (!hasRole(actor, "trainee")) return Prisma.sql`false`;
  return Prisma.sql`(e.state <> 'cancelled' and ${visiblePeopleSql(actor)})`;
}

interface EnrolmentFacts {
  readonly state: EnrolmentState;
}

/** Moving an enrolment: by those who enrol, while a move is left. */
export function canMoveEnrolment(actor: Actor, { state }: EnrolmentFacts): Ability {
  if (!hasRole(actor, "admin", "referent")) return denied("not_allowed");
  return legalMoves(state).length > 0 ? allowed : denied("illegal_move");
}

/** Prescribing hours, waiving the placement: by the referent, while the enrolment goes on. */
export function canPrescribe(actor: Actor, { state }: EnrolmentFacts): Ability {
  if (!hasRole(actor, "referent")) return denied("not_allowed");
  return legalMoves(state).length > 0 ? allowed : denied("illegal_move");
}

interface StageFacts extends EnrolmentFacts {
  readonly placement: PlacementNeed;
}

/** Logging stage hours: by its trainee (or a key), while in training, when there is a placement to do. */
export function canLogStage(actor: Actor, enrolment: StageFacts & OwnerFacts): Ability {
  if (!hasRole(actor, "trainee") || isAnothers(actor, enrolment)) return denied("not_allowed");
  const { state, placement } = enrolment;
  return state === "in_training" && placement === "required" ? allowed : denied("illegal_move");
}

interface OwnerFacts {
  readonly person: { readonly user: { readonly id: string } | null };
}

/** Whether an enrolment is the actor's own. */
export function isOwn(actor: Actor, { person }: OwnerFacts): boolean {
  return actor.kind === "person" && person.user?.id === actor.userId;
}

/** Whether it is somebody else's than the person who acts: who is a referent too sees all, and logs only their own. */
export function isAnothers(actor: Actor, enrolment: OwnerFacts): boolean {
  return actor.kind === "person" && !isOwn(actor, enrolment);
}
