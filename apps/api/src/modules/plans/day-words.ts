import { dayNumberOf } from "@passerelle/domain/time";
import type { Words } from "../../core/wording.ts";

type DayWords = Pick<Words, "day" | "list">;

/** Days that follow one another are told by the first and the last: « du … au … ». */
export function spanFr(days: readonly string[], { day, list }: DayWords): string {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (days.length === 1) return `le ${day(first)}`;
  return isUnbroken(days) ? `du ${day(first)} au ${day(last)}` : `les ${list(days.map(day))}`;
}

export function spanEn(days: readonly string[], { day, list }: DayWords): string {
  const [first = "", last = ""] = [days[0], days.at(-1)];
  if (days.length === 1) return `on ${day(first)}`;
  return isUnbroken(days) ? `from ${day(first)} to ${day(last)}` : `on ${list(days.map(day))}`;
}

function isUnbroken(days: readonly string[]): boolean {
  return days.every((day, index) => dayNumberOf(day) === dayNumberOf(days[0] ?? day) + index);
}

/** French counts in the plural from two, English from anything but one. */
export function countFr(count: number, noun: string): string {
  return `${count} ${noun}${count < 2 ? "" : "s"}`;
}

export function countEn(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Distinct days in date order. */
export function daysIn(places: readonly { readonly day: string }[]): string[] {
  return [...new Set(places.map(({ day }) => day))].toSorted();
}
