import { MAX_MINUTES_A_DAY, SLOTS, type ProgrammeShape } from "./plan.ts";

/** Why a programme cannot be planned whatever the calendar, with the numbers; minutes are whole minutes. */
export type ShapeFault =
  | { code: "not_a_whole_number"; facts: { field: string; value: number; least: number } }
  | { code: "no_block"; facts: Record<string, never> }
  | { code: "session_longer_than_week"; facts: { daysPerSession: number; mostDays: number } }
  | { code: "day_too_long"; facts: { minutes: number; mostMinutes: number } }
  | {
      code: "block_not_multiple";
      facts: {
        blockCode: string;
        minutes: number;
        halfDayMinutes: number;
        /** The multiples of a half-day on either side; `below` is null when it would be nothing. */
        below: number | null;
        above: number;
      };
    }
  | { code: "exam_half_days_mismatch"; facts: { expected: number; actual: number } }
  | { code: "exam_half_days_exceed_block"; facts: { blockCode: string; examHalfDays: number; blockHalfDays: number } }
  | { code: "unknown_block"; facts: { blockCode: string } };

const MOST_DAYS_A_WEEK = 5;

/** Every fault in the arithmetic of a programme (R4, R5, domain §4); none when a plan of it can be looked for. */
export function checkShape(shape: ProgrammeShape): ShapeFault[] {
  const numbers = numberFaults(shape);
  if (numbers.length > 0) return numbers;
  return [...rhythmFaults(shape), ...multipleFaults(shape), ...examFaults(shape)];
}

// R5
function numberFaults(shape: ProgrammeShape): ShapeFault[] {
  const numbers: [field: string, value: number, least: number][] = [
    ["halfDayMinutes", shape.halfDayMinutes, 1],
    ["sessionCount", shape.sessionCount, 1],
    ["daysPerSession", shape.daysPerSession, 1],
    ["examDayCount", shape.examDayCount, 0],
    ["minDaysBetweenSessions", shape.minDaysBetweenSessions, 0],
    ...shape.blocks.map(({ minutes }, index): [string, number, number] => [`blocks/${index}/minutes`, minutes, 1]),
    ...Object.entries(shape.examHalfDaysByBlock).map(([code, count]): [string, number, number] => [
      `examHalfDaysByBlock/${code}`,
      count,
      0,
    ]),
  ];
  return numbers
    .filter(([, value, least]) => !Number.isSafeInteger(value) || value < least)
    .map(([field, value, least]) => ({ code: "not_a_whole_number", facts: { field, value, least } }));
}

function rhythmFaults({ blocks, daysPerSession, halfDayMinutes }: ProgrammeShape): ShapeFault[] {
  const faults: ShapeFault[] = [];
  if (blocks.length === 0) faults.push({ code: "no_block", facts: {} });
  if (daysPerSession > MOST_DAYS_A_WEEK) {
    faults.push({ code: "session_longer_than_week", facts: { daysPerSession, mostDays: MOST_DAYS_A_WEEK } });
  }
  const minutes = halfDayMinutes * SLOTS.length;
  if (minutes > MAX_MINUTES_A_DAY) {
    faults.push({ code: "day_too_long", facts: { minutes, mostMinutes: MAX_MINUTES_A_DAY } }); // R5
  }
  return faults;
}

function multipleFaults({ blocks, halfDayMinutes }: ProgrammeShape): ShapeFault[] {
  return blocks
    .filter(({ minutes }) => minutes % halfDayMinutes !== 0)
    .map(({ code, minutes }) => {
      const below = minutes - (minutes % halfDayMinutes);
      const above = below + halfDayMinutes;
      const facts = { blockCode: code, minutes, halfDayMinutes, below: below > 0 ? below : null, above };
      return { code: "block_not_multiple", facts };
    });
}

function examFaults(shape: ProgrammeShape): ShapeFault[] {
  if (!shape.examDaysCountAsTraining) return [];
  const faults: ShapeFault[] = [];
  const expected = shape.examDayCount * SLOTS.length;
  const fed = Object.entries(shape.examHalfDaysByBlock);
  const actual = fed.reduce((sum, [, count]) => sum + count, 0);
  if (actual !== expected) faults.push({ code: "exam_half_days_mismatch", facts: { expected, actual } });
  for (const [blockCode, examHalfDays] of fed) {
    const block = shape.blocks.find(({ code }) => code === blockCode);
    const blockHalfDays = Math.floor((block?.minutes ?? 0) / shape.halfDayMinutes);
    if (block === undefined) faults.push({ code: "unknown_block", facts: { blockCode } });
    else if (examHalfDays > blockHalfDays) {
      faults.push({ code: "exam_half_days_exceed_block", facts: { blockCode, examHalfDays, blockHalfDays } });
    }
  }
  return faults;
}
