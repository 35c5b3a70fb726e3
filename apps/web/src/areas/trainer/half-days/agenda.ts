import type { HalfDay } from "@passerelle/contracts/plans";
import type { Trainer } from "@passerelle/contracts/trainers";
import { civilDayAt, dayNumberOf, mondayAt } from "@passerelle/domain/time";

export interface AgendaDay {
  readonly day: string;
  /** Morning first. */
  readonly halfDays: readonly HalfDay[];
}

export interface AgendaWeek {
  readonly monday: string;
  readonly sunday: string;
  readonly days: readonly AgendaDay[];
}

/** The half-day going on, or the next to come; null when none is left. `now` is what the clocks of France show. */
export function nextHalfDay(halfDays: readonly HalfDay[], now: string): HalfDay | null {
  return inOrder(halfDays).find(({ endsAt, state }) => state !== "cancelled" && endsAt > now) ?? null;
}

/** Half-days by week and day, earliest first. */
export function weeksOf(halfDays: readonly HalfDay[]): AgendaWeek[] {
  const byWeek = Map.groupBy(inOrder(halfDays), ({ day }) => mondayAt(dayNumberOf(day)));
  return [...byWeek].map(([monday, its]) => ({
    monday: civilDayAt(monday),
    sunday: civilDayAt(monday + 6),
    days: [...Map.groupBy(its, ({ day }) => day)].map(([day, each]) => ({ day, halfDays: each })),
  }));
}

/** What is before a day, and what is not. */
export function splitAt(halfDays: readonly HalfDay[], today: string) {
  return {
    past: halfDays.filter(({ day }) => day < today),
    coming: halfDays.filter(({ day }) => day >= today),
  };
}

/** The titles and places of the blocks somebody teaches, by code; the latest edition says what they are called. */
export function ownBlocks(competencies: Trainer["competencies"]) {
  return new Map(
    competencies.map(({ blockCode, blockTitle: title, blockPosition: position }) => [blockCode, { title, position }]),
  );
}

/** How far a day lies ahead, for the one that is shown large. */
export function distanceTo(day: string, today: string): "today" | "tomorrow" | "later" {
  const days = dayNumberOf(day) - dayNumberOf(today);
  return days === 0 ? "today" : days === 1 ? "tomorrow" : "later";
}

function inOrder(halfDays: readonly HalfDay[]): HalfDay[] {
  return halfDays.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
}
