import type { Ability } from "@passerelle/contracts/common";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole } from "../../core/actor.ts";

export function canManageClosures(actor: Actor): Ability {
  return hasRole(actor, "admin", "referent") ? allowed : denied("not_allowed");
}
