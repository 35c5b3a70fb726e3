import type { Slot } from "@passerelle/contracts/plans";
import { dayNumberOf } from "@passerelle/domain/time";
import type { Locale } from "../../core/text.ts";
import { slotNames } from "../plans/slot-names.ts";

/** A half-day, or a whole day where `slot` is null. */
interface Place {
  readonly day: string;
  readonly slot: Slot | null;
}

export interface HalfDayRef {
  readonly day: string;
  readonly slot: Slot;
}

/** More days than these, when some are left out between them, are told by their first and last. */
const MOST_DAYS = 5;

/** Fewer days in a row are told one by one. */
const LEAST_SPAN = 3;

const formats = {
  fr: new Intl.DateTimeFormat("fr-FR", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }),
  en: new Intl.DateTimeFormat("en-GB", {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }),
};
const lists = {
  fr: new Intl.ListFormat("fr", { type: "conjunction" }),
  en: new Intl.ListFormat("en-GB", { type: "conjunction" }),
};

/** A whole day beside halves of others. */
const allDay = { fr: "toute la journée", en: "all day" };

/**
 * Some days within a sentence: `one` by one or in `several`, a `span` without a break, or `many`. What the next day
 * says as well, month or year, is said there: « du lundi 12 au jeudi 15 juin 2017 ». `next` is the day that comes after
 * them in the sentence, which says the year if it is the same.
 */
export interface SpokenDays {
  readonly kind: "one" | "several" | "span" | "many";
  readonly isWhole: boolean;
  /** The days of `one` and `several`. */
  readonly listed: string;
  readonly first: string;
  readonly last: string;
  /** « (le matin) » after a span or several of the same half; else empty. */
  readonly half: string;
}

export function spokenDays(halfDays: readonly HalfDayRef[], locale: Locale, next?: string): SpokenDays {
  const places = placesOf(halfDays);
  const slots = new Set(places.map(({ slot }) => slot));
  const isAlike = slots.size === 1;
  const days = places.map(({ day }) => day);
  const [first = "", last = ""] = [days[0], days.at(-1)];
  const said = {
    isWhole: !slots.has("am") && !slots.has("pm"),
    first: dayIn(locale, first, last),
    last: dayBefore(locale, last, next),
  };
  if (isAlike && days.length >= LEAST_SPAN && isUnbroken(days)) {
    return { kind: "span", ...said, listed: "", half: halves(slots, locale) };
  }
  if (days.length > MOST_DAYS) return { kind: "many", ...said, listed: "", half: "" };
  const isSeveral = days.length > 1;
  const items = places.map(({ day, slot }, index) => {
    const following = days[index + 1];
    const spoken = following === undefined ? dayBefore(locale, day, next) : dayIn(locale, day, following);
    if (isAlike && (isSeveral || slot === null)) return spoken;
    return `${spoken} (${slot === null ? allDay[locale] : slotNames[slot][locale]})`;
  });
  const half = isSeveral && isAlike ? halves(slots, locale) : "";
  return { kind: isSeveral ? "several" : "one", ...said, listed: lists[locale].format(items), half };
}

function halves(slots: ReadonlySet<Slot | null>, locale: Locale): string {
  if (slots.has(null)) return "";
  const [fr, en] = slots.has("am") ? ["le matin", "mornings"] : ["l’après-midi", "afternoons"];
  return ` (${locale === "fr" ? fr : en})`;
}

/** A day with its weekday; without its year, nor its month, where the day that follows in a list says it. */
export function dayIn(locale: Locale, day: string, next?: string): string {
  return spoken(locale, day, { month: !isSame(day, next, 7), year: !isSame(day, next, 4) });
}

/** The same without its year where a day later in the sentence says it. */
export function dayBefore(locale: Locale, day: string, next?: string): string {
  return spoken(locale, day, { month: true, year: !isSame(day, next, 4) });
}

function isSame(day: string, next: string | undefined, length: number): boolean {
  return next !== undefined && next !== day && next.slice(0, length) === day.slice(0, length);
}

function spoken(locale: Locale, day: string, told: { month: boolean; year: boolean }): string {
  const part = Object.fromEntries(
    formats[locale].formatToParts(new Date(`${day}T00:00:00Z`)).map(({ type, value }) => [type, value]),
  );
  const number = locale === "fr" && part["day"] === "1" ? "1er" : part["day"];
  return [part["weekday"], number, told.month && part["month"], told.year && part["year"]].filter(Boolean).join(" ");
}

function placesOf(halfDays: readonly HalfDayRef[]): Place[] {
  return [...Map.groupBy(halfDays, ({ day }) => day)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, [one, ...more]]) => ({ day, slot: one === undefined || more.length > 0 ? null : one.slot }));
}

function isUnbroken(days: readonly string[]): boolean {
  return days.every((day, index) => dayNumberOf(day) === dayNumberOf(days[0] ?? day) + index);
}
