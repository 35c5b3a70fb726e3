import { ZONE } from "@passerelle/domain/time";
import ical, {
  escape,
  ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { Locale } from "../../core/text.ts";
import { categoryText, detailText, placeText, summaryText } from "./calendar-texts.ts";
import type { FeedHalfDay } from "./feed-half-days.queries.ts";
import { standingOf } from "./half-day-standing.ts";
import { parisTimeZone } from "./paris-time-zone.ts";

/** How often applications are asked to look again. */
const refreshSeconds = 3600;

interface Calendar {
  readonly name: string;
  readonly halfDays: readonly FeedHalfDay[];
  /** Whether each summary says which cohort. */
  readonly namesCohort: boolean;
  readonly locale: Locale;
}

/** The bytes of an iCalendar file; the same half-days give the same bytes. */
export function writeCalendar({ name, halfDays, namesCohort, locale }: Calendar): Uint8Array {
  const calendar = ical({
    name: escape(name, false), // the library writes it as it is given
    prodId: { company: "Passerelle", product: "Calendar", language: locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refreshSeconds,
    // Without a name of its own: each half-day says its zone, and stamps stay in UTC.
    timezone: { name: null, generator: () => parisTimeZone },
    events: halfDays.map((halfDay) => eventOf(halfDay, namesCohort, locale)),
  });
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

function eventOf(halfDay: FeedHalfDay, namesCohort: boolean, locale: Locale): ICalEventData {
  const { isOff, sequence, since } = standingOf(halfDay);
  return {
    id: `${halfDay.id}@passerelle`, // for ever: not the host, which may change
    sequence,
    stamp: since,
    lastModified: since,
    timezone: ZONE,
    start: Temporal.PlainDateTime.from(halfDay.startsAt),
    end: Temporal.PlainDateTime.from(halfDay.endsAt),
    status: isOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isOff ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    summary: summaryText(halfDay, isOff, namesCohort)[locale],
    location: placeText(halfDay)?.[locale] ?? null,
    description: detailText(halfDay, isOff)[locale],
    categories: [{ name: categoryText(halfDay)[locale] }],
  };
}
