import type { CompetencyBlock, Programme, ProgrammeSummary, TitleVersion } from "@passerelle/contracts/programmes";
import type { TitleVersion as TitleVersionRow } from "../../generated/prisma/client.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { tariffFacts } from "./reference-document.ts";
import type { BlockRow, ProgrammeRow, ProgrammeSummaryRow } from "./programmes.queries.ts";

export function presentTitleVersion(row: TitleVersionRow): TitleVersion {
  return {
    id: row.id,
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
    version: row.version,
  };
}

export function presentProgrammeSummary(row: ProgrammeSummaryRow): ProgrammeSummary {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    titleVersion: presentTitleVersion(row.titleVersion),
    theoryMinutes: row.theoryMinutes,
    placementMinutes: row.placementMinutes,
    sessionCount: row.sessionCount,
    daysPerSession: row.daysPerSession,
    examDayCount: row.examDayCount,
    version: row.version,
  };
}

export function presentBlock(row: BlockRow): CompetencyBlock {
  return {
    id: row.id,
    titleVersionId: row.titleVersionId,
    titleVersionCode: row.titleVersion.code,
    code: row.code,
    title: row.title,
    shortTitle: row.shortTitle,
    position: row.position,
    competencies: row.competencies.map(({ id, code, title, verified }) => ({
      id,
      code,
      title,
      wording: verified ? "verified" : "unverified",
    })),
    version: row.version,
  };
}

export function presentProgramme(row: ProgrammeRow): Programme {
  return {
    ...presentProgrammeSummary(row),
    halfDayMinutes: row.halfDayMinutes,
    am: { start: row.amStart, end: row.amEnd },
    pm: { start: row.pmStart, end: row.pmEnd },
    examDaysCountAsTraining: row.examDaysCountAsTraining,
    minDaysBetweenSessions: row.minDaysBetweenSessions,
    blocks: row.blocks.map(({ block, minutes, position, examHalfDays }) => ({
      block: presentBlock(block),
      minutes,
      position,
      examHalfDays,
    })),
    tariffs: row.tariffs.map((tariff) => ({ id: tariff.id, ...tariffFacts(tariff) })),
    notes: row.notes,
  };
}
