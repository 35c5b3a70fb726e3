import type { DayNumber } from "../time.ts";
import type { Arrangement } from "./arrange.ts";
import { assignRooms } from "./assign-rooms.ts";
import type { Plan, PlannedHalfDay, ProgrammeShape } from "./plan.ts";
import type { RoomResource, TrainerResource } from "./resources.ts";
import type { Place, Staffing } from "./staffing.ts";
import { examBlocks, type TeachingUnit } from "./teaching-order.ts";
import type { Wishes } from "./wishes.ts";

/** A half-day of a plan with who and what it was given. */
export interface FilledHalfDay {
  /** Null for an exam half-day. */
  readonly sessionIndex: number | null;
  readonly place: Place;
  readonly blockCode: string | null;
  /** What it teaches; null for an exam half-day. */
  readonly unit: TeachingUnit | null;
  readonly trainer: TrainerResource | null;
  readonly room: RoomResource | null;
}

/** Gives each half-day of the sessions its unit in the order of the places, am before pm, then a trainer and a room. */
export function fillBlocks(
  shape: ProgrammeShape,
  { sessions, exam }: Arrangement,
  units: readonly TeachingUnit[],
  { staffing, wishes }: { readonly staffing: Staffing; readonly wishes: Pick<Wishes, "rooms" | "seats"> },
): FilledHalfDay[] {
  const placesOf = (days: readonly DayNumber[]) => days.flatMap((day) => staffing.placesOn(day));
  const rooms = (places: readonly Place[]) => assignRooms(places, staffing, wishes);
  const teaching = sessions.flatMap(({ days }, sessionIndex) => {
    const places = placesOf(days);
    const given = rooms(places);
    return places.map((place, index): FilledHalfDay => {
      const unit = units[sessionIndex * places.length + index] ?? null;
      const trainer = unit === null ? null : staffing.trainerFor(unit, place);
      return { sessionIndex, place, blockCode: unit?.blockCode ?? null, unit, trainer, room: given[index] ?? null };
    });
  });
  const blocks = examBlocks(shape);
  const examPlaces = placesOf(exam?.days ?? []);
  const given = rooms(examPlaces);
  return [
    ...teaching,
    ...examPlaces.map((place, index) => ({
      sessionIndex: null,
      place,
      blockCode: blocks[index] ?? null,
      unit: null,
      trainer: null,
      room: given[index] ?? null,
    })),
  ];
}

/** The plan of filled half-days; it says nothing of what was not asked for. */
export function planOfFilled(filled: readonly FilledHalfDay[], sessionCount: number, staffing: Staffing): Plan {
  const planned = (sessionIndex: number | null) =>
    filled.filter((each) => each.sessionIndex === sessionIndex).map((each) => plannedHalfDay(each, staffing));
  return {
    sessions: Array.from({ length: sessionCount }, (_, index) => ({ halfDays: planned(index) })),
    examHalfDays: planned(null),
  };
}

function plannedHalfDay({ place, blockCode, unit, trainer, room }: FilledHalfDay, staffing: Staffing): PlannedHalfDay {
  const asksTrainer = unit !== null && staffing.asksTrainer(unit.blockCode);
  return {
    day: place.day,
    slot: place.slot,
    blockCode,
    ...(unit?.competencyCodes && { competencyCodes: [...unit.competencyCodes] }),
    ...(asksTrainer && { trainerId: trainer?.id ?? null }),
    ...(staffing.asksRoom && { roomId: room?.id ?? null }),
  };
}
