import type { CivilDay, CivilPeriod, YearMonth } from "../time.ts";
import type { HolidayZone } from "./public-holidays.ts";

export type Slot = "am" | "pm";

/** Every day of a session, and every exam day, has two half-days (R5). */
export const SLOTS: readonly Slot[] = ["am", "pm"];

/** R5: no more than this many minutes in one day. */
export const MAX_MINUTES_A_DAY = 600;

/** How a programme is taught: what a plan must add up to. Minutes are whole and positive (R5). */
export interface ProgrammeShape {
  /** In teaching order. */
  readonly blocks: readonly BlockShape[];
  readonly halfDayMinutes: number;
  readonly sessionCount: number;
  readonly daysPerSession: number;
  readonly examDayCount: number;
  readonly examDaysCountAsTraining: boolean;
  /** Which blocks the exam half-days feed; read only when they count as training. */
  readonly examHalfDaysByBlock: Readonly<Record<string, number>>;
  /** Least number of days from the last day of a session to the first of the next. */
  readonly minDaysBetweenSessions: number;
}

export interface BlockShape {
  readonly code: string;
  readonly minutes: number;
  /** Its competencies in order, where they are to be covered. */
  readonly competencies?: readonly string[] | undefined;
}

/** Days on which the provider does not teach, both ends included. */
export interface Closure extends CivilPeriod {
  readonly label?: string | undefined;
}

/** What no plan may overrun: the edition's dates in force (R3), public holidays and closures (T1). */
export interface PlanCalendar {
  readonly titleInForce: CivilPeriod;
  readonly closures: readonly Closure[];
  /** The cohort's own first and last day, where they are to be watched over: what lies outside is shown, not refused. */
  readonly cohort?: CivilPeriod | undefined;
  /** `metropole` when left out. */
  readonly holidayZone?: HolidayZone | undefined;
}

/** What a proposal must stay within, and what it should prefer. */
export interface PlanBounds extends PlanCalendar {
  readonly notBefore: CivilDay;
  readonly notAfter: CivilDay;
  /** Months in which nothing is planned, neither session nor exam. */
  readonly skipMonths: readonly YearMonth[];
  /** Preferred ISO weekdays, 1 for Monday to 5 for Friday: a preference, never a limit. */
  readonly weekdays?: readonly number[] | undefined;
}

export interface PlannedHalfDay {
  readonly day: CivilDay;
  readonly slot: Slot;
  /** Null only on an exam half-day of a programme whose exam days do not count as training. */
  readonly blockCode: string | null;
  /** Those of its block that it works on. */
  readonly competencyCodes?: string[] | undefined;
  readonly trainerId?: string | null | undefined;
  readonly roomId?: string | null | undefined;
  /** At a distance: then it has no room. */
  readonly remote?: boolean | undefined;
  /** Why it is on a public holiday or a closing day all the same (T1). */
  readonly overrideReason?: string | null | undefined;
}

export interface PlannedSession {
  readonly halfDays: PlannedHalfDay[];
}

export interface Plan {
  readonly sessions: PlannedSession[];
  readonly examHalfDays: PlannedHalfDay[];
}

/** Where a half-day stands in a plan; `sessionIndex` is null for an exam half-day. Both count from 0. */
export interface HalfDayPath {
  readonly sessionIndex: number | null;
  readonly halfDayIndex: number;
}

/** The distinct days of some half-days, in date order. */
export function daysOf(halfDays: readonly PlannedHalfDay[]): CivilDay[] {
  return [...new Set(halfDays.map((halfDay) => halfDay.day))].toSorted();
}

/** Negative, zero or positive as one half-day comes before, with or after another. */
export function compareHalfDays(a: PlannedHalfDay, b: PlannedHalfDay): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return SLOTS.indexOf(a.slot) - SLOTS.indexOf(b.slot);
}
