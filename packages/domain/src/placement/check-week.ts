import { repeated } from "../programme/repeated.ts";
import type { CivilDay } from "../time.ts";
import { daysOf, type IsoWeek } from "./iso-week.ts";

/** P4: ten hours a day. */
export const maxDayMinutes = 600;

/** P4: forty-eight hours a week. */
export const maxWeekMinutes = 2880;

/** The hours of one day of placement. */
export interface StageDay {
  readonly day: CivilDay;
  readonly minutes: number;
}

/** Between which days hours may be logged; `to` is null while the path goes on. */
export interface WeekBounds {
  readonly today: CivilDay;
  readonly from: CivilDay;
  readonly to: CivilDay | null;
}

/** One broken rule; `pointer` is a JSON Pointer into the week. Minutes are whole. */
export type WeekFault = { readonly pointer: string } & (
  | { code: "day_outside_week"; facts: { day: CivilDay; week: IsoWeek; from: CivilDay; to: CivilDay } }
  | { code: "day_repeated"; facts: { day: CivilDay; first: string } }
  | { code: "day_too_long"; facts: { day: CivilDay; minutes: number; mostMinutes: number } }
  | { code: "week_too_long"; facts: { week: IsoWeek; minutes: number; mostMinutes: number } }
  | { code: "day_in_future"; facts: { day: CivilDay; today: CivilDay } }
  | { code: "day_before_training"; facts: { day: CivilDay; from: CivilDay } }
  | { code: "day_after_training"; facts: { day: CivilDay; to: CivilDay } }
);

/** Why a week cannot be submitted. */
export interface SubmissionFault {
  readonly pointer: "/days";
  readonly code: "week_empty";
  readonly facts: { readonly dayCount: number };
}

/** P4: every fault of the days of a week. `RangeError` when there is no such week (week 53 of a year of 52). */
export function checkWeek(week: IsoWeek, days: readonly StageDay[], bounds: WeekBounds): WeekFault[] {
  const ofWeek = daysOf(week);
  const minutes = totalMinutes(days);
  return [
    ...days.flatMap((day, index) => [
      ...outsideFaults(day, week, ofWeek, `/days/${index}/day`),
      ...boundFaults(day, bounds, `/days/${index}/day`),
      ...lengthFaults(day, `/days/${index}/minutes`),
    ]),
    ...repeated(days, ({ day }) => day).map(({ index, first, key }) => ({
      pointer: `/days/${index}/day`,
      code: "day_repeated" as const,
      facts: { day: key, first: `/days/${first}/day` },
    })),
    ...(minutes > maxWeekMinutes
      ? [{ pointer: "/days", code: "week_too_long" as const, facts: { week, minutes, mostMinutes: maxWeekMinutes } }]
      : []),
  ];
}

/** A week without a minute has nothing to validate: it stays a draft. */
export function checkSubmission(days: readonly StageDay[]): SubmissionFault[] {
  if (totalMinutes(days) > 0) return [];
  return [{ pointer: "/days", code: "week_empty", facts: { dayCount: days.length } }];
}

function outsideFaults({ day }: StageDay, week: IsoWeek, ofWeek: readonly CivilDay[], pointer: string): WeekFault[] {
  const [from = week, to = week] = [ofWeek[0], ofWeek.at(-1)];
  return ofWeek.includes(day) ? [] : [{ pointer, code: "day_outside_week", facts: { day, week, from, to } }];
}

function boundFaults({ day }: StageDay, { today, from, to }: WeekBounds, pointer: string): WeekFault[] {
  const faults: WeekFault[] = [];
  if (day > today) faults.push({ pointer, code: "day_in_future", facts: { day, today } });
  if (day < from) faults.push({ pointer, code: "day_before_training", facts: { day, from } });
  if (to !== null && day > to) faults.push({ pointer, code: "day_after_training", facts: { day, to } });
  return faults;
}

function lengthFaults({ day, minutes }: StageDay, pointer: string): WeekFault[] {
  if (minutes <= maxDayMinutes) return [];
  return [{ pointer, code: "day_too_long", facts: { day, minutes, mostMinutes: maxDayMinutes } }];
}

function totalMinutes(days: readonly StageDay[]): number {
  return days.reduce((total, { minutes }) => total + minutes, 0);
}
