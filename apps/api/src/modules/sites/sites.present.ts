import type { Site } from "@passerelle/contracts/sites";
import type { Site as Row } from "../../generated/prisma/client.ts";
import type { Actor } from "../../core/actor.ts";
import { holidayZones } from "./holiday-zones.ts";
import { canManagePlaces } from "./sites.policy.ts";

/** What a site says, as its events tell it. */
export function siteFields(row: Row) {
  return { name: row.name, addressLines: row.addressLines, holidayZone: holidayZones[row.holidayZone] };
}

export function presentSite(actor: Actor, row: Row): Site {
  return { id: row.id, ...siteFields(row), version: row.version, can: { update: canManagePlaces(actor) } };
}
