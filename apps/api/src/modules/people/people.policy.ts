import type { Ability } from "@passerelle/contracts/common";
import { Prisma } from "../../generated/prisma/client.ts";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole, seesEverything } from "../../core/actor.ts";

/** A trainee sees themselves and nobody else (G1). */
export function visiblePeople(actor: Actor): Prisma.PersonWhereInput {
  if (seesEverything(actor)) return {};
  return actor.kind === "person" ? { user: { id: actor.userId } } : { id: { in: [] } };
}

/** The same, said in SQL of a person `p`. */
export function visiblePeopleSql(actor: Actor): Prisma.Sql {
  if (seesEverything(actor)) return Prisma.sql`true`;
  if (actor.kind !== "person") return Prisma.sql`false`;
  return Prisma.sql`p.id = (select person_id from user_account where id = ${actor.userId}::uuid)`;
}

/** Adding people and correcting them: by the administration. */
export function canManagePeople(actor: Actor): Ability {
  return hasRole(actor, "admin") ? allowed : denied("not_allowed");
}

/** Giving somebody an account: by the administration in person, never by key, and once. */
export function canInvitePerson(actor: Actor, { hasAccount }: { readonly hasAccount: boolean }): Ability {
  if (actor.kind === "key" || !hasRole(actor, "admin")) return denied("not_allowed");
  return hasAccount ? denied("already_exists") : allowed;
}
