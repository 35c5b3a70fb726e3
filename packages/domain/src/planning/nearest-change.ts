import type { CivilDay } from "../time.ts";
import { dayNumberOf } from "../time.ts";
import type { FilledHalfDay } from "./fill-blocks.ts";
import { openDays } from "./options.ts";
import type { PlanBounds, Slot } from "./plan.ts";
import type { Resource } from "./resources.ts";
import { placeKey, type Place, type Staffing } from "./staffing.ts";

export interface HalfDayRef {
  readonly day: CivilDay;
  readonly slot: Slot;
}

/** A half-day of the plan, where it could go instead, and who or which room it would find there. */
export interface Move {
  readonly from: HalfDayRef;
  readonly to: HalfDayRef;
  readonly id: string;
  readonly name: string;
}

/** The change to a plan, or to what was asked, that would meet a wish. */
export type Remedy =
  | { readonly kind: "other_trainer"; readonly trainerId: string; readonly name: string }
  | { readonly kind: "other_room"; readonly roomId: string; readonly name: string; readonly siteName: string }
  | { readonly kind: "move"; readonly moves: Move[] }
  | { readonly kind: "days"; readonly days: CivilDay[] }
  | { readonly kind: "more_half_days"; readonly halfDays: number };

/** Where half-days of a plan could still go: what it leaves free between the bounds (R3, T1), in date order. */
export interface Elsewhere {
  readonly beforeExam: readonly Place[];
  readonly afterSessions: readonly Place[];
  readonly days: ReadonlySet<CivilDay>;
}

/** What a plan leaves free between the bounds. */
export function elsewhere(filled: readonly FilledHalfDay[], bounds: PlanBounds, staffing: Staffing): Elsewhere {
  const used = new Set(filled.map(({ place }) => place.number));
  const [from, exam] = [
    dayNumberOf(bounds.titleInForce.from),
    filled.find(({ sessionIndex }) => sessionIndex === null),
  ];
  const lastSessionDay = Math.max(
    ...filled.filter(({ sessionIndex }) => sessionIndex !== null).map(({ place }) => place.number),
  );
  const free = openDays(bounds).filter((day) => day >= from && !used.has(day));
  const places = free.flatMap((day) => staffing.placesOn(day));
  return {
    beforeExam: exam === undefined ? places : places.filter(({ number }) => number < exam.place.number),
    afterSessions: places.filter(({ number }) => number > lastSessionDay),
    days: new Set(places.map(({ day }) => day)),
  };
}

/** Moves as many of these half-days as can be to the nearest free places where they find somebody, each to one of its own. */
export function nearestMoves(
  halfDays: readonly FilledHalfDay[],
  { beforeExam, afterSessions }: Elsewhere,
  finds: (halfDay: FilledHalfDay, place: Place) => Resource | null,
): Remedy | null {
  const taken = new Set<Place>();
  const moves = halfDays.flatMap((halfDay): Move[] => {
    const places = (halfDay.sessionIndex === null ? afterSessions : beforeExam).filter((place) => !taken.has(place));
    const distance = (place: Place) => Math.abs(placeKey(place) - placeKey(halfDay.place));
    const to = places
      .toSorted((a, b) => distance(a) - distance(b) || placeKey(a) - placeKey(b))
      .find((place) => finds(halfDay, place) !== null);
    const found = to && finds(halfDay, to);
    if (to === undefined || !found) return [];
    taken.add(to);
    return [{ from: refOf(halfDay), to: { day: to.day, slot: to.slot }, id: found.id, name: found.name }];
  });
  return moves.length === 0 ? null : { kind: "move", moves };
}

export function refOf({ place: { day, slot } }: FilledHalfDay): HalfDayRef {
  return { day, slot };
}
