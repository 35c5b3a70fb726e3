import {
  addMonths,
  civilDayAt,
  dayNumberOf,
  dayOfMonth,
  mondayAt,
  monthOf,
  weekdayAt,
  type CivilDay,
  type DayNumber,
  type YearMonth,
} from "../time.ts";
import type { PlanBounds, ProgrammeShape } from "./plan.ts";
import { daysOff, interruptions, isWorkingDay } from "./working-days.ts";

/** An exam day lies at most this many months after the last session (domain §4). */
export const EXAM_WITHIN_MONTHS = 2;

/** Days that could be one session, or the exam: what it would cost, and what may come after it. */
export interface Option {
  readonly days: readonly DayNumber[];
  readonly start: DayNumber;
  readonly end: DayNumber;
  readonly month: YearMonth;
  readonly dayOfMonth: number;
  readonly brokenDays: number;
  readonly unpreferredDays: number;
}

export interface SessionOption extends Option {
  /** R3: the first session must begin while the edition is in force. */
  readonly mayBeFirst: boolean;
  /** First day on which the next session may begin: in a later month, and far enough from this one. */
  readonly nextFrom: DayNumber;
  /** Last day the exam may end on, were this the last session. */
  readonly examBy: DayNumber;
}

/** Everything a calendar has room for between two bounds, each list earliest first. */
export interface Room {
  readonly sessionCount: number;
  readonly minDaysBetween: number;
  readonly sessions: readonly SessionOption[];
  readonly exams: readonly Option[];
  /** False for a programme without exam days: then no exam is looked for. */
  readonly hasExam: boolean;
}

/**
 * Lists every possible session and every possible run of exam days from `notBefore` to `notAfter`; where the exam's days
 * are fixed, these alone.
 */
export function roomBetween(shape: ProgrammeShape, bounds: PlanBounds, examDays: readonly CivilDay[] = []): Room {
  const working = workingDays(bounds);
  const left = new Set(openDays(bounds, working));
  const option = optionMaker(bounds.weekdays ?? []);
  const fixed = examDays.map(dayNumberOf).toSorted((a, b) => a - b);
  return {
    sessionCount: shape.sessionCount,
    minDaysBetween: shape.minDaysBetweenSessions,
    sessions: byWeek([...left])
      .flatMap((week) => subsets(week, shape.daysPerSession))
      .map((days) => sessionOption(option(days), bounds, shape.minDaysBetweenSessions)),
    exams: (fixed.length > 0 ? [fixed] : runs(working, shape.examDayCount))
      .filter((days) => days.every((day) => left.has(day)))
      .map(option),
    hasExam: shape.examDayCount > 0,
  };
}

/** The days on which something may be planned: working days between the bounds, but for the months to skip. */
export function openDays(bounds: PlanBounds, working: readonly DayNumber[] = workingDays(bounds)): DayNumber[] {
  const skipped = new Set(bounds.skipMonths);
  return working.filter((day) => !skipped.has(monthOf(civilDayAt(day))));
}

function workingDays(bounds: PlanBounds): DayNumber[] {
  const off = daysOff(bounds, bounds.notBefore, bounds.notAfter);
  const last = dayNumberOf(bounds.notAfter);
  const working: DayNumber[] = [];
  for (let day = dayNumberOf(bounds.notBefore); day <= last; day += 1) if (isWorkingDay(off, day)) working.push(day);
  return working;
}

/** The exams that could follow a session, were it the last: after it, and soon enough. */
export function examsAfter(room: Room, session: SessionOption): Option[] {
  return room.exams.filter((exam) => session.end < exam.start && exam.end <= session.examBy);
}

/** Whether a session could be the last one. */
export function canBeLast(room: Room, session: SessionOption): boolean {
  return !room.hasExam || examsAfter(room, session).length > 0;
}

function sessionOption(option: Option, { titleInForce }: PlanBounds, minDaysBetween: number): SessionOption {
  const firstDay = civilDayAt(option.start);
  const nextMonth = addMonths(option.start - option.dayOfMonth + 1, 1);
  return {
    ...option,
    mayBeFirst: titleInForce.from <= firstDay && firstDay <= titleInForce.to,
    nextFrom: Math.max(option.end + minDaysBetween, nextMonth),
    examBy: addMonths(option.end, EXAM_WITHIN_MONTHS),
  };
}

function optionMaker(weekdays: readonly number[]): (days: readonly DayNumber[]) => Option {
  const unpreferred = (day: DayNumber) => weekdays.length > 0 && !weekdays.includes(weekdayAt(day));
  return (days) => {
    const [start, end] = [Math.min(...days), Math.max(...days)];
    const firstDay = civilDayAt(start);
    return {
      days,
      start,
      end,
      month: monthOf(firstDay),
      dayOfMonth: dayOfMonth(firstDay),
      brokenDays: interruptions(days).length,
      unpreferredDays: days.filter(unpreferred).length,
    };
  };
}

/** Ordered days, gathered by ISO week. */
function byWeek(days: readonly DayNumber[]): DayNumber[][] {
  return [...Map.groupBy(days, mondayAt).values()];
}

/** Every choice of so many items, in the order of the list: the earliest choice first. */
function subsets<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => subsets(items.slice(index + 1), size - 1).map((rest) => [item, ...rest]));
}

/** Every stretch of so many neighbours in the list. */
function runs<T>(items: readonly T[], length: number): T[][] {
  if (length === 0) return [];
  return items.slice(length - 1).map((_, index) => items.slice(index, index + length));
}
