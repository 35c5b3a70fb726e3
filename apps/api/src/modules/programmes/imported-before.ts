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

/**
 * Also locks those programmes until the transaction ends, and the cohorts of those editions: nothing comes to rest on what
 * is about to change, neither a cohort (`holdProgramme`) nor a half-day (`lockCohort`).
 */
export async function findStored(ctx: Ctx, document: ReferenceImport): Promise<Stored> {
  const editions = document.titleVersions.map(({ code }) => code);
  const programmes = document.programmes.map(({ code }) => code);
  await ctx.db.$queryRaw`select 1 from programme where code = any(${programmes}) order by code for no key update`;
  await ctx.db.$queryRaw`
    select 1 from cohort join programme on programme.id = cohort.programme_id
    join title_version on title_version.id = programme.title_version_id
    where title_version.code = any(${editions}) order by cohort.id for update of cohort`;
  const [titleRows, programmeRows] = [
    await ctx.db.titleVersion.findMany({ where: { code: { in: editions } }, include: storedTitleVersion }),
    await ctx.db.programme.findMany({ where: { code: { in: programmes } }, include: storedProgramme }),
  ];
  return {
    titleVersions: new Map(titleRows.map((row) => [row.code, row])),
    programmes: new Map(programmeRows.map((row) => [row.code, row])),
  };
}

/** What others rest on and the document would take away. */
export function inUseFaults(document: ReferenceImport, stored: Stored): FaultText[] {
  return [
    ...document.titleVersions.flatMap(blockFaults(stored)),
    ...document.titleVersions.flatMap(competencyFaults(stored)),
    ...document.programmes.flatMap(programmeFaults(stored)),
  ];
}

/** A block that a programme teaches stays in its edition. */
function blockFaults({ titleVersions }: Stored) {
  return ({ code, blocks }: ReferenceImport["titleVersions"][number], index: number): FaultText[] => {
    const kept = new Set(blocks.map((block) => block.code));
    const taken = titleVersions
      .get(code)
      ?.blocks.filter((block) => !kept.has(block.code) && block._count.programmes > 0);
    return (taken ?? []).map((block) => ({
      pointer: `/titleVersions/${index}/blocks`,
      code: "block_in_use",
      detail: {
        fr: `Un programme enseigne le bloc ${block.code} : il ne peut pas disparaître. Donnez un nouveau code à l’édition.`,
        en: `A programme teaches block ${block.code}: it cannot go. Give the edition a new code.`,
      },
      facts: { block: block.code, programmes: block._count.programmes },
    }));
  };
}

/** A competency that half-days work on stays in its edition, and in its block (R1). Trainers who teach it do not hold it. */
function competencyFaults({ titleVersions }: Stored) {
  return ({ code, blocks }: ReferenceImport["titleVersions"][number], index: number): FaultText[] => {
    const kept = new Set(
      blocks.flatMap((block) => block.competencies.map((competency) => `${block.code} ${competency.code}`)),
    );
    return (titleVersions.get(code)?.blocks ?? []).flatMap((block) =>
      block.competencies
        .filter((competency) => competency._count.halfDays > 0 && !kept.has(`${block.code} ${competency.code}`))
        .map((competency) => competencyInUse(index, block.code, competency.code, competency._count.halfDays)),
    );
  };
}

function competencyInUse(index: number, block: string, competency: string, halfDays: number): FaultText {
  return {
    pointer: `/titleVersions/${index}/blocks`,
    code: "competency_in_use",
    detail: {
      fr: `${halfDays} demi-journée(s) travaillent la compétence ${competency} : elle reste dans le bloc ${block}. Donnez un nouveau code à l’édition.`,
      en: `${halfDays} half-day(s) work on competency ${competency}: it stays in block ${block}. Give the edition a new code.`,
    },
    facts: { competency, block, halfDays },
  };
}

/** A programme that cohorts follow keeps its blocks, hours and rhythm: their plans rest on them. */
function programmeFaults({ programmes }: Stored) {
  return (programme: ReferenceImport["programmes"][number], index: number): FaultText[] => {
    const before = programmes.get(programme.code);
    if (before === undefined || before._count.cohorts === 0) return [];
    if (isDeepStrictEqual(planFacts(programmeDocument(before)), planFacts(programme))) return [];
    const { cohorts } = before._count;
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
  };
}
