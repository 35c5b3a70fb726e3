import { isDeepStrictEqual } from "node:util";
import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import type { FaultText } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import {
  planFacts,
  programmeDocument,
  storedProgramme,
  type StoredProgramme,
  storedTitleVersion,
  type StoredTitleVersion,
} from "./reference-document.ts";

/** What is stored under the codes of a document. */
export interface Stored {
  readonly titleVersions: ReadonlyMap<string, StoredTitleVersion>;
  readonly programmes: ReadonlyMap<string, StoredProgramme>;
}

export async function findStored(ctx: Ctx, document: ReferenceImport): Promise<Stored> {
  const editions = document.titleVersions.map(({ code }) => code);
  const programmes = document.programmes.map(({ code }) => code);
  const [titleRows, programmeRows] = [
    await ctx.db.titleVersion.findMany({ where: { code: { in: editions } }, include: storedTitleVersion }),
    await ctx.db.programme.findMany({ where: { code: { in: programmes } }, include: storedProgramme }),
  ];
  return {
    titleVersions: new Map(titleRows.map((row) => [row.code, row])),
    programmes: new Map(programmeRows.map((row) => [row.code, row])),
  };
}

/** A programme that cohorts follow keeps its blocks, hours and rhythm: their plans rest on them. */
export function inUseFaults(document: ReferenceImport, stored: Stored): FaultText[] {
  return document.programmes.flatMap((programme, index) => {
    const before = stored.programmes.get(programme.code);
    if (before === undefined || before._count.cohorts === 0) return [];
    if (isDeepStrictEqual(planFacts(programmeDocument(before)), planFacts(programme))) return [];
    const cohorts = before._count.cohorts;
    return [
      {
        pointer: `/programmes/${index}`,
        code: "programme_in_use",
        detail: {
          fr: `${cohorts} promotion(s) suivent ce programme : blocs, heures et rythme ne changent plus. Donnez-lui un nouveau code.`,
          en: `${cohorts} cohort(s) follow this programme: blocks, hours and rhythm no longer change. Give it a new code.`,
        },
        facts: { cohorts },
      },
    ];
  });
}
