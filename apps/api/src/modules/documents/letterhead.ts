import type { TrainingProvider } from "@passerelle/contracts/training-provider";
import type { Ctx } from "../../core/ctx.ts";
import type { TypesetJob } from "../../core/typst.ts";
import { logoFileName } from "../training-provider/logo-file.ts";
import { presentTrainingProvider } from "../training-provider/training-provider.present.ts";
import { readLogo, readTrainingProvider } from "../training-provider/training-provider.queries.ts";
import type { ContactFacts, ProviderFacts } from "./timetable-facts.ts";

/** The provider as documents are headed with it, and the files that this takes. */
export interface Letterhead {
  readonly provider: ProviderFacts;
  readonly contacts: readonly ContactFacts[];
  readonly files: NonNullable<TypesetJob["files"]>;
}

export async function letterheadOf(ctx: Ctx): Promise<Letterhead> {
  const provider = presentTrainingProvider(ctx.actor, await readTrainingProvider(ctx));
  const logo = await readLogo(ctx);
  const logoName = logo && logoFileName(logo.type);
  return {
    provider: {
      name: provider.name,
      addressLines: provider.addressLines,
      siret: provider.siret && grouped(provider.siret, [3, 3, 3, 5]),
      activityNumber: provider.activityNumber && grouped(provider.activityNumber, [2, 2, 5, 2]),
      logo: logoName,
    },
    contacts: provider.contacts.map(contactFacts),
    files: logo === null || logoName === null ? {} : { [logoName]: logo.bytes },
  };
}

function contactFacts({ role, name, phone, email, hours }: TrainingProvider["contacts"][number]): ContactFacts {
  return { role, name, lines: [phone, email, hours].filter((line) => line !== null) };
}

/** Digits in groups, as a SIRET is read. */
function grouped(digits: string, sizes: readonly number[]): string {
  const starts = sizes.map((_, index) => sizes.slice(0, index).reduce((sum, size) => sum + size, 0));
  return starts.map((start, index) => digits.slice(start, start + (sizes[index] ?? 0))).join("\u{A0}");
}
