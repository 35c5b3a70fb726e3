import type { Ability } from "@passerelle/contracts/common";
import type { Prisma } from "../../generated/prisma/client.ts";
import { denied } from "../../core/ability.ts";
import { type Actor, seesEverything } from "../../core/actor.ts";
import { canDeclareUnavailability, canManageTrainers, visibleTrainers } from "../trainers/trainers.policy.ts";
import type { UnavailabilityRow } from "./unavailabilities.queries.ts";

/** A trainer sees when they are not to be had themselves, and nothing of colleagues or rooms (G1). */
export function visibleUnavailabilities(actor: Actor): Prisma.UnavailabilityWhereInput {
  return seesEverything(actor) ? {} : { trainer: visibleTrainers(actor) };
}

/** Saying when a room is not to be had: by the managers. */
export function canDeclareOfRoom(actor: Actor): Ability {
  return canManageTrainers(actor);
}

/** Changing what was said, or taking it back: whoever may say it. */
export function canChangeUnavailability(actor: Actor, { trainer, roomId }: UnavailabilityRow): Ability {
  if (roomId !== null) return canDeclareOfRoom(actor);
  return trainer === null
    ? denied("not_allowed")
    : canDeclareUnavailability(actor, { userId: trainer.person.user?.id ?? null });
}
