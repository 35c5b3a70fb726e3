import type { RoomResource } from "./resources.ts";
import { bySeats, type Place, type Staffing } from "./staffing.ts";
import type { Wishes } from "./wishes.ts";

type Given = (RoomResource | null)[];

/**
 * A room for each half-day of a session, or null: the first preferred one that is free for all of them, else for each day
 * the first that is free all day, else for each half-day (T1). One with seats enough as often as there is one; only what
 * is left then goes to smaller ones.
 */
export function assignRooms(
  places: readonly Place[],
  staffing: Staffing,
  { rooms = [], seats }: Pick<Wishes, "rooms" | "seats">,
): Given {
  const [enough, small] = bySeats(rooms, seats);
  const given = together(places, enough, staffing);
  const left = places.filter((_, index) => given[index] === null);
  const smaller = together(left, small, staffing);
  return places.map((place, index) => given[index] ?? smaller[left.indexOf(place)] ?? null);
}

function together(places: readonly Place[], rooms: readonly RoomResource[], staffing: Staffing): Given {
  const whole = freeForAll(places, rooms, staffing);
  if (whole !== null) return places.map(() => whole);
  return [...Map.groupBy(places, ({ day }) => day).values()].flatMap((sameDay) => {
    const all = freeForAll(sameDay, rooms, staffing);
    return sameDay.map((place) => all ?? freeForAll([place], rooms, staffing));
  });
}

function freeForAll(places: readonly Place[], rooms: readonly RoomResource[], staffing: Staffing): RoomResource | null {
  return rooms.find((room) => places.every((place) => staffing.whyNotFree(room, place) === null)) ?? null;
}
