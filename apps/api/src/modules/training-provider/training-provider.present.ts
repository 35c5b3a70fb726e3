import type { TrainingProvider } from "@passerelle/contracts/training-provider";
import type { Actor } from "../../core/actor.ts";
import { canUpdateTrainingProvider } from "./training-provider.policy.ts";
import type { TrainingProviderRow } from "./training-provider.queries.ts";

export function presentTrainingProvider(actor: Actor, row: TrainingProviderRow): TrainingProvider {
  return {
    name: row.name,
    siret: row.siret,
    activityNumber: row.activityNumber,
    addressLines: row.addressLines,
    contacts: row.contacts as TrainingProvider["contacts"], // as: written by the update command alone
    logo: row.logoType === null ? null : { type: row.logoType as LogoType }, // as: written by replaceLogo alone
    version: row.version,
    can: { update: canUpdateTrainingProvider(actor) },
  };
}

type LogoType = NonNullable<TrainingProvider["logo"]>["type"];
