import type { Plan, PlanBounds, PlannedHalfDay, ProgrammeShape } from "./plan.ts";

/** The MSADS programme of 2017: 77, 112 and 77 hours. */
export const msads: ProgrammeShape = {
  blocks: [
    { code: "CCP1", minutes: 77 * 60 },
    { code: "CCP2", minutes: 112 * 60 },
    { code: "CCP3", minutes: 77 * 60 },
  ],
  halfDayMinutes: 210,
  sessionCount: 9,
  daysPerSession: 4,
  examDayCount: 2,
  examDaysCountAsTraining: true,
  examHalfDaysByBlock: { CCP1: 0, CCP2: 2, CCP3: 2 },
  minDaysBetweenSessions: 14,
};

/** The page's own cohort. */
export const msadsBounds: PlanBounds = {
  notBefore: "2017-05-16",
  notAfter: "2018-03-31",
  skipMonths: ["2017-08"],
  closures: [],
  titleInForce: { from: "2017-05-16", to: "2022-05-15" },
};

/** A session on some days, each am and pm, all of one block. */
export function sessionOn(blockCode: string | null, ...days: string[]): { halfDays: PlannedHalfDay[] } {
  return {
    halfDays: days.flatMap((day): PlannedHalfDay[] => [
      { day, slot: "am", blockCode },
      { day, slot: "pm", blockCode },
    ]),
  };
}

/** Each session's days, then the exam's. */
export function daysBySession({ sessions, examHalfDays }: Plan): string[][] {
  return [...sessions, { halfDays: examHalfDays }].map(({ halfDays }) => [...new Set(halfDays.map(({ day }) => day))]);
}
