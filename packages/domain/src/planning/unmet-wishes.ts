import type { CivilDay } from "../time.ts";
import type { FilledHalfDay } from "./fill-blocks.ts";
import { elsewhere, type Elsewhere, type HalfDayRef, type Remedy } from "./nearest-change.ts";
import type { PlanBounds, ProgrammeShape } from "./plan.ts";
import type { NotFree, Staffing } from "./staffing.ts";
import type { TeachingUnit } from "./teaching-order.ts";
import { unmetOrder } from "./unmet-order.ts";
import { roomsMissing, roomsTooSmall } from "./unmet-rooms.ts";
import { trainersMissing } from "./unmet-trainers.ts";
import { weekdaysNotPreferred } from "./unmet-weekdays.ts";
import type { Wishes } from "./wishes.ts";

/** Why one of those asked for cannot. */
export type WhyNot = { readonly id: string; readonly name: string } & (NotFree | { readonly reason: "does_not_teach" });

/** A wish a proposal could not meet, where, and the nearest change that would; null when none was found. */
export type UnmetWish =
  | {
      code: "trainer_missing";
      facts: { blockCode: string; competencyCodes: string[]; halfDays: HalfDayRef[]; why: WhyNot[] };
      remedy: Remedy | null;
    }
  | { code: "room_missing"; facts: { halfDays: HalfDayRef[]; why: WhyNot[] }; remedy: Remedy | null }
  | {
      code: "room_too_small";
      facts: {
        roomId: string;
        roomName: string;
        siteName: string;
        capacity: number;
        seats: number;
        halfDays: HalfDayRef[];
      };
      remedy: Remedy | null;
    }
  | {
      code: "competency_uncovered";
      facts: { blockCode: string; competencyCodes: string[] };
      remedy: Remedy | null;
    }
  | {
      code: "block_order";
      /** Taught out of turn on these half-days; `wanted` are those where nobody asked for could teach it in turn. */
      facts: { blockCode: string; halfDays: HalfDayRef[]; wanted: HalfDayRef[] };
      remedy: Remedy | null;
    }
  | {
      code: "weekday_not_preferred";
      facts: { days: CivilDay[]; weekdays: number[] };
      /** The preferred days of the same week that are free. */
      remedy: Remedy | null;
    };

/** All that what could not be met is told from. */
export interface Outcome {
  readonly shape: ProgrammeShape;
  readonly bounds: PlanBounds;
  readonly wishes: Wishes;
  readonly staffing: Staffing;
  /** What was asked to be taught on each half-day of the sessions in turn. */
  readonly order: readonly TeachingUnit[];
  readonly filled: readonly FilledHalfDay[];
}

/** Every wish that a proposal does not meet; half-days of one session that lack the same for the same reason together. */
export function unmetWishes(outcome: Outcome): UnmetWish[] {
  let free: Elsewhere | null = null;
  const lazily = () => (free ??= elsewhere(outcome.filled, outcome.bounds, outcome.staffing));
  return [
    ...trainersMissing(outcome, lazily),
    ...roomsMissing(outcome, lazily),
    ...roomsTooSmall(outcome),
    ...unmetOrder(outcome),
    ...weekdaysNotPreferred(outcome, lazily),
  ];
}
