import { dayNumberOf, weekdayAt, type CivilDay, type DayNumber } from "../time.ts";
import type { Closure, PlanCalendar } from "./plan.ts";
import { publicHolidays, type HolidayCode, type PublicHoliday } from "./public-holidays.ts";

const FRIDAY = 5;

/** The days of a calendar on which nothing may be taught, over a stretch of years. */
export interface DaysOff {
  readonly holidays: ReadonlyMap<DayNumber, HolidayCode>;
  readonly closures: readonly { from: DayNumber; to: DayNumber; closure: Closure }[];
}

/** The holidays of the years from one day to another, and every closure. */
export function daysOff(calendar: PlanCalendar, from: CivilDay, to: CivilDay): DaysOff {
  const holidays = holidaysBetween(calendar, from, to);
  return {
    holidays: new Map(holidays.map(({ day, code }) => [dayNumberOf(day), code])),
    closures: calendar.closures.map((closure) => ({
      from: dayNumberOf(closure.from),
      to: dayNumberOf(closure.to),
      closure,
    })),
  };
}

/** A working day is Monday to Friday, no public holiday, no closure (domain §4). */
export function isWorkingDay(off: DaysOff, day: DayNumber): boolean {
  return weekdayAt(day) <= FRIDAY && !off.holidays.has(day) && closureOn(off, day) === undefined;
}

/** The first closure a day falls in. */
export function closureOn(off: DaysOff, day: DayNumber): Closure | undefined {
  return off.closures.find(({ from, to }) => from <= day && day <= to)?.closure;
}

/** The days strictly between the first and the last of an ordered list that are not in it. */
export function interruptions(days: readonly DayNumber[]): DayNumber[] {
  return days.flatMap((day, index) => {
    const previous = days[index - 1] ?? day - 1;
    return Array.from({ length: day - previous - 1 }, (_, offset) => previous + 1 + offset);
  });
}

/** What a plan from one day to another had to work around: holidays on weekdays, and closures. */
export function avoidedBetween(
  calendar: PlanCalendar,
  from: CivilDay,
  to: CivilDay,
): { holidays: PublicHoliday[]; closures: Closure[] } {
  return {
    holidays: holidaysBetween(calendar, from, to).filter(
      ({ day }) => from <= day && day <= to && weekdayAt(dayNumberOf(day)) <= FRIDAY,
    ),
    closures: calendar.closures.filter((closure) => closure.from <= to && from <= closure.to),
  };
}

function holidaysBetween(calendar: PlanCalendar, from: CivilDay, to: CivilDay): PublicHoliday[] {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, i) => first + i);
  return years.flatMap((year) => publicHolidays(year, calendar.holidayZone));
}
