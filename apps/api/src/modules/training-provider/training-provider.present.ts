import type { TrainingProvider } from "@passerelle/contracts/training-provider";
import type { TrainingProvider as Row } from "../../generated/prisma/client.ts";
import type { Actor } from "../../core/actor.ts";
import { canUpdateTrainingProvider } from "./training-provider.policy.ts";

export function presentTrainingProvider(actor: Actor, row: Row): TrainingProvider {
  return {
    name: row.name,
    siret: row.siret,
    activityNumber: row.activityNumber,
    addressLines: row.addressLines,
    contacts: row.contacts as TrainingProvider["contacts"], // as: written by the update command alone
    version: row.version,
    can: { update: canUpdateTrainingProvider(actor) },
  };
}
