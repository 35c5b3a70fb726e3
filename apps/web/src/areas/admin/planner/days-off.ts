import type { HolidayZone } from "@passerelle/contracts/sites";
import { holidaysBetween, offOn, type ClosedDays, type DayOff } from "../cohort-year/calendar.ts";
import type { Span } from "./weeks.ts";

/** Why nothing may be taught on days: everywhere, or only where a zone's holidays are kept. */
export interface DaysOff {
  /** For a lane's own zone; null asks for what holds everywhere. */
  readonly on: (day: string, zone: HolidayZone | null) => DayOff | null;
  /** Holidays of a day that only some of the zones keep. */
  readonly partly: (day: string) => readonly { readonly off: DayOff; readonly zone: HolidayZone }[];
}

export function daysOffOf(span: Span, zones: readonly HolidayZone[], closures: readonly ClosedDays[]): DaysOff {
  const kept = [...new Set<HolidayZone>(zones.length === 0 ? ["metropole"] : zones)];
  const holidays = new Map(kept.map((zone) => [zone, holidaysBetween(span.from, span.to, zone)]));
  const inZone = (day: string, zone: HolidayZone) =>
    offOn(day, holidays.get(zone) ?? new Map<string, never>(), closures);
  const everywhere = (day: string) => {
    const offs = kept.map((zone) => inZone(day, zone));
    return offs.every((off) => off !== null) ? (offs[0] ?? null) : null;
  };
  return {
    on: (day, zone) => (zone === null ? everywhere(day) : inZone(day, zone)),
    partly: (day) => {
      if (everywhere(day) !== null) return [];
      return kept.flatMap((zone) => {
        const off = inZone(day, zone);
        return off === null ? [] : [{ off, zone }];
      });
    },
  };
}
