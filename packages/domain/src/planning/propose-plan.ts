import { longestEnd } from "../cohort/check-cohort.ts";
import { addMonths, civilDayAt, dayNumberOf, type CivilDay } from "../time.ts";
import { checkShape, type ShapeFault } from "./check-shape.ts";
import { chooseDays } from "./choose-days.ts";
import { checkExamDays, examDaysApart, type ExamDaysApart, type ExamDaysFault } from "./exam-days.ts";
import { fillBlocks, planOfFilled } from "./fill-blocks.ts";
import { earliestMonths, furthest, skippedMonths, type SkippedMonth } from "./months.ts";
import { roomBetween } from "./options.ts";
import type { Closure, Plan, PlanBounds, ProgrammeShape } from "./plan.ts";
import { provePlan, type PlanProof } from "./prove-plan.ts";
import type { PublicHoliday } from "./public-holidays.ts";
import { staffingOf } from "./staffing.ts";
import { teachingOrder } from "./teaching-order.ts";
import { unmetWishes, type UnmetWish } from "./unmet-wishes.ts";
import type { Wishes } from "./wishes.ts";
import { avoidedBetween } from "./working-days.ts";

/** A whole plan: `exact`, or short of hours (`gap`), or over them (`surplus`), each block's difference in the proof. */
export interface Proposal {
  readonly outcome: "exact" | "gap" | "surplus";
  readonly plan: Plan;
  readonly proof: PlanProof;
  readonly unmet: UnmetWish[];
  readonly skippedMonths: SkippedMonth[];
  /** Public holidays on weekdays, and closures, between the plan's first and last day. */
  readonly avoided: { readonly holidays: PublicHoliday[]; readonly closures: Closure[] };
}

export interface Refusal {
  readonly outcome: "refused";
  readonly causes: RefusalCause[];
}

export type RefusalCause = ShapeFault | BoundsFault | ExamDaysFault | ExamDaysApart | NoRoom;

export type BoundsFault =
  | { code: "bounds_reversed"; facts: { notBefore: CivilDay; notAfter: CivilDay } }
  | { code: "outside_title"; facts: { notBefore: CivilDay; notAfter: CivilDay; from: CivilDay; to: CivilDay } };

export interface NoRoom {
  readonly code: "no_room";
  readonly facts: {
    readonly sessionsNeeded: number;
    /** The most sessions that find a place; when it is all of them, the exam is what does not. */
    readonly sessionsPlaced: number;
    readonly examDaysNeeded: number;
    /** The earliest `notAfter` that would do; null when none does up to `searchedUntil`. */
    readonly nearestNotAfter: CivilDay | null;
    readonly searchedUntil: CivilDay;
  };
}

/** How far past `notAfter` a nearer bound is looked for: one month a session, and a year; never past the longest training. */
const SEARCH_MARGIN_MONTHS = 12;

const noWish: Wishes = { times: { am: { start: "09:00", end: "12:00" }, pm: { start: "13:00", end: "17:00" } } };

/**
 * Proposes the sessions and exam days of a cohort, or says why there are none (domain §4). Complete: if the bounds hold
 * a plan, one is found. Deterministic: earliest months first, then an exam in a later month than the last session and as
 * far from it as sessions are from one another, fewest half-days without their trainer or a room, fewest broken days,
 * fewest days off the preferred weekdays, a regular day of the month, earliest days. Wishes that could not be met are
 * listed, and so is every cause of a refusal. `RangeError` when a day is no civil day.
 */
export function proposePlan(shape: ProgrammeShape, bounds: PlanBounds, wishes: Wishes = noWish): Proposal | Refusal {
  const { examDays } = wishes;
  const faults = [...checkShape(shape), ...checkBounds(bounds), ...checkExamDays(shape, bounds, examDays)];
  if (faults.length > 0) return { outcome: "refused", causes: faults };
  const room = roomBetween(shape, bounds, examDays);
  const stages = earliestMonths(room);
  const staffing = staffingOf(wishes);
  const order = teachingOrder(shape, wishes);
  const choice = stages === null ? null : chooseDays(room, stages, { order, staffing });
  if (stages === null || choice === null) {
    const apart = (examDays ?? []).length > 0 ? examDaysApart(room) : null;
    return { outcome: "refused", causes: [apart ?? noRoom(shape, bounds)] };
  }
  const filled = fillBlocks(shape, choice.arrangement, choice.units, { staffing, wishes });
  const plan = planOfFilled(filled, shape.sessionCount, staffing);
  const proof = provePlan(shape, plan, bounds);
  const days = filled.map(({ place }) => place.day);
  return {
    outcome: outcomeOf(proof),
    plan,
    proof,
    unmet: unmetWishes({ shape, bounds, wishes, staffing, order, filled }),
    skippedMonths: skippedMonths(room, stages, bounds.notBefore, bounds.skipMonths),
    avoided: avoidedBetween(bounds, days[0] ?? bounds.notBefore, days.at(-1) ?? bounds.notAfter),
  };
}

function checkBounds({ notBefore, notAfter, titleInForce }: PlanBounds): BoundsFault[] {
  if (notAfter < notBefore) return [{ code: "bounds_reversed", facts: { notBefore, notAfter } }];
  const { from, to } = titleInForce;
  if (notAfter < from || to < notBefore) return [{ code: "outside_title", facts: { notBefore, notAfter, from, to } }]; // R3
  return [];
}

function noRoom(shape: ProgrammeShape, bounds: PlanBounds): NoRoom {
  const searchedUntil = searchEnd(shape, bounds);
  const { end } = furthest(roomBetween(shape, { ...bounds, notAfter: searchedUntil }));
  return {
    code: "no_room",
    facts: {
      sessionsNeeded: shape.sessionCount,
      sessionsPlaced: furthest(roomBetween(shape, bounds)).sessionsPlaced,
      examDaysNeeded: shape.examDayCount,
      nearestNotAfter: end === null ? null : civilDayAt(end),
      searchedUntil,
    },
  };
}

function searchEnd({ sessionCount }: ProgrammeShape, { notBefore, notAfter }: PlanBounds): CivilDay {
  const farther = civilDayAt(addMonths(dayNumberOf(notAfter), sessionCount + SEARCH_MARGIN_MONTHS));
  const longest = longestEnd(notBefore);
  if (farther < longest) return farther;
  return notAfter < longest ? longest : notAfter;
}

function outcomeOf({ exact, differenceMinutes }: PlanProof): Proposal["outcome"] {
  if (exact) return "exact";
  return differenceMinutes < 0 ? "gap" : "surplus";
}
