import { dayNumberOf, type CivilDay } from "../time.ts";
import { checkPlan, type PlanFault } from "./check-plan.ts";
import type { HalfDayPath, Plan, PlanCalendar, PlannedHalfDay, ProgrammeShape, Slot } from "./plan.ts";
import { closureOn, daysOff } from "./working-days.ts";

/** A half-day of a plan with what tells it apart; `sessionId` is null for an exam half-day. */
export interface KeptHalfDay {
  readonly id: string;
  readonly sessionId: string | null;
  readonly halfDay: PlannedHalfDay;
}

/** What becomes of a half-day; what is left out stays. */
export interface HalfDayChange {
  readonly day?: CivilDay | undefined;
  readonly slot?: Slot | undefined;
  readonly blockCode?: string | undefined;
  readonly competencyCodes?: readonly string[] | undefined;
  readonly trainerId?: string | null | undefined;
  readonly roomId?: string | null | undefined;
  readonly remote?: boolean | undefined;
}

/** A fault of a plan, and the half-day that runs into it. */
export interface EditFault {
  readonly id: string;
  readonly fault: PlanFault;
}

/**
 * A half-day as a change leaves it. Another block takes the competencies away, a room and a half-day at a distance
 * exclude each other. A reason is kept for a day off, as long as the half-day stays on it (T1).
 */
export function editHalfDay(
  before: PlannedHalfDay,
  change: HalfDayChange,
  overrideReason: string | null,
  isDayOff: (day: CivilDay) => boolean,
): Required<PlannedHalfDay> {
  const { day = before.day, slot = before.slot, blockCode = before.blockCode } = change;
  const remote = change.remote ?? (typeof change.roomId === "string" ? false : (before.remote ?? false));
  const kept = day === before.day ? (before.overrideReason ?? null) : null;
  return {
    day,
    slot,
    blockCode,
    competencyCodes: [
      ...new Set(change.competencyCodes ?? (blockCode === before.blockCode ? (before.competencyCodes ?? []) : [])),
    ],
    trainerId: (change.trainerId === undefined ? before.trainerId : change.trainerId) ?? null,
    roomId: (change.roomId === undefined && remote ? null : roomOf(before, change)) ?? null,
    remote,
    overrideReason: kept ?? (isDayOff(day) ? overrideReason : null),
  };
}

function roomOf(before: PlannedHalfDay, { roomId }: HalfDayChange) {
  return roomId === undefined ? before.roomId : roomId;
}

/** Whether a day is a public holiday or in a closure, for any of these days. */
export function dayOffTest(calendar: PlanCalendar, days: readonly CivilDay[]): (day: CivilDay) => boolean {
  const ordered = days.toSorted();
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined) return () => false;
  const off = daysOff(calendar, first, last);
  return (day) => off.holidays.has(dayNumberOf(day)) || closureOn(off, dayNumberOf(day)) !== undefined;
}

/**
 * What the edited half-days run into (R3, R5, T1): nothing that was already so before the edit, nothing that only
 * others run into. Two half-days at once are not among them: by their times they clash with those of other cohorts too.
 */
export function faultsOfEdit(
  shape: Pick<ProgrammeShape, "blocks" | "halfDayMinutes" | "examDaysCountAsTraining">,
  before: readonly KeptHalfDay[],
  after: readonly KeptHalfDay[],
  edited: ReadonlySet<string>,
  calendar: PlanCalendar,
): EditFault[] {
  const known = new Set(faultsOf(shape, before, edited, calendar).map(keyOf));
  return faultsOf(shape, after, edited, calendar).filter((each) => !known.has(keyOf(each)));
}

function faultsOf(
  shape: Parameters<typeof checkPlan>[0],
  halfDays: readonly KeptHalfDay[],
  edited: ReadonlySet<string>,
  calendar: PlanCalendar,
): EditFault[] {
  const { plan, idAt } = planOfKept(halfDays);
  const faults = checkPlan(shape, plan, calendar);
  const crowded = new Set(faults.flatMap(({ code, facts }) => (code === "half_day_twice" ? [facts.day] : [])));
  return faults.flatMap((fault): EditFault[] => {
    if (fault.code === "half_day_twice") return [];
    if (fault.code !== "too_many_minutes_a_day") {
      const id = idAt(fault.at);
      return id !== undefined && edited.has(id) ? [{ id, fault }] : [];
    }
    // More half-days than a day has slots are too long a day as well: the clash is what to tell.
    if (crowded.has(fault.facts.day)) return [];
    const one = halfDays.find(({ id, halfDay }) => edited.has(id) && halfDay.day === fault.facts.day);
    return one === undefined ? [] : [{ id: one.id, fault }];
  });
}

function keyOf({ id, fault: { code, facts } }: EditFault): string {
  return `${id} ${code} ${JSON.stringify(facts)}`;
}

function planOfKept(halfDays: readonly KeptHalfDay[]): {
  plan: Plan;
  idAt: (path: HalfDayPath) => string | undefined;
} {
  const exam = halfDays.filter(({ sessionId }) => sessionId === null);
  const sessions = [
    ...Map.groupBy(
      halfDays.filter(({ sessionId }) => sessionId !== null),
      ({ sessionId }) => sessionId,
    ).values(),
  ];
  const planned = (each: readonly KeptHalfDay[]) => each.map(({ halfDay }) => halfDay);
  return {
    plan: { sessions: sessions.map((each) => ({ halfDays: planned(each) })), examHalfDays: planned(exam) },
    idAt: ({ sessionIndex, halfDayIndex }) =>
      (sessionIndex === null ? exam : sessions[sessionIndex])?.[halfDayIndex]?.id,
  };
}
