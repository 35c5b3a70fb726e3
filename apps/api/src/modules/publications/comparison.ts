import type { BlockDifference, DifferenceLine } from "@passerelle/contracts/plan-versions";
import type { PlanProof } from "@passerelle/contracts/plans";
import type { PlanChangeFact, VersionHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import { planDifference } from "@passerelle/domain/planning/plan-difference";
import type { Ctx } from "../../core/ctx.ts";
import { presentWholeProof } from "../plans/plans.present.ts";
import type { Names } from "../plans/named-half-days.ts";
import type { PlanRows } from "../plans/plan-rows.ts";
import type { HalfDayRow, PlanProgrammeRow, StoredPlan } from "../plans/stored-plan.ts";
import { trainerName } from "../trainers/trainers.present.ts";
import { differenceText } from "./difference-texts.ts";
import type { DifferenceNames } from "./difference-words.ts";
import { versionHalfDays } from "./version-half-days.ts";

/** What differs between two states of a cohort's plan, and all that words need to tell it. */
export interface Comparison {
  readonly facts: readonly PlanChangeFact[];
  readonly before: readonly VersionHalfDay[];
  readonly after: readonly VersionHalfDay[];
  readonly names: DifferenceNames;
}

export function comparePlans(before: StoredPlan, after: StoredPlan): Comparison {
  return compareRows(after.programme, before.rows, after.rows, namesShown([...before.halfDays, ...after.halfDays]));
}

/** The same of plans that are only rows, their names read for all of them at once. */
export function compareRows(programme: PlanProgrammeRow, before: PlanRows, after: PlanRows, names: Names): Comparison {
  const [was, is] = [versionHalfDays(programme, before), versionHalfDays(programme, after)];
  return { facts: planDifference(was, is), before: was, after: is, names: differenceNames(names) };
}

/** A difference in words, by days, in hours and in findings. */
interface Difference {
  lines: DifferenceLine[];
  days: string[];
  blocks: BlockDifference[];
  appeared: Findings;
  settled: Findings;
}

export async function presentDifference(
  ctx: Ctx,
  comparison: Comparison,
  plans: { readonly before: StoredPlan; readonly after: StoredPlan },
): Promise<Difference> {
  const before = await presentWholeProof(ctx, plans.before);
  const after = await presentWholeProof(ctx, plans.after);
  return {
    lines: linesOf(ctx, comparison),
    days: daysOf(comparison),
    blocks: blocksOf(before, after),
    appeared: onlyIn(after.findings, before.findings, true),
    settled: onlyIn(before.findings, after.findings, false),
  };
}

export function linesOf({ locale }: Pick<Ctx, "locale">, { facts, names }: Comparison): DifferenceLine[] {
  return facts.map((fact) => ({
    kind: fact.kind,
    halfDayIds: [...fact.halfDayIds],
    detail: differenceText(fact, names)[locale],
  }));
}

function daysOf({ facts, before, after }: Comparison): string[] {
  const differing = new Set(facts.flatMap(({ halfDayIds }) => halfDayIds));
  const rows = [...before, ...after].filter(({ id }) => differing.has(id));
  return [...new Set(rows.map(({ day }) => day))].toSorted();
}

function blocksOf(before: PlanProof, after: PlanProof): BlockDifference[] {
  const minutes = new Map(before.blocks.map(({ code, plannedMinutes }) => [code, plannedMinutes]));
  return after.blocks.map(({ code, shortTitle, dueMinutes, plannedMinutes, differenceMinutes }) => {
    const minutesBefore = minutes.get(code) ?? 0;
    const left = differenceMinutes === 0 ? "settled" : differenceMinutes < 0 ? "short" : "over";
    const outcome = minutesBefore === plannedMinutes ? "same" : left;
    return { code, shortTitle, dueMinutes, minutesBefore, minutesAfter: plannedMinutes, outcome };
  });
}

/**
 * What one proof finds and the other does not. Many findings count half-days: the same of more of them has appeared, of
 * fewer it is neither new nor settled.
 */
function onlyIn(findings: Findings, others: Findings, isAppearing: boolean): Findings {
  const known = new Map(others.map((finding) => [subjectOf(finding), finding]));
  return findings.filter((finding) => {
    const other = known.get(subjectOf(finding));
    return other === undefined || (isAppearing && countOf(finding) > countOf(other));
  });
}

type Findings = PlanProof["findings"];

/** What a finding is about, however many half-days it is true of. */
function subjectOf({ code, facts, detail }: Findings[number]): string {
  const { count, days: _days, halfDays, ...subject } = facts;
  return count === undefined && halfDays === undefined ? `${code} ${detail}` : `${code} ${JSON.stringify(subject)}`;
}

function countOf({ facts: { count, halfDays } }: Findings[number]): number {
  if (typeof count === "number") return count;
  return Array.isArray(halfDays) ? halfDays.length : 0;
}

function namesShown(halfDays: readonly HalfDayRow[]): Names {
  return {
    trainers: new Map(
      halfDays.flatMap(({ trainerId, trainer }) => (trainerId && trainer ? [[trainerId, trainer]] : [])),
    ),
    rooms: new Map(halfDays.flatMap(({ roomId, room }) => (roomId && room ? [[roomId, room]] : []))),
  };
}

function differenceNames({ trainers, rooms }: Names): DifferenceNames {
  const nameOf = (trainer: Parameters<typeof trainerName>[0] | undefined) => (trainer ? trainerName(trainer) : "");
  return {
    trainerName: (id) => nameOf(trainers.get(id)),
    roomName: (id) => rooms.get(id)?.name ?? "",
    siteName: (id) => rooms.get(id)?.site.name ?? "",
    blockName: (code) => code,
  };
}
