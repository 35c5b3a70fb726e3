import type { Room } from "@passerelle/contracts/rooms";
import type { Actor } from "../../core/actor.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { canManagePlaces } from "../sites/sites.policy.ts";
import type { RoomRow } from "./rooms.queries.ts";

/** What a room says, as its events tell it. */
export function roomFields(row: RoomRow) {
  return {
    siteId: row.siteId,
    name: row.name,
    capacity: row.capacity,
    equipment: row.equipment,
    accessible: row.accessible,
    retiredOn: row.retiredOn && fromColumn(row.retiredOn),
  };
}

export function presentRoom(actor: Actor, row: RoomRow): Room {
  return {
    id: row.id,
    ...roomFields(row),
    siteName: row.site.name,
    version: row.version,
    can: { update: canManagePlaces(actor) },
  };
}
