import type { Slot } from "@passerelle/contracts/plans";
import { dayNumberOf } from "@passerelle/domain/time";
import type { CalendarGroup, CalendarHalfDay, CalendarPlan } from "./calendar.ts";
import type { Check } from "./use-edit-check.ts";
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
  /** The half-day that is there already, with which it would change places. */
  readonly swapsWith: string | null;
  readonly objections: readonly Objection[];
  /** `asking` while nothing speaks against it here and the API has not answered yet. */
  readonly verdict: Verdict | "asking";
  /** What the API says of it; null until it does. */
  readonly check: Check | null;
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
  const swapsWith = aimedSlot === null ? null : (takenBy(target, aimedSlot, cargo, plan)?.id ?? null);
  const objections = objectionsTo(days, limits, (day) =>
    swapsWith === null ? takerOf(day, aimedSlot, cargo, plan) : undefined,
  );
  return { days, slot: aimedSlot, swapsWith, objections, verdict: verdictOn(objections), check: null };
}

/** An aim as far as the API has answered: its word counts, ours fills the time until then. */
export function answered(aim: Aim, check: Check | undefined, isAsking: boolean): Aim {
  if (check !== undefined) return { ...aim, verdict: check.verdict, check };
  return isAsking && aim.verdict === "good" ? { ...aim, verdict: "asking" } : aim;
}

/** What a check says, each sentence once: what will be refused before what is only shown. */
export function reasonsOf({ faults, conflicts, warnings }: Check): string[] {
  return [...new Set([...faults, ...conflicts, ...warnings].map(({ detail }) => detail))];
}

/** Whether an aim is where the cargo already is. */
export function staysPut(cargo: Cargo, aim: Aim): boolean {
  return aim.days.every((day, index) => day === cargo.days[index]) && aim.slot === (cargo.halfDay?.slot ?? null);
}

function takerOf(day: string, slot: Slot | null, cargo: Cargo, { groups }: CalendarPlan): CalendarGroup | undefined {
  if (slot === null) {
    return groups.find(({ key, halfDays }) => key !== cargo.groupKey && halfDays.some((half) => half.day === day));
  }
  return groups.find(({ halfDays }) => halfDays.some((half) => isThere(half, day, slot, cargo)));
}

function takenBy(day: string, slot: Slot, cargo: Cargo, { groups }: CalendarPlan): CalendarHalfDay | undefined {
  return groups.flatMap(({ halfDays }) => halfDays).find((half) => isThere(half, day, slot, cargo));
}

/** Whether a half-day other than the cargo is there. */
function isThere(half: CalendarHalfDay, day: string, slot: Slot, cargo: Cargo): boolean {
  const isOwn = cargo.days[0] === day && cargo.halfDay?.slot === slot;
  return !isOwn && half.day === day && half.slot === slot;
}
