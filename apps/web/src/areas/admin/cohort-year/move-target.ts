import { civilDayAt, dayNumberOf, weekdayAt } from "@passerelle/domain/time";
import type { HolidayCode, HolidayZone } from "@passerelle/domain/planning/public-holidays";
import { holidaysBetween, offOn, type CalendarGroup, type ClosedDays } from "./calendar.ts";

/** What is known here about where half-days may go; the API decides. */
export interface Limits {
  readonly closures: readonly ClosedDays[];
  readonly holidayZone: HolidayZone;
  readonly inForceFrom: string;
  readonly inForceTo: string;
}

/** What speaks against a day: `avoid` is allowed and shown in the proof, anything else will be refused. */
export type Objection = { readonly day: string } & (
  | { readonly kind: "holiday"; readonly code: HolidayCode }
  | { readonly kind: "closure"; readonly label: string }
  | { readonly kind: "before_title"; readonly from: string }
  | { readonly kind: "taken"; readonly number: number | null }
  | { readonly kind: "after_title"; readonly to: string }
  | { readonly kind: "weekend" }
);

export type Verdict = "good" | "warn" | "bad";

/** The same days some days later or earlier. */
export function shiftDays(days: readonly string[], by: number): string[] {
  return days.map((day) => civilDayAt(dayNumberOf(day) + by));
}

/** A first day, and the working days that follow it: what a move is first filled with. */
export function followingWorkingDays(first: string, count: number, limits: Limits): string[] {
  const days = [first];
  const start = dayNumberOf(first);
  const holidays = holidaysBetween(first, civilDayAt(start + 366), limits.holidayZone);
  for (let number = start + 1; days.length < count && number <= start + 366; number += 1) {
    const day = civilDayAt(number);
    if (weekdayAt(number) <= 5 && offOn(day, holidays, limits.closures) === null) days.push(day);
  }
  return days;
}

/** What speaks against each of some days; `takerOf` says which session, or exam, already has a day. */
export function objectionsTo(
  days: readonly string[],
  limits: Limits,
  takerOf: (day: string) => CalendarGroup | undefined,
): Objection[] {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const holidays = holidaysBetween(first, last, limits.holidayZone);
  return days.flatMap((day): Objection[] => {
    const off = offOn(day, holidays, limits.closures);
    if (off !== null) return [{ day, ...off }];
    if (day < limits.inForceFrom) return [{ day, kind: "before_title", from: limits.inForceFrom }];
    const taker = takerOf(day);
    if (taker !== undefined) return [{ day, kind: "taken", number: taker.number }];
    if (day > limits.inForceTo) return [{ day, kind: "after_title", to: limits.inForceTo }];
    return weekdayAt(dayNumberOf(day)) > 5 ? [{ day, kind: "weekend" }] : [];
  });
}

/** Whether a day is one on which nothing is taught without a written reason (T1). */
export function isDayOff({ kind }: Objection): boolean {
  return kind === "holiday" || kind === "closure";
}

export function verdictOn(objections: readonly Objection[]): Verdict {
  if (objections.length === 0) return "good";
  return objections.every(({ kind }) => kind === "weekend" || kind === "after_title") ? "warn" : "bad";
}
