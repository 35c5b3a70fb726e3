import type { CivilDay } from "../time.ts";
import { compareHalfDays, daysOf, type HalfDayPath, type Plan, type PlannedHalfDay, type Slot } from "./plan.ts";

/** A moved plan, still to be checked and proved; or why the move makes no sense. */
export type Move =
  | { readonly outcome: "moved"; readonly plan: Plan }
  | { readonly outcome: "refused"; readonly fault: MoveFault };

export type MoveFault =
  | { code: "no_such_session"; facts: { sessionIndex: number | null; sessions: number } }
  | { code: "no_such_half_day"; facts: { halfDayIndex: number; halfDays: number } }
  | { code: "day_count_differs"; facts: { actual: number; required: number } }
  | { code: "same_day_twice"; facts: { day: CivilDay } };

/**
 * Moves a session, or the exam days when `sessionIndex` is null, to as many other days: the first day onto the earliest
 * new one and so on, slots and blocks kept. The plan given is left as it is; R3, R5 and T1 are for `checkPlan`.
 */
export function moveSession(plan: Plan, sessionIndex: number | null, newDays: readonly CivilDay[]): Move {
  const halfDays = halfDaysAt(plan, sessionIndex);
  if (halfDays === undefined) return refusedSession(plan, sessionIndex);
  const [before, after] = [daysOf(halfDays), newDays.toSorted()];
  const again = after.find((day, index) => day === after[index - 1]);
  if (again !== undefined) return { outcome: "refused", fault: { code: "same_day_twice", facts: { day: again } } };
  if (after.length !== before.length) {
    const facts = { actual: after.length, required: before.length };
    return { outcome: "refused", fault: { code: "day_count_differs", facts } };
  }
  const moved = halfDays.map((halfDay) => ({
    ...halfDay,
    day: after[before.indexOf(halfDay.day)] ?? halfDay.day,
  }));
  return { outcome: "moved", plan: withHalfDays(plan, sessionIndex, moved) };
}

/** Moves one half-day to another day and slot, its block kept; the session's half-days stay in date order. */
export function moveHalfDay(plan: Plan, { sessionIndex, halfDayIndex }: HalfDayPath, day: CivilDay, slot: Slot): Move {
  const halfDays = halfDaysAt(plan, sessionIndex);
  if (halfDays === undefined) return refusedSession(plan, sessionIndex);
  if (halfDays[halfDayIndex] === undefined) {
    const facts = { halfDayIndex, halfDays: halfDays.length };
    return { outcome: "refused", fault: { code: "no_such_half_day", facts } };
  }
  const moved = halfDays.map((halfDay, index) => (index === halfDayIndex ? { ...halfDay, day, slot } : halfDay));
  return { outcome: "moved", plan: withHalfDays(plan, sessionIndex, moved) };
}

function halfDaysAt(plan: Plan, sessionIndex: number | null): readonly PlannedHalfDay[] | undefined {
  return sessionIndex === null ? plan.examHalfDays : plan.sessions[sessionIndex]?.halfDays;
}

function withHalfDays(plan: Plan, sessionIndex: number | null, moved: readonly PlannedHalfDay[]): Plan {
  const halfDays = moved.toSorted(compareHalfDays);
  if (sessionIndex === null) return { ...plan, examHalfDays: halfDays };
  return {
    ...plan,
    sessions: plan.sessions.map((session, index) => (index === sessionIndex ? { ...session, halfDays } : session)),
  };
}

function refusedSession(plan: Plan, sessionIndex: number | null): Move {
  const facts = { sessionIndex, sessions: plan.sessions.length };
  return { outcome: "refused", fault: { code: "no_such_session", facts } };
}
