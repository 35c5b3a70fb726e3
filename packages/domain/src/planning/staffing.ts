import { civilDayAt, type CivilDay, type DayNumber } from "../time.ts";
import { SLOTS, type Slot } from "./plan.ts";
import { busyOn, coverage, type Busy, type Resource, type RoomResource, type SlotTimes } from "./resources.ts";
import type { TrainerResource } from "./resources.ts";
import type { TeachingUnit } from "./teaching-order.ts";
import type { Wishes } from "./wishes.ts";

/** A half-day of the calendar. */
export interface Place {
  readonly number: DayNumber;
  readonly day: CivilDay;
  readonly slot: Slot;
}

/** Why somebody, or a room, is not to be had at a place. */
export type NotFree =
  | { readonly reason: "unavailable"; readonly from: CivilDay; readonly to: CivilDay | null }
  | { readonly reason: "busy"; readonly cohortName: string };

/** Who could teach what, and where, at any half-day (T1). */
export interface Staffing {
  /** The half-days of a day. */
  placesOn(day: DayNumber): readonly Place[];
  whyNotFree(resource: Resource, place: Place): NotFree | null;
  /** Whether somebody is looked for to teach it. */
  asksTrainer(blockCode: string): boolean;
  readonly asksRoom: boolean;
  /** The first of those asked for who teaches it and is free; null when nobody is, or nobody is asked for. */
  trainerFor(unit: TeachingUnit, place: Place): TrainerResource | null;
  /** Whether a unit would lack its trainer at a place. */
  lacksTrainer(unit: TeachingUnit, place: Place): boolean;
  lacksRoom(place: Place): boolean;
}

/** Answers about the trainers and rooms asked for; each question is worked out once. */
export function staffingOf({ trainers = {}, rooms = [], times }: Wishes): Staffing {
  const whyNotFree = freedom(times);
  const placesOn = remembered((number: DayNumber) => {
    const day = civilDayAt(number);
    return SLOTS.map((slot) => ({ number, day, slot }));
  });
  const firstTrainer = remembered((unit: TeachingUnit) =>
    rememberedByPlace(
      (place) =>
        trainers[unit.blockCode]?.find(
          (trainer) => teaches(trainer, unit) && whyNotFree(trainer, place) === null, // T1
        ) ?? null,
    ),
  );
  const asksTrainer = (blockCode: string) => (trainers[blockCode] ?? []).length > 0;
  const asksRoom = rooms.length > 0;
  const trainerFor = (unit: TeachingUnit, place: Place) => firstTrainer(unit)(place);
  return {
    placesOn,
    whyNotFree,
    asksTrainer,
    asksRoom,
    trainerFor,
    lacksTrainer: (unit, place) => asksTrainer(unit.blockCode) && trainerFor(unit, place) === null,
    lacksRoom: rememberedByPlace((place) => asksRoom && rooms.every((room) => whyNotFree(room, place) !== null)),
  };
}

/** Whether somebody teaches all that a half-day works on. */
export function teaches({ competencyCodes }: TrainerResource, unit: TeachingUnit): boolean {
  return (unit.competencyCodes ?? []).every((code) => competencyCodes.includes(code));
}

/** Rooms with seats enough first, each kind in the order given. */
export function bySeats(rooms: readonly RoomResource[], seats = 0): [enough: RoomResource[], small: RoomResource[]] {
  return [rooms.filter(({ capacity }) => capacity >= seats), rooms.filter(({ capacity }) => capacity < seats)];
}

/** A key of a place among all. */
export function placeKey({ number, slot }: Place): number {
  return number * SLOTS.length + SLOTS.indexOf(slot);
}

// T1
function freedom(times: SlotTimes): Staffing["whyNotFree"] {
  const answers = remembered(({ unavailabilities, busy }: Resource) => {
    const covering = unavailabilities.map((each) => ({ each, covers: coverage(each) }));
    const byDay = busyByDay(busy);
    return rememberedByPlace(({ number, day, slot }): NotFree | null => {
      const found = covering.find(({ covers }) => covers(day, number, slot))?.each;
      if (found !== undefined) return { reason: "unavailable", from: found.from, to: found.to };
      const other = busyOn(byDay.get(day) ?? [], day, slot, times);
      return other === undefined ? null : { reason: "busy", cohortName: other.cohortName };
    });
  });
  return (resource, place) => answers(resource)(place);
}

/** Half-days begin and end on one day. */
function busyByDay(busy: readonly Busy[]): Map<CivilDay, Busy[]> {
  return Map.groupBy(busy, ({ startsAt }) => startsAt.slice(0, 10));
}

function rememberedByPlace<Answer>(work: (place: Place) => Answer): (place: Place) => Answer {
  const answers = new Map<number, Answer>();
  return (place) => {
    const key = placeKey(place);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = work(place);
    answers.set(key, answer);
    return answer;
  };
}

function remembered<Question, Answer>(work: (question: Question) => Answer): (question: Question) => Answer {
  const answers = new Map<Question, Answer>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined) return known;
    const answer = work(question);
    answers.set(question, answer);
    return answer;
  };
}
