import type { DayNumber } from "../time.ts";
import { arrange, type Arrangement, type Unstaffable } from "./arrange.ts";
import { assignBlocks } from "./assign-blocks.ts";
import type { Stage } from "./months.ts";
import type { Option, Room } from "./options.ts";
import type { Place, Staffing } from "./staffing.ts";
import type { TeachingUnit } from "./teaching-order.ts";

/** Days, and what each of their half-days teaches. */
export interface Choice {
  readonly arrangement: Arrangement;
  readonly units: readonly TeachingUnit[];
}

interface Need {
  readonly order: readonly TeachingUnit[];
  readonly staffing: Staffing;
}

/**
 * The days on which the fewest half-days lack their trainer or a room. Those best without regard to them are kept if
 * nothing lacks; else days are also looked for that suit what each session should teach, and then what the whole year
 * has to, as the only trainer of a block may come on one day of each week. Between equals, the first of the three.
 */
export function chooseDays(room: Room, stages: readonly Stage[], need: Need): Choice | null {
  let best: { choice: Choice; lacking: number } | null = null;
  for (const unstaffable of [noCosts, costsBySession, costsOverTheYear]) {
    const arrangement = arrange(room, stages, unstaffable(room, stages, need));
    if (arrangement === null) return null;
    const choice = { arrangement, units: assignBlocks(need.order, placesOf(arrangement, need), need.staffing) };
    const lacking = lackingIn(choice, need);
    if (best === null || lacking < best.lacking) best = { choice, lacking };
    if (best.lacking === 0) break;
  }
  return best?.choice ?? null;
}

function placesOf({ sessions }: Arrangement, { staffing }: Need): Place[] {
  return sessions.flatMap(({ days }) => placesOn(days, staffing));
}

function placesOn(days: readonly DayNumber[], staffing: Staffing): Place[] {
  return days.flatMap((day) => staffing.placesOn(day));
}

function lackingIn({ arrangement, units }: Choice, need: Need): number {
  const { staffing } = need;
  const places = placesOf(arrangement, need);
  const untaught = units.filter((unit, index) => {
    const place = places[index];
    return place !== undefined && staffing.lacksTrainer(unit, place);
  });
  const all = [...places, ...placesOn(arrangement.exam?.days ?? [], staffing)];
  return untaught.length + all.filter(staffing.lacksRoom).length;
}

function noCosts(): Unstaffable {
  return new Map();
}

/** How many half-days of a session lack their trainer at best, if it teaches what the order has for it. */
function costsBySession({ exams }: Room, stages: readonly Stage[], { order, staffing }: Need): Unstaffable {
  const perSession = order.length / stages.length;
  const withoutRoom = (option: Option) => placesOn(option.days, staffing).filter(staffing.lacksRoom).length;
  return new Map([
    ...exams.map((exam) => [exam, withoutRoom(exam)] as const),
    ...stages.flatMap((stage, rank) => {
      const units = order.slice(rank * perSession, (rank + 1) * perSession);
      return stage.map((option) => {
        const taught = mostTaught(units, placesOn(option.days, staffing), staffing);
        return [option, units.length - taught + withoutRoom(option)] as const;
      });
    }),
  ]);
}

/** How many of these units could be taught at these places together, each at one of its own. */
function mostTaught(units: readonly TeachingUnit[], places: readonly Place[], staffing: Staffing): number {
  const unitAt = new Map<Place, TeachingUnit>();
  const findPlace = (unit: TeachingUnit, tried: Set<Place>): boolean =>
    places.some((place) => {
      if (tried.has(place) || staffing.lacksTrainer(unit, place)) return false;
      tried.add(place);
      const other = unitAt.get(place);
      if (other !== undefined && !findPlace(other, tried)) return false;
      unitAt.set(place, unit);
      return true;
    });
  return units.filter((unit) => findPlace(unit, new Set())).length;
}

/** Per half-day, how much of the whole year's teaching could not be done on it. */
function costsOverTheYear({ exams }: Room, stages: readonly Stage[], { order, staffing }: Need): Unstaffable {
  const due = [...Map.groupBy(order, (unit) => unit)].map(([unit, same]) => ({ unit, count: same.length }));
  const roomCosts = (place: Place) => (staffing.lacksRoom(place) ? order.length : 0);
  const costs = (place: Place) =>
    due.reduce((sum, { unit, count }) => sum + (staffing.lacksTrainer(unit, place) ? count : 0), roomCosts(place));
  return new Map([
    ...exams.map((exam) => [exam, total(placesOn(exam.days, staffing).map(roomCosts))] as const),
    ...stages.flat().map((option) => [option, total(placesOn(option.days, staffing).map(costs))] as const),
  ]);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
