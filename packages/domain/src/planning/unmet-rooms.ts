import type { FilledHalfDay } from "./fill-blocks.ts";
import { nearestMoves, refOf, type Elsewhere, type Remedy } from "./nearest-change.ts";
import type { RoomResource } from "./resources.ts";
import { bySeats, type Place } from "./staffing.ts";
import type { Outcome, UnmetWish, WhyNot } from "./unmet-wishes.ts";

interface Roomless extends FilledHalfDay {
  /** The first other room that is free then, for all the half-days of the session if there is one. */
  readonly other: RoomResource | null;
  readonly why: WhyNot[];
}

/** The half-days for which no room asked for is free: why, and which other is, or when they are. */
export function roomsMissing(outcome: Outcome, elsewhere: () => Elsewhere): UnmetWish[] {
  const { filled, staffing } = outcome;
  if (!staffing.asksRoom) return [];
  const missing = filled.filter(({ room }) => room === null);
  return [...Map.groupBy(missing, ({ sessionIndex }) => sessionIndex).values()]
    .flatMap((together) => withOthers(together, outcome))
    .map((same) => ({
      code: "room_missing",
      facts: { halfDays: same.map(refOf), why: same[0]?.why ?? [] },
      remedy: remedyOf(same, outcome, elsewhere),
    }));
}

/** The half-days in rooms with too few seats, by room, and another room that would do for all of them. */
export function roomsTooSmall({ filled, wishes, staffing }: Outcome): UnmetWish[] {
  const { seats = 0, otherRooms = [] } = wishes;
  const crowded = filled.flatMap((halfDay) =>
    halfDay.room !== null && halfDay.room.capacity < seats ? [{ ...halfDay, room: halfDay.room }] : [],
  );
  return [...Map.groupBy(crowded, ({ room }) => room)].map(([room, same]) => {
    const larger = bySeats(otherRooms, seats)[0].find((other) =>
      same.every(({ place }) => staffing.whyNotFree(other, place) === null),
    );
    const { id: roomId, name: roomName, siteName, capacity } = room;
    const facts = { roomId, roomName, siteName, capacity, seats, halfDays: same.map(refOf) };
    return { code: "room_too_small", facts, remedy: larger === undefined ? null : inRoom(larger) };
  });
}

function withOthers(halfDays: readonly FilledHalfDay[], { wishes, staffing }: Outcome): Roomless[][] {
  const others = bySeats(wishes.otherRooms ?? [], wishes.seats).flat();
  const isFree = (room: RoomResource, { place }: FilledHalfDay) => staffing.whyNotFree(room, place) === null;
  const forAll = others.find((room) => halfDays.every((halfDay) => isFree(room, halfDay)));
  const roomless = halfDays.map((halfDay): Roomless => {
    const other = forAll ?? others.find((room) => isFree(room, halfDay)) ?? null;
    const why = (wishes.rooms ?? []).flatMap((room): WhyNot[] => {
      const reason = staffing.whyNotFree(room, halfDay.place);
      return reason === null ? [] : [{ id: room.id, name: room.name, ...reason }];
    });
    return { ...halfDay, other, why };
  });
  return [...Map.groupBy(roomless, ({ other, why }) => JSON.stringify([other?.id, why])).values()];
}

function remedyOf(same: readonly Roomless[], { wishes, staffing }: Outcome, elsewhere: () => Elsewhere): Remedy | null {
  const other = same[0]?.other ?? null;
  if (other !== null) return inRoom(other);
  const rooms = bySeats(wishes.rooms ?? [], wishes.seats).flat();
  const isTaught = ({ unit, trainer }: FilledHalfDay, place: Place) =>
    unit === null || trainer === null || !staffing.lacksTrainer(unit, place);
  return nearestMoves(same, elsewhere(), (halfDay, place) =>
    isTaught(halfDay, place) ? (rooms.find((room) => staffing.whyNotFree(room, place) === null) ?? null) : null,
  );
}

function inRoom({ id: roomId, name, siteName }: RoomResource): Remedy {
  return { kind: "other_room", roomId, name, siteName };
}
