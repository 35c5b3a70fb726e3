import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import { checkEdition, type StoredEdition } from "./check-edition.ts";
import { checkProgramme } from "./check-programme.ts";
import type { ReferenceFault } from "./reference-faults.ts";
import { repeated } from "./repeated.ts";

/**
 * Every fault of a reference document (R1, R2, R4 to R7; R3 is for cohorts), pointers being into it; an empty list means
 * it may be loaded. `stored` is what is already known: an edition of the document replaces the stored one of its code.
 */
export type { StoredEdition };
export function checkReference(document: ReferenceImport, stored: readonly StoredEdition[] = []): ReferenceFault[] {
  const { titleVersions, programmes } = document;
  const imported = titleVersions.map(storedForm);
  const editions = [...imported, ...stored.filter(({ code }) => !imported.some((edition) => edition.code === code))];
  return [
    ...repeated(titleVersions, ({ code }) => code).map(({ index, first, key }) => ({
      pointer: `/titleVersions/${index}/code`,
      code: "edition_twice" as const,
      facts: { name: key, first: `/titleVersions/${first}/code` },
    })),
    ...titleVersions.flatMap((edition, index) => checkEdition(edition, `/titleVersions/${index}`, editions)),
    ...repeated(programmes, ({ code }) => code).map(({ index, first, key }) => ({
      pointer: `/programmes/${index}/code`,
      code: "programme_twice" as const,
      facts: { name: key, first: `/programmes/${first}/code` },
    })),
    ...programmes.flatMap((programme, index) => checkProgramme(programme, `/programmes/${index}`, editions)),
  ];
}

function storedForm(edition: ReferenceImport["titleVersions"][number]): StoredEdition {
  const blocks = edition.blocks.map(({ code, competencies }) => ({
    code,
    competencies: competencies.map((competency) => competency.code),
  }));
  return { ...edition, blocks };
}
