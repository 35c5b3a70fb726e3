import type { Ability } from "@passerelle/contracts/common";
import { allowed, denied } from "../../core/ability.ts";
import type { Actor } from "../../core/actor.ts";

/** By the administrator, never by key. */
export function canUpdateTrainingProvider(actor: Actor): Ability {
  const isAdmin = actor.kind === "system" || (actor.kind === "person" && actor.roles.includes("admin"));
  return isAdmin ? allowed : denied("not_allowed");
}
