import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import type { Prisma, Tariff } from "../../generated/prisma/client.ts";
import { fromColumn } from "../../core/civil-day.ts";

export type TitleVersionDocument = ReferenceImport["titleVersions"][number];
export type ProgrammeDocument = ReferenceImport["programmes"][number];

export const storedTitleVersion = {
  blocks: {
    orderBy: { position: "asc" },
    include: {
      competencies: {
        orderBy: { position: "asc" },
        include: { predecessors: { include: { from: true } }, _count: { select: { halfDays: true } } },
      },
      _count: { select: { programmes: true } },
    },
  },
  replaces: { select: { code: true } },
} satisfies Prisma.TitleVersionInclude;
export type StoredTitleVersion = Prisma.TitleVersionGetPayload<{ include: typeof storedTitleVersion }>;

export const storedProgramme = {
  titleVersion: { select: { code: true } },
  blocks: { orderBy: { position: "asc" }, include: { block: { select: { code: true } } } },
  tariffs: { orderBy: { code: "asc" } },
  _count: { select: { cohorts: true } },
} satisfies Prisma.ProgrammeInclude;
export type StoredProgramme = Prisma.ProgrammeGetPayload<{ include: typeof storedProgramme }>;

/** A stored edition as the document that would import it: what tells a changed document from the same one again. */
export function titleVersionDocument(row: StoredTitleVersion): TitleVersionDocument {
  const succession = row.blocks.flatMap(({ competencies }) =>
    competencies.flatMap((to) => to.predecessors.map(({ from }) => ({ from: from.code, to: to.code }))),
  );
  return {
    code: row.code,
    titleCode: row.titleCode,
    name: row.name,
    order: row.order,
    level: row.level,
    rncpCode: row.rncpCode,
    ministryCode: row.ministryCode,
    nsfCode: row.nsfCode,
    inForceFrom: fromColumn(row.inForceFrom),
    inForceTo: fromColumn(row.inForceTo),
    blocks: row.blocks.map((block) => ({
      code: block.code,
      title: block.title,
      shortTitle: block.shortTitle,
      competencies: block.competencies.map(({ code, title, verified }) => ({
        code,
        title,
        wording: verified ? "verified" : "unverified",
      })),
    })),
    replaces: row.replaces && { titleVersion: row.replaces.code, competencies: sortedSuccession(succession) },
  };
}

/** The order of a succession table says nothing, nor does a pair said twice: it is compared sorted, each pair once. */
export function sortedSuccession<Pair extends { from: string; to: string }>(pairs: readonly Pair[]): Pair[] {
  const once = new Map(pairs.map((pair) => [`${pair.from} ${pair.to}`, pair]));
  return [...once.entries()].toSorted(([a], [b]) => a.localeCompare(b)).map(([, pair]) => pair);
}

/** A stored price, as it is imported and as it is shown. */
export function tariffFacts(row: Tariff): ProgrammeDocument["tariffs"][number] {
  return {
    code: row.code,
    label: row.label,
    product: row.product,
    funder: row.funder,
    amountCents: row.amountCents,
    maxAmountCents: row.maxAmountCents,
    minutes: row.minutes,
    validFrom: fromColumn(row.validFrom),
    validTo: fromColumn(row.validTo),
    isExample: row.isExample,
  };
}

/** A stored programme as the document that would import it. */
export function programmeDocument(row: StoredProgramme): ProgrammeDocument {
  return {
    code: row.code,
    name: row.name,
    titleVersion: row.titleVersion.code,
    theoryMinutes: row.theoryMinutes,
    placementMinutes: row.placementMinutes,
    blocks: row.blocks.map(({ block, minutes, examHalfDays }) => ({ code: block.code, minutes, examHalfDays })),
    sessionCount: row.sessionCount,
    daysPerSession: row.daysPerSession,
    examDayCount: row.examDayCount,
    examDaysCountAsTraining: row.examDaysCountAsTraining,
    minDaysBetweenSessions: row.minDaysBetweenSessions,
    am: { start: row.amStart, end: row.amEnd },
    pm: { start: row.pmStart, end: row.pmEnd },
    tariffs: row.tariffs.map(tariffFacts),
    notes: row.notes,
  };
}

/** The same document with what carries no order in one order, ready to compare. */
export function comparable<Document extends TitleVersionDocument | ProgrammeDocument>(document: Document): Document {
  if ("tariffs" in document)
    return { ...document, tariffs: document.tariffs.toSorted((a, b) => (a.code < b.code ? -1 : 1)) };
  const { replaces } = document;
  return { ...document, replaces: replaces && { ...replaces, competencies: sortedSuccession(replaces.competencies) } };
}

/** What a cohort's plan rests on: it cannot change once a cohort follows the programme. */
export function planFacts(document: ProgrammeDocument): unknown {
  const { name: _name, placementMinutes: _placement, tariffs: _tariffs, notes: _notes, ...facts } = document;
  return facts;
}
