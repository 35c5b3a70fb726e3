import type { Slot } from "@passerelle/contracts/plans";
import { dayNumberOf } from "@passerelle/domain/time";
import type { CalendarGroup, CalendarPlan } from "./calendar.ts";
import { objectionsTo, shiftDays, verdictOn, type Limits, type Objection, type Verdict } from "./move-target.ts";

/** What is being moved: a whole session, or one half-day of it or of the exam. */
export interface Cargo {
  readonly groupKey: string;
  /** Where it is now. */
  readonly days: readonly string[];
  readonly halfDay: { readonly id: string; readonly slot: Slot } | null;
}

/** Where it would go, and what speaks against it. */
export interface Aim {
  readonly days: readonly string[];
  readonly slot: Slot | null;
  readonly objections: readonly Objection[];
  readonly verdict: Verdict;
}

/** Where cargo goes when it is taken by one of its days (`grabbed`) and put down on another. */
export function aimAt(
  cargo: Cargo,
  grabbed: string,
  target: string,
  slot: Slot,
  plan: CalendarPlan,
  limits: Limits,
): Aim {
  const days = shiftDays(cargo.days, dayNumberOf(target) - dayNumberOf(grabbed));
  const aimedSlot = cargo.halfDay === null ? null : slot;
  const objections = objectionsTo(days, limits, (day) => takerOf(day, aimedSlot, cargo, plan));
  return { days, slot: aimedSlot, objections, verdict: verdictOn(objections) };
}

/** Whether an aim is where the cargo already is. */
export function staysPut(cargo: Cargo, aim: Aim): boolean {
  return aim.days.every((day, index) => day === cargo.days[index]) && aim.slot === (cargo.halfDay?.slot ?? null);
}

function takerOf(day: string, slot: Slot | null, cargo: Cargo, { groups }: CalendarPlan): CalendarGroup | undefined {
  if (slot === null) {
    return groups.find(({ key, halfDays }) => key !== cargo.groupKey && halfDays.some((half) => half.day === day));
  }
  const isOwn = cargo.days[0] === day && cargo.halfDay?.slot === slot;
  return isOwn
    ? undefined
    : groups.find(({ halfDays }) => halfDays.some((half) => half.day === day && half.slot === slot));
}
