import type { Trainer } from "@passerelle/contracts/trainers";
import type { Actor } from "../../core/actor.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { canDeclareUnavailability, canManageTrainers } from "./trainers.policy.ts";
import type { TrainerRow } from "./trainers.queries.ts";

/** A trainer’s given and usual name. */
export function trainerName({ person }: { readonly person: { givenName: string; usualName: string } }): string {
  return `${person.givenName} ${person.usualName}`;
}

/** What a trainer's events tell. */
export function trainerFields(row: TrainerRow) {
  return {
    competencyIds: row.competencies.map(({ competencyId }) => competencyId).toSorted(),
    retiredOn: row.retiredOn && fromColumn(row.retiredOn),
  };
}

/** The trainer as their contract shows them, with what the caller may do. */
export function presentTrainer(actor: Actor, row: TrainerRow): Trainer {
  const { email, user } = row.person;
  return {
    id: row.id,
    personId: row.personId,
    name: trainerName(row),
    email: email ?? user?.email ?? null,
    hasAccount: user !== null,
    competencies: row.competencies.map(({ competency: { id, code, title, blockId, block } }) => ({
      id,
      code,
      title,
      blockId,
      blockCode: block.code,
      blockTitle: block.shortTitle,
      blockPosition: block.position,
      titleVersionCode: block.titleVersion.code,
    })),
    retiredOn: row.retiredOn && fromColumn(row.retiredOn),
    version: row.version,
    can: {
      update: canManageTrainers(actor),
      declareUnavailability: canDeclareUnavailability(actor, { userId: user?.id ?? null }),
    },
  };
}
