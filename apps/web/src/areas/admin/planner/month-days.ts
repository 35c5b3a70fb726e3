import type { HalfDay } from "@passerelle/contracts/plans";
import { monthOf } from "@passerelle/domain/time";
import { daysOf, type Span } from "./weeks.ts";

export interface MonthDay {
  readonly day: string;
  /** Of the month before or after, shown to fill the week. */
  readonly isOutside: boolean;
  readonly am: readonly HalfDay[];
  readonly pm: readonly HalfDay[];
}

/** The days of a month by whole weeks, with what is taught on each. */
export function monthDays(
  month: string,
  span: Span,
  halfDays: readonly HalfDay[],
  isShown: (halfDay: HalfDay) => boolean,
): MonthDay[][] {
  const byDay = Map.groupBy(halfDays.filter(isShown), ({ day }) => day);
  const days = daysOf(span).map((day): MonthDay => {
    const taught = (byDay.get(day) ?? []).toSorted((a, b) => a.cohortName.localeCompare(b.cohortName));
    return {
      day,
      isOutside: monthOf(day) !== month,
      am: taught.filter(({ slot }) => slot === "am"),
      pm: taught.filter(({ slot }) => slot === "pm"),
    };
  });
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}
