import type { Ability } from "@passerelle/contracts/common";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole } from "../../core/actor.ts";

/** Adding sites and rooms and changing them. Trainers see them all: it is where they teach. */
export function canManagePlaces(actor: Actor): Ability {
  return hasRole(actor, "admin", "referent") ? allowed : denied("not_allowed");
}
