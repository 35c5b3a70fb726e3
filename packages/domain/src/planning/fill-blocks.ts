import type { DayNumber } from "../time.ts";
import { civilDayAt } from "../time.ts";
import type { Arrangement } from "./arrange.ts";
import { SLOTS, type Plan, type PlannedHalfDay, type ProgrammeShape } from "./plan.ts";

/**
 * Gives each half-day its block: blocks in teaching order over the sessions, am before pm, less the half-days the exam
 * feeds. Whatever is too few or too many falls on the end of the sequence, where the proof names it (domain §4).
 */
export function fillBlocks(shape: ProgrammeShape, { sessions, exam }: Arrangement): Plan {
  const fedByExam = (code: string) => (shape.examDaysCountAsTraining ? (shape.examHalfDaysByBlock[code] ?? 0) : 0);
  const teaching = shape.blocks.flatMap(({ code, minutes }) =>
    repeat(code, minutes / shape.halfDayMinutes - fedByExam(code)),
  );
  const lastBlock = shape.blocks.at(-1)?.code ?? null;
  const perSession = shape.daysPerSession * SLOTS.length;
  return {
    sessions: sessions.map(({ days }, index) => ({
      halfDays: halfDaysOn(days, teaching.slice(index * perSession), lastBlock),
    })),
    examHalfDays: halfDaysOn(
      exam?.days ?? [],
      shape.blocks.flatMap(({ code }) => repeat(code, fedByExam(code))),
      null,
    ),
  };
}

function halfDaysOn(
  days: readonly DayNumber[],
  blocks: readonly string[],
  whenNoneIsLeft: string | null,
): PlannedHalfDay[] {
  return days
    .flatMap((day) => SLOTS.map((slot) => ({ day: civilDayAt(day), slot })))
    .map((halfDay, index) => ({ ...halfDay, blockCode: blocks[index] ?? whenNoneIsLeft }));
}

function repeat(code: string, times: number): string[] {
  return Array.from({ length: times }, () => code);
}
