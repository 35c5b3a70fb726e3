import { expect, test } from "vitest";
import { checkShape } from "./check-shape.ts";
import { msads } from "./msads.fixture.ts";
import type { ProgrammeShape } from "./plan.ts";

test("MSADS adds up", () => {
  expect(checkShape(msads)).toEqual([]);
});

const shape = { ...msads, examHalfDaysByBlock: { CCP2: 2, CCP3: 2 } };

const refused: [why: string, change: Partial<ProgrammeShape>, faults: ReturnType<typeof checkShape>][] = [
  [
    "no minutes in a half-day (R5)",
    { halfDayMinutes: 0 },
    [{ code: "not_a_whole_number", facts: { field: "halfDayMinutes", value: 0, least: 1 } }],
  ],
  [
    "a fraction of a session (R5)",
    { sessionCount: 3.5 },
    [{ code: "not_a_whole_number", facts: { field: "sessionCount", value: 3.5, least: 1 } }],
  ],
  [
    "a block of no minutes and one of a third of one (R5)",
    {
      blocks: [
        { code: "A", minutes: 0 },
        { code: "B", minutes: 10 / 3 },
      ],
      examHalfDaysByBlock: {},
    },
    [
      { code: "not_a_whole_number", facts: { field: "blocks/0/minutes", value: 0, least: 1 } },
      { code: "not_a_whole_number", facts: { field: "blocks/1/minutes", value: 10 / 3, least: 1 } },
    ],
  ],
  [
    "half an exam half-day (R5)",
    { examHalfDaysByBlock: { CCP2: 0.5, CCP3: 3.5 } },
    [
      { code: "not_a_whole_number", facts: { field: "examHalfDaysByBlock/CCP2", value: 0.5, least: 0 } },
      { code: "not_a_whole_number", facts: { field: "examHalfDaysByBlock/CCP3", value: 3.5, least: 0 } },
    ],
  ],
  [
    "eleven hours a day (R5)",
    {
      halfDayMinutes: 330,
      blocks: [
        { code: "CCP2", minutes: 3300 },
        { code: "CCP3", minutes: 3300 },
      ],
    },
    [{ code: "day_too_long", facts: { minutes: 660, mostMinutes: 600 } }],
  ],
  [
    "six days a week",
    { daysPerSession: 6 },
    [{ code: "session_longer_than_week", facts: { daysPerSession: 6, mostDays: 5 } }],
  ],
  ["no block", { blocks: [], examDayCount: 0, examHalfDaysByBlock: {} }, [{ code: "no_block", facts: {} }]],
  [
    "a block that is no whole number of half-days",
    {
      blocks: [
        { code: "CCP2", minutes: 1000 },
        { code: "CCP3", minutes: 2100 },
      ],
    },
    [
      {
        code: "block_not_multiple",
        facts: { blockCode: "CCP2", minutes: 1000, halfDayMinutes: 210, below: 840, above: 1050 },
      },
    ],
  ],
  [
    "an exam feeding fewer half-days than it has",
    { examHalfDaysByBlock: { CCP3: 3 } },
    [{ code: "exam_half_days_mismatch", facts: { expected: 4, actual: 3 } }],
  ],
  [
    "an exam feeding a block of another programme",
    { examHalfDaysByBlock: { CCP2: 2, CCP9: 2 } },
    [{ code: "unknown_block", facts: { blockCode: "CCP9" } }],
  ],
  [
    "an exam feeding a block more than it has",
    { blocks: [{ code: "CCP2", minutes: 420 }], examHalfDaysByBlock: { CCP2: 4 } },
    [{ code: "exam_half_days_exceed_block", facts: { blockCode: "CCP2", examHalfDays: 4, blockHalfDays: 2 } }],
  ],
];

test.each(refused)("%s does not add up", (_, change, faults) => {
  expect(checkShape({ ...shape, ...change })).toEqual(faults);
});

test("what the exam feeds is not looked at when its days do not count as training", () => {
  expect(checkShape({ ...msads, examDaysCountAsTraining: false, examHalfDaysByBlock: { CCP9: 1 } })).toEqual([]);
});
