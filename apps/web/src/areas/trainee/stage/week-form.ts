import type { StageWeek, stageDay } from "@passerelle/contracts/stage-weeks";
import { maxDayMinutes, maxWeekMinutes } from "@passerelle/domain/placement/check-week";
import { daysOf } from "@passerelle/domain/placement/iso-week";
import type { z } from "zod";
import type { ApiError } from "../../../api/api-error.ts";
import { sortFaults } from "../../../api/field-errors.ts";

/** A day of the form; 0 minutes are a day without hours. */
export interface DayEntry {
  readonly day: string;
  readonly minutes: number;
  readonly activity: string;
}

const STEP_MINUTES = 30;
export const MOST_DAY_MINUTES = maxDayMinutes;
export const MOST_WEEK_MINUTES = maxWeekMinutes;

/** The seven days of a week with what is logged. */
export function entriesOf(week: string, logged: StageWeek["days"]): DayEntry[] {
  return daysOf(week).map((day) => {
    const its = logged.find((each) => each.day === day);
    return { day, minutes: its?.minutes ?? 0, activity: its?.activity ?? "" };
  });
}

/** What the API takes: the days that have hours. */
export function daysToLog(entries: readonly DayEntry[]): z.input<typeof stageDay>[] {
  return entries
    .filter(({ minutes }) => minutes > 0)
    .map(({ day, minutes, activity }) => ({ day, minutes, activity: activity.trim() === "" ? null : activity.trim() }));
}

/** Whether two states of a week say the same; spaces around an activity say nothing. */
export function isSame(a: readonly DayEntry[], b: readonly DayEntry[]): boolean {
  return a.length === b.length && a.every((each, index) => text(each) === text(b[index]));
}

export function totalMinutes(entries: readonly DayEntry[]): number {
  return entries.reduce((total, { minutes }) => total + minutes, 0);
}

/** The entries with one day changed. */
export function withDay(entries: readonly DayEntry[], day: string, change: Partial<DayEntry>): DayEntry[] {
  return entries.map((each) => (each.day === day ? { ...each, ...change } : each));
}

/** Half an hour more or less, to whole half-hours, within a day's ten hours. */
export function stepped(minutes: number, direction: 1 | -1): number {
  const steps = direction === 1 ? Math.floor(minutes / STEP_MINUTES) + 1 : Math.ceil(minutes / STEP_MINUTES) - 1;
  return Math.min(MOST_DAY_MINUTES, Math.max(0, steps * STEP_MINUTES));
}

/** The durations a day can be given: every quarter of an hour, and the one it has. */
export function durations(minutes: number): number[] {
  const quarters = Array.from({ length: MOST_DAY_MINUTES / 15 + 1 }, (_, index) => index * 15);
  return quarters.includes(minutes) ? quarters : [...quarters, minutes].toSorted((a, b) => a - b);
}

interface CopyBounds {
  readonly today: string;
  /** Days with a course, which are no days of placement. */
  readonly courseDays: ReadonlySet<string>;
}

/** The week with the hours of an earlier one on the same weekdays: never over what is filled, later than today, or on a course. */
export function copied(entries: readonly DayEntry[], earlier: StageWeek, bounds: CopyBounds): DayEntry[] {
  const source = entriesOf(earlier.week, earlier.days);
  return entries.map((each, index) => {
    const its = source[index];
    const isFilled = each.minutes > 0 || each.activity.trim() !== "";
    if (its === undefined || isFilled || each.day > bounds.today || bounds.courseDays.has(each.day)) return each;
    return { day: each.day, minutes: its.minutes, activity: its.activity };
  });
}

/** The latest week before this one that has hours: what can be copied. */
export function weekToCopy(week: string, weeks: readonly StageWeek[]): StageWeek | null {
  const earlier = weeks.filter((each) => each.week < week && each.minutes > 0);
  return earlier.toSorted((a, b) => b.week.localeCompare(a.week))[0] ?? null;
}

/** Days that say what was done but not how long: the API has no place for them, so they are asked about first. */
export function daysWithoutDuration(entries: readonly DayEntry[]): string[] {
  return entries.filter(({ minutes, activity }) => minutes === 0 && activity.trim() !== "").map(({ day }) => day);
}

export interface DayFaults {
  readonly minutes?: string;
  readonly activity?: string;
}

/** What the API refused, by day: `/days/1/minutes` is the second of the days sent. */
export function faultsByDay(error: ApiError, sent: readonly { readonly day: string }[]): Record<string, DayFaults> {
  const faults: Record<string, DayFaults> = {};
  for (const [path, detail] of Object.entries(sortFaults(error, ["days"]).byField)) {
    const [, index, field] = path.split(".");
    const day = sent[Number(index)]?.day;
    if (index === undefined || day === undefined) continue;
    // What is said of the day itself is shown by its duration.
    const place = field === "activity" ? "activity" : "minutes";
    const before = faults[day]?.[place];
    faults[day] = { ...faults[day], [place]: before === undefined ? detail : `${before} ${detail}` };
  }
  return faults;
}

function text(entry: DayEntry | undefined): string {
  return entry === undefined ? "" : `${entry.day} ${entry.minutes} ${entry.activity.trim()}`;
}
