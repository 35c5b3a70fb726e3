import type { Ability } from "@passerelle/contracts/common";
import { Prisma } from "../../generated/prisma/client.ts";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole, seesEverything } from "../../core/actor.ts";

/** A trainer sees themselves and no colleague (G1). */
export function visibleTrainers(actor: Actor): Prisma.TrainerWhereInput {
  if (seesEverything(actor)) return {};
  return actor.kind === "person" ? { person: { user: { id: actor.userId } } } : { id: { in: [] } };
}

/** The same, said in SQL of a person `p` who teaches. */
export function visibleTrainersSql(actor: Actor): Prisma.Sql {
  if (seesEverything(actor)) return Prisma.sql`true`;
  if (actor.kind !== "person") return Prisma.sql`false`;
  return Prisma.sql`p.id = (select person_id from user_account where id = ${actor.userId}::uuid)`;
}

/** Making somebody a trainer and saying what they teach. */
export function canManageTrainers(actor: Actor): Ability {
  return hasRole(actor, "admin", "referent") ? allowed : denied("not_allowed");
}

/** Saying when a trainer is not to be had: their managers, and they of themselves. `userId` is their account. */
export function canDeclareUnavailability(actor: Actor, { userId }: { readonly userId: string | null }): Ability {
  if (canManageTrainers(actor).allowed) return allowed;
  return actor.kind === "person" && actor.userId === userId ? allowed : denied("not_allowed");
}
