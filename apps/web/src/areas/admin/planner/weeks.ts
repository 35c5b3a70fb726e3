import { addMonths, civilDayAt, dayNumberOf, mondayAt, monthOf } from "@passerelle/domain/time";

/** From a Monday to a Sunday. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export function weekOf(day: string): Span {
  const monday = mondayAt(dayNumberOf(day));
  return { from: civilDayAt(monday), to: civilDayAt(monday + 6) };
}

/** The whole weeks that a day's month lies in. */
export function weeksOfMonth(day: string): Span {
  const first = `${monthOf(day)}-01`;
  const last = civilDayAt(addMonths(dayNumberOf(first), 1) - 1);
  return { from: weekOf(first).from, to: weekOf(last).to };
}

export function daysOf({ from, to }: Span): string[] {
  const first = dayNumberOf(from);
  return Array.from({ length: dayNumberOf(to) - first + 1 }, (_, index) => civilDayAt(first + index));
}

/** Monday to Friday, and the days of a weekend on which there is something. */
export function daysShown(week: Span, taught: readonly { readonly day: string }[]): string[] {
  return daysOf(week).filter((day, index) => index < 5 || taught.some((each) => each.day === day));
}

export function shiftWeeks(day: string, by: number): string {
  return civilDayAt(dayNumberOf(day) + by * 7);
}

/** The same month some months later: its first day. */
export function shiftMonths(day: string, by: number): string {
  return civilDayAt(addMonths(dayNumberOf(`${monthOf(day)}-01`), by));
}
