import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import type { CivilDay } from "../time.ts";
import type { ReferenceFault } from "./reference-faults.ts";
import { repeated } from "./repeated.ts";

type Edition = ReferenceImport["titleVersions"][number];

/** An edition as far as the rules look at it. Dates in force are inclusive. */
export interface StoredEdition {
  readonly code: string;
  readonly titleCode: string;
  readonly inForceFrom: CivilDay;
  readonly inForceTo: CivilDay;
  readonly blocks: readonly { readonly code: string; readonly competencies: readonly string[] }[];
}

/** R1 and R2 over one edition, among all those known, itself included. `pointer` is the edition's own. */
export function checkEdition(edition: Edition, pointer: string, known: readonly StoredEdition[]): ReferenceFault[] {
  return [
    ...codeFaults(edition, pointer),
    ...dateFaults(edition, pointer, known),
    ...replacementFaults(edition, `${pointer}/replaces`, known),
  ];
}

// R1
function codeFaults({ blocks }: Edition, pointer: string): ReferenceFault[] {
  const competencies = blocks.flatMap((block, blockIndex) =>
    block.competencies.map(({ code }, index) => ({
      code,
      at: `${pointer}/blocks/${blockIndex}/competencies/${index}/code`,
    })),
  );
  return [
    ...repeated(blocks, ({ code }) => code).map(({ index, first, key }) => ({
      pointer: `${pointer}/blocks/${index}/code`,
      code: "block_twice" as const,
      facts: { name: key, first: `${pointer}/blocks/${first}/code` },
    })),
    ...repeated(competencies, ({ code }) => code).map(({ index, first, key }) => ({
      pointer: competencies[index]?.at ?? pointer,
      code: "competency_twice" as const,
      facts: { name: key, first: competencies[first]?.at ?? pointer },
    })),
  ];
}

// R2
function dateFaults(edition: Edition, pointer: string, known: readonly StoredEdition[]): ReferenceFault[] {
  const { inForceFrom: from, inForceTo: to } = edition;
  if (to <= from) return [{ pointer: `${pointer}/inForceTo`, code: "edition_reversed", facts: { from, to } }];
  return known
    .filter((other) => other.code !== edition.code && other.titleCode === edition.titleCode)
    .filter((other) => other.inForceFrom <= to && from <= other.inForceTo)
    .map((other) => ({
      pointer: `${pointer}/inForceFrom`,
      code: "editions_overlap",
      facts: { edition: other.code, from: other.inForceFrom, to: other.inForceTo },
    }));
}

/** What an edition says of the one before must exist: the edition, and both ends of each renamed competency. */
function replacementFaults(edition: Edition, pointer: string, known: readonly StoredEdition[]): ReferenceFault[] {
  if (edition.replaces === null) return [];
  const { titleVersion, competencies } = edition.replaces;
  const replaced = known.find(({ code }) => code === titleVersion && code !== edition.code);
  const at = `${pointer}/titleVersion`;
  if (replaced === undefined) {
    return [{ pointer: at, code: "replaced_edition_unknown", facts: { edition: titleVersion } }];
  }
  const before = new Set(replaced.blocks.flatMap((block) => block.competencies));
  const after = new Set(edition.blocks.flatMap((block) => block.competencies.map(({ code }) => code)));
  return [
    ...orderFaults(edition, replaced, at),
    ...competencies.flatMap(({ from, to }, index) => [
      ...unknownFault(before, from, replaced.code, `${pointer}/competencies/${index}/from`),
      ...unknownFault(after, to, edition.code, `${pointer}/competencies/${index}/to`),
    ]),
  ];
}

function orderFaults(edition: Edition, replaced: StoredEdition, pointer: string): ReferenceFault[] {
  if (replaced.titleCode !== edition.titleCode) {
    const facts = { edition: replaced.code, titleCode: replaced.titleCode };
    return [{ pointer, code: "replaced_edition_of_other_title", facts }];
  }
  if (replaced.inForceFrom < edition.inForceFrom) return [];
  const facts = { edition: replaced.code, from: edition.inForceFrom, replacedFrom: replaced.inForceFrom };
  return [{ pointer, code: "replaced_edition_not_before", facts }];
}

function unknownFault(
  known: ReadonlySet<string>,
  competency: string,
  edition: string,
  pointer: string,
): ReferenceFault[] {
  return known.has(competency) ? [] : [{ pointer, code: "competency_unknown", facts: { competency, edition } }];
}
