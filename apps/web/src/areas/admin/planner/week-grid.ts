import type { HalfDay, Slot } from "@passerelle/contracts/plans";
import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { unavailabilityOn } from "@passerelle/domain/planning/resources";
import type { DayOff } from "../cohort-year/calendar.ts";
import type { DaysOff } from "./days-off.ts";
import { laneKeyOf, type Lane, type LanesBy } from "./lanes.ts";

/** Half a day in a lane. */
export interface Place {
  readonly laneKey: string;
  readonly day: string;
  readonly slot: Slot;
}

export interface Cell extends Place {
  /** More than one only where what they lack is what the lane stands for, or at a distance. */
  readonly halfDays: readonly HalfDay[];
  /** Left out of what is shown, they have the lane all the same. */
  readonly others: readonly HalfDay[];
  readonly off: DayOff | null;
  /** Whose lane it is is not to be had; the reason is null when none was given. */
  readonly unavailable: { readonly reason: string | null } | null;
}

export interface Week {
  readonly by: LanesBy;
  readonly days: readonly string[];
  readonly lanes: readonly Lane[];
  readonly cells: ReadonlyMap<string, Cell>;
  /** All half-days of the week, those that are not shown too: they are in the way all the same. */
  readonly halfDays: readonly HalfDay[];
}

export interface WeekInput {
  readonly by: LanesBy;
  readonly days: readonly string[];
  readonly lanes: readonly Lane[];
  readonly halfDays: readonly HalfDay[];
  readonly isShown: (halfDay: HalfDay) => boolean;
  readonly unavailabilities: readonly Unavailability[];
  readonly daysOff: DaysOff;
}

export const SLOTS = ["am", "pm"] as const;

export function placeKey({ laneKey, day, slot }: Place): string {
  return `${laneKey} ${day} ${slot}`;
}

/** The week by lanes and halves of days. */
export function weekGrid({ by, days, lanes, halfDays, isShown, unavailabilities, daysOff }: WeekInput): Week {
  const byPlace = Map.groupBy(halfDays, (halfDay) =>
    placeKey({ laneKey: laneKeyOf(halfDay, by), day: halfDay.day, slot: halfDay.slot }),
  );
  const cells = lanes.flatMap((lane) => {
    const own = unavailabilities.filter(
      ({ trainerId, roomId }) => lane.id !== null && (trainerId === lane.id || roomId === lane.id),
    );
    return days.flatMap((day) =>
      SLOTS.map((slot) => {
        const place = { laneKey: lane.key, day, slot };
        const there = (byPlace.get(placeKey(place)) ?? []).toSorted(byCohort);
        return {
          ...place,
          halfDays: there.filter(isShown),
          others: lane.id === null ? [] : there.filter((halfDay) => !isShown(halfDay)),
          off: daysOff.on(day, lane.zone),
          unavailable: unavailableOn(lane, own, day, slot),
        };
      }),
    );
  });
  return { by, days, lanes, halfDays, cells: new Map(cells.map((cell) => [placeKey(cell), cell])) };
}

/** What is wrong with a half-day to come: who teaches it, or its room, is not to be had or still to be found. */
export type Trouble = "trainer_unavailable" | "room_unavailable" | "trainer_missing" | "room_missing";

export function troublesOf(
  { state, day, slot, trainer, room, remote }: HalfDay,
  unavailabilities: readonly Unavailability[],
): Trouble[] {
  if (state !== "planned") return [];
  const isAway = (own: (each: Unavailability) => boolean) =>
    unavailabilityOn(unavailabilities.filter(own), day, slot) !== undefined;
  const troubles: Trouble[] = [];
  if (trainer === null) troubles.push("trainer_missing");
  else if (isAway(({ trainerId }) => trainerId === trainer.id)) troubles.push("trainer_unavailable");
  if (room === null && !remote) troubles.push("room_missing");
  else if (room !== null && isAway(({ roomId }) => roomId === room.id)) troubles.push("room_unavailable");
  return troubles;
}

function unavailableOn({ retiredOn }: Lane, own: readonly Unavailability[], day: string, slot: Slot) {
  if (retiredOn !== null && retiredOn <= day) return { reason: null };
  const found = unavailabilityOn(own, day, slot);
  return found === undefined ? null : { reason: found.reason };
}

function byCohort(a: HalfDay, b: HalfDay): number {
  return a.cohortName.localeCompare(b.cohortName);
}
