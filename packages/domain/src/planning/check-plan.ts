import { dayNumberOf, type CivilDay } from "../time.ts";
import {
  compareHalfDays,
  daysOf,
  MAX_MINUTES_A_DAY,
  SLOTS,
  type HalfDayPath,
  type Plan,
  type PlanCalendar,
  type PlannedHalfDay,
  type ProgrammeShape,
  type Slot,
} from "./plan.ts";
import type { HolidayCode } from "./public-holidays.ts";
import { closureOn, daysOff, type DaysOff } from "./working-days.ts";

/** Why a plan is refused, and which of its half-days is at fault. Minutes are whole. */
export type PlanFault = { readonly at: HalfDayPath } & (
  | { code: "day_outside_title"; facts: { day: CivilDay; from: CivilDay; to: CivilDay } }
  | { code: "day_on_public_holiday"; facts: { day: CivilDay; holiday: HolidayCode } }
  | { code: "day_on_closure"; facts: { day: CivilDay; from: CivilDay; to: CivilDay; label: string | null } }
  | { code: "half_day_twice"; facts: { day: CivilDay; slot: Slot; first: HalfDayPath } }
  | { code: "too_many_minutes_a_day"; facts: { day: CivilDay; minutes: number; mostMinutes: number } }
  | { code: "unknown_block"; facts: { blockCode: string } }
  | { code: "block_missing"; facts: { day: CivilDay; slot: Slot } }
  | { code: "unknown_competency"; facts: { competencyCode: string; blockCode: string | null } }
  | { code: "remote_with_room"; facts: { day: CivilDay; slot: Slot } }
);

interface Placed {
  readonly at: HalfDayPath;
  readonly halfDay: PlannedHalfDay;
}

/**
 * The hard faults of a plan, in the plan's own order: an empty list means it may be adopted. `RangeError` when a day is
 * no civil day.
 */
export function checkPlan(
  shape: Pick<ProgrammeShape, "blocks" | "halfDayMinutes" | "examDaysCountAsTraining">,
  plan: Plan,
  calendar: PlanCalendar,
): PlanFault[] {
  const placed = placedHalfDays(plan);
  const days = daysOf(placed.map(({ halfDay }) => halfDay));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const off = daysOff(calendar, first, last);
  return [
    ...titleFaults(placed, calendar),
    ...placed.flatMap((each) => dayOffFaults(each, off)),
    ...twiceFaults(placed),
    ...lengthFaults(placed, shape.halfDayMinutes),
    ...placed.flatMap((each) => blockFaults(each, shape)),
    ...placed.flatMap((each) => teachingFaults(each, shape)),
  ];
}

function placedHalfDays({ sessions, examHalfDays }: Plan): Placed[] {
  const place = (sessionIndex: number | null) => (halfDay: PlannedHalfDay, halfDayIndex: number) => ({
    at: { sessionIndex, halfDayIndex },
    halfDay,
  });
  return [...sessions.flatMap(({ halfDays }, index) => halfDays.map(place(index))), ...examHalfDays.map(place(null))];
}

/** R3 binds the first half-day; those who began in time may finish after the edition's end (arrêté of 22 December 2015). */
function titleFaults(placed: readonly Placed[], { titleInForce: { from, to } }: PlanCalendar): PlanFault[] {
  const first = placed.reduce<Placed | undefined>(
    (least, each) => (least !== undefined && compareHalfDays(least.halfDay, each.halfDay) <= 0 ? least : each),
    undefined,
  );
  return placed
    .filter(({ halfDay }, index) => halfDay.day < from || (halfDay.day > to && placed[index] === first))
    .map(({ at, halfDay: { day } }) => ({ at, code: "day_outside_title", facts: { day, from, to } }));
}

// T1: a written override lets a half-day stand on such a day.
function dayOffFaults({ at, halfDay: { day, overrideReason } }: Placed, off: DaysOff): PlanFault[] {
  if (typeof overrideReason === "string") return [];
  const faults: PlanFault[] = [];
  const number = dayNumberOf(day);
  const holiday = off.holidays.get(number);
  if (holiday !== undefined) faults.push({ at, code: "day_on_public_holiday", facts: { day, holiday } });
  const closure = closureOn(off, number);
  if (closure !== undefined) {
    const { from, to, label = null } = closure;
    faults.push({ at, code: "day_on_closure", facts: { day, from, to, label } });
  }
  return faults;
}

// T1
function twiceFaults(placed: readonly Placed[]): PlanFault[] {
  const bySlot = Map.groupBy(placed, ({ halfDay: { day, slot } }) => `${day} ${slot}`);
  return [...bySlot.values()].flatMap(([first, ...again]) =>
    again.flatMap(({ at, halfDay: { day, slot } }): PlanFault[] =>
      first === undefined ? [] : [{ at, code: "half_day_twice", facts: { day, slot, first: first.at } }],
    ),
  );
}

// R5
function lengthFaults(placed: readonly Placed[], halfDayMinutes: number): PlanFault[] {
  return [...Map.groupBy(placed, ({ halfDay }) => halfDay.day)].flatMap(([day, together]) => {
    const minutes = together.length * halfDayMinutes;
    const one = together.find((_, index) => index >= SLOTS.length || (index + 1) * halfDayMinutes > MAX_MINUTES_A_DAY);
    if (one === undefined) return [];
    return [{ at: one.at, code: "too_many_minutes_a_day", facts: { day, minutes, mostMinutes: MAX_MINUTES_A_DAY } }];
  });
}

function blockFaults(
  { at, halfDay: { day, slot, blockCode } }: Placed,
  { blocks, examDaysCountAsTraining }: Pick<ProgrammeShape, "blocks" | "examDaysCountAsTraining">,
): PlanFault[] {
  if (blockCode === null) {
    const mayBeNull = at.sessionIndex === null && !examDaysCountAsTraining;
    return mayBeNull ? [] : [{ at, code: "block_missing", facts: { day, slot } }];
  }
  if (blocks.some(({ code }) => code === blockCode)) return [];
  return [{ at, code: "unknown_block", facts: { blockCode } }];
}

function teachingFaults(
  { at, halfDay: { day, slot, blockCode, competencyCodes = [], remote, roomId } }: Placed,
  { blocks }: Pick<ProgrammeShape, "blocks">,
): PlanFault[] {
  const known = blocks.find(({ code }) => code === blockCode)?.competencies;
  const unknown = competencyCodes.filter((code) => blockCode === null || known?.includes(code) === false); // R1
  return [
    ...unknown.map((competencyCode): PlanFault => ({
      at,
      code: "unknown_competency",
      facts: { competencyCode, blockCode },
    })),
    ...(remote === true && typeof roomId === "string"
      ? [{ at, code: "remote_with_room" as const, facts: { day, slot } }]
      : []),
  ];
}
