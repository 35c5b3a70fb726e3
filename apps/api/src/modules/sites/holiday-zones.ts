import type { HolidayZone } from "@passerelle/contracts/sites";
import type { HolidayZone as Column } from "../../generated/prisma/enums.ts";

/** The zones as they are named on the wire and in the rules, by their column's value. */
export const holidayZones: Record<Column, HolidayZone> = {
  metropole: "metropole",
  alsace_moselle: "alsace-moselle",
  guadeloupe: "guadeloupe",
  martinique: "martinique",
  guyane: "guyane",
  la_reunion: "la-reunion",
  mayotte: "mayotte",
};

/** The column's value for a zone. */
export function zoneColumn(zone: HolidayZone): Column {
  return zone.replaceAll("-", "_") as Column; // as: the table above says so
}
