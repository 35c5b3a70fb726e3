import { civilDayAt, mondayAt, weekdayAt, type CivilDay } from "../time.ts";
import type { Elsewhere } from "./nearest-change.ts";
import type { Outcome, UnmetWish } from "./unmet-wishes.ts";

const DAYS_A_WEEK = 7;

/**
 * The days off the preferred weekdays: by week where a preferred day of it is free, the others together. Days of an exam
 * that the authority has fixed are nobody's preference.
 */
export function weekdaysNotPreferred({ bounds, filled, wishes }: Outcome, elsewhere: () => Elsewhere): UnmetWish[] {
  const weekdays = [...(bounds.weekdays ?? [])];
  if (weekdays.length === 0) return [];
  const isFixed = (wishes.examDays ?? []).length > 0;
  const numbers = filled
    .filter(({ sessionIndex }) => !isFixed || sessionIndex !== null)
    .map(({ place }) => place.number);
  const off = [...new Set(numbers)].filter((number) => !weekdays.includes(weekdayAt(number)));
  const byWeek = [...Map.groupBy(off, mondayAt)].map(([monday, days]) => ({
    days: days.map(civilDayAt),
    free: freeDays(monday, weekdays, elsewhere()),
  }));
  const stuck = byWeek.filter(({ free }) => free.length === 0).flatMap(({ days }) => days);
  return [
    ...byWeek
      .filter(({ free }) => free.length > 0)
      .map(({ days, free }): UnmetWish => ({
        code: "weekday_not_preferred",
        facts: { days, weekdays },
        remedy: { kind: "days", days: free },
      })),
    ...(stuck.length === 0
      ? []
      : [{ code: "weekday_not_preferred" as const, facts: { days: stuck, weekdays }, remedy: null }]),
  ];
}

function freeDays(monday: number, weekdays: readonly number[], { days }: Elsewhere): CivilDay[] {
  return Array.from({ length: DAYS_A_WEEK }, (_, index) => monday + index)
    .filter((day) => weekdays.includes(weekdayAt(day)))
    .map(civilDayAt)
    .filter((day) => days.has(day));
}
