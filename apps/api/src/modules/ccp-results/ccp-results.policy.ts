import type { Ability } from "@passerelle/contracts/common";
import type { EnrolmentState } from "@passerelle/contracts/enrolments";
import type { Prisma } from "../../generated/prisma/client.ts";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole, seesEverything } from "../../core/actor.ts";

/** A trainee sees their own results once published (G1), annulled ones with their annulment. */
export function visibleCcpResults(actor: Actor): Prisma.CcpResultWhereInput {
  if (seesEverything(actor)) return {};
  if (actor.kind === "person" && actor.roles.includes("trainee")) {
    return { person: { user: { id: actor.userId } }, publishedOn: { not: null } };
  }
  return { id: { in: [] } };
}

/** Recording what was decided on paper: for anyone who really came to be enrolled. */
export function canRecordResult(actor: Actor, enrolment: { readonly state: EnrolmentState }): Ability {
  if (!hasRole(actor, "admin", "referent")) return denied("not_allowed");
  return enrolment.state === "cancelled" ? denied("illegal_move") : allowed;
}

interface ResultFacts {
  readonly publishedOn: Date | null;
  readonly annulledOn: Date | null;
}

/** Publishing: once, and never what was annulled before anyone else saw it. */
export function canPublishResult(actor: Actor, result: ResultFacts): Ability {
  if (!hasRole(actor, "admin", "referent")) return denied("not_allowed");
  return result.publishedOn === null && result.annulledOn === null ? allowed : denied("illegal_move");
}

/** Annulling: any time, once (E11). */
export function canAnnulResult(actor: Actor, result: ResultFacts): Ability {
  if (!hasRole(actor, "admin", "referent")) return denied("not_allowed");
  return result.annulledOn === null ? allowed : denied("illegal_move");
}
