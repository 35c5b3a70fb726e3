/** The only file that knows Europe/Paris (G4). Elsewhere a day is a civil day, never an instant; this name is for calendars. */
export const ZONE = "Europe/Paris";

/** A civil day, `YYYY-MM-DD`. */
export type CivilDay = string;

/** A month of a year, `YYYY-MM`. */
export type YearMonth = string;

/** A civil day as a count of days since 1970-01-01: what searches over calendars work with. */
export type DayNumber = number;

/** First and last civil day, both included. */
export interface CivilPeriod {
  readonly from: CivilDay;
  readonly to: CivilDay;
}

const ORIGIN = Temporal.PlainDate.from("1970-01-01");

/** The civil day it is in France at an instant. */
export function civilDayOf(instant: Temporal.Instant): CivilDay {
  return instant.toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

/** A time on the clocks of France, `YYYY-MM-DDTHH:MM:SS`: what half-days begin and end at. */
export type LocalTime = string;

/** What the clocks of France show at an instant, the second begun. */
export function localTimeOf(instant: Temporal.Instant): LocalTime {
  return instant.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: "second" });
}

/** The number of a civil day; `RangeError` when there is no such day (30 February). */
export function dayNumberOf(day: CivilDay): DayNumber {
  return ORIGIN.until(Temporal.PlainDate.from(day)).days;
}

/** The civil day of a number. */
export function civilDayAt(number: DayNumber): CivilDay {
  return ORIGIN.add({ days: number }).toString();
}

/** The same day some months later, or that month's last day when it has none (31 December + 2 = 28 or 29 February). */
export function addMonths(number: DayNumber, months: number): DayNumber {
  return ORIGIN.until(ORIGIN.add({ days: number }).add({ months })).days;
}

/** ISO weekday, from 1 for Monday to 7 for Sunday. */
export function weekdayAt(number: DayNumber): number {
  const sinceMonday = (number + 3) % 7; // 1970-01-01 was a Thursday
  return (sinceMonday < 0 ? sinceMonday + 7 : sinceMonday) + 1;
}

/** The Monday of the ISO week a day lies in. */
export function mondayAt(number: DayNumber): DayNumber {
  return number - weekdayAt(number) + 1;
}

/** The month of a civil day. */
export function monthOf(day: CivilDay): YearMonth {
  return day.slice(0, 7);
}

/** The day of the month of a civil day, from 1 to 31. */
export function dayOfMonth(day: CivilDay): number {
  return Number(day.slice(8, 10));
}

/** The months from one to another, both included; none when they are reversed. */
export function monthsBetween(first: YearMonth, last: YearMonth): YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = Temporal.PlainYearMonth.from(first); month.toString() <= last; month = month.add({ months: 1 })) {
    months.push(month.toString());
  }
  return months;
}

/** The ISO week of a civil day, `YYYY-Www`: its year is the week's, not always the day's. */
export function isoWeekOf(day: CivilDay): string {
  const date = Temporal.PlainDate.from(day);
  return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, "0")}`;
}

/** The minutes from midnight to a time of the day, `HH:MM`. */
export function minuteOfDay(time: string): number {
  const { hour, minute } = Temporal.PlainTime.from(time);
  return hour * 60 + minute;
}
