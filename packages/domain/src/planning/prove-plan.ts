import { findFindings, type Finding } from "./findings.ts";
import { daysOf, SLOTS, type Plan, type PlanCalendar, type PlannedHalfDay, type ProgrammeShape } from "./plan.ts";

/** What a plan comes to. Minutes are whole; a difference is planned less due, so a gap is negative. */
export interface PlanProof {
  /** Every block has its hours, no more and no less; findings do not change it. */
  readonly exact: boolean;
  readonly dueMinutes: number;
  readonly plannedMinutes: number;
  readonly differenceMinutes: number;
  readonly blocks: BlockProof[];
  readonly counts: PlanCounts;
  /** What the programme asks for. */
  readonly expected: PlanCounts;
  readonly findings: Finding[];
}

export interface BlockProof {
  readonly code: string;
  readonly dueMinutes: number;
  readonly plannedMinutes: number;
  readonly differenceMinutes: number;
  readonly dueHalfDays: number;
  readonly plannedHalfDays: number;
  readonly competencies: CompetencyProof[];
}

/** A half-day that works on two competencies counts for both. */
export interface CompetencyProof {
  readonly code: string;
  readonly plannedHalfDays: number;
  readonly plannedMinutes: number;
}

export interface PlanCounts {
  readonly sessions: number;
  readonly sessionDays: number;
  readonly examDays: number;
  readonly halfDays: number;
}

/**
 * Compares what is planned with what is due, block by block (R4), and lists what a plan is allowed to have but should
 * not. An exam half-day counts only where the programme says so. Half-days of an unknown block count for nothing.
 */
export function provePlan(shape: ProgrammeShape, plan: Plan, calendar: PlanCalendar): PlanProof {
  const teaching = plan.sessions.flatMap(({ halfDays }) => halfDays);
  const counted = shape.examDaysCountAsTraining ? [...teaching, ...plan.examHalfDays] : teaching;
  const blocks = shape.blocks.map((block) => proveBlock(block, counted, shape.halfDayMinutes));
  const dueMinutes = sum(blocks.map((block) => block.dueMinutes));
  const plannedMinutes = sum(blocks.map((block) => block.plannedMinutes));
  return {
    exact: blocks.every((block) => block.differenceMinutes === 0),
    dueMinutes,
    plannedMinutes,
    differenceMinutes: plannedMinutes - dueMinutes,
    blocks,
    counts: countPlan(plan),
    expected: expectedCounts(shape),
    findings: findFindings(shape, plan, calendar),
  };
}

function proveBlock(
  { code, minutes, competencies = [] }: ProgrammeShape["blocks"][number],
  halfDays: readonly PlannedHalfDay[],
  halfDayMinutes: number,
): BlockProof {
  const own = halfDays.filter(({ blockCode }) => blockCode === code);
  const plannedHalfDays = own.length;
  const plannedMinutes = plannedHalfDays * halfDayMinutes;
  return {
    code,
    dueMinutes: minutes,
    plannedMinutes,
    differenceMinutes: plannedMinutes - minutes,
    dueHalfDays: minutes / halfDayMinutes,
    plannedHalfDays,
    competencies: competencies.map((competency) => {
      const count = own.filter(({ competencyCodes = [] }) => competencyCodes.includes(competency)).length;
      return { code: competency, plannedHalfDays: count, plannedMinutes: count * halfDayMinutes };
    }),
  };
}

function countPlan({ sessions, examHalfDays }: Plan): PlanCounts {
  return {
    sessions: sessions.length,
    sessionDays: sum(sessions.map(({ halfDays }) => daysOf(halfDays).length)),
    examDays: daysOf(examHalfDays).length,
    halfDays: sum(sessions.map(({ halfDays }) => halfDays.length)) + examHalfDays.length,
  };
}

function expectedCounts({ sessionCount, daysPerSession, examDayCount }: ProgrammeShape): PlanCounts {
  const sessionDays = sessionCount * daysPerSession;
  return {
    sessions: sessionCount,
    sessionDays,
    examDays: examDayCount,
    halfDays: (sessionDays + examDayCount) * SLOTS.length,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
