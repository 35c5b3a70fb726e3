import type { Slot } from "@passerelle/contracts/plans";
import type { Locale } from "../../core/text.ts";
import { slotNames } from "../plans/slot-names.ts";

/** Days, times and sums as a timetable writes them: short, and never broken at the end of a line. */
export interface TimetableWords {
  /** `mar. 16` */
  shortDay(civilDay: string): string;
  /** `16 mai 2017` */
  plainDay(civilDay: string): string;
  /** `Mai 2017` */
  month(civilDay: string): string;
  /** `9 h – 12 h 30` */
  times(from: string, to: string): string;
  /** `77 h`, `3 h 30` */
  hours(minutes: number): string;
  /** `8 demi-journées` */
  halfDays(count: number): string;
  /** `Du 16 mai 2017 au 13 mars 2018`, or one of its ends. */
  period(from: string | null, to: string | null): string | null;
  /** What became of a half-day that is cancelled. */
  replacedBy(place: Place): string;
  /** Why there is one that was not planned. */
  replaces(place: Place): string;
}

interface Place {
  readonly day: string;
  readonly slot: Slot;
}

const noBreak = "\u{A0}";

export const timetableWords: Record<Locale, TimetableWords> = { fr: wordsOf("fr"), en: wordsOf("en") };

function wordsOf(locale: Locale): TimetableWords {
  const shortDay = dayFormat(locale, { weekday: "short", day: "numeric" });
  const plainDay = dayFormat(locale, { day: "numeric", month: "long", year: "numeric" });
  const weekday = dayFormat(locale, { weekday: "long", day: "numeric", month: "long" });
  const month = dayFormat(locale, { month: "long", year: "numeric" });
  const number = new Intl.NumberFormat(locale === "fr" ? "fr-FR" : "en-GB");
  const at = ({ day, slot }: Place) => `${weekday(day)}, ${slotNames[slot][locale]}`;
  const isFrench = locale === "fr";
  return {
    shortDay: (day) => shortDay(day).replaceAll(" ", noBreak),
    plainDay,
    month: (day) => capital(month(day)),
    times: (from, to) => `${time(locale, from)} – ${time(locale, to)}`.replaceAll(" ", noBreak),
    hours: (minutes) => {
      const rest = minutes % 60;
      const hours = `${number.format(Math.trunc(minutes / 60))}${noBreak}h`;
      return rest === 0 ? hours : `${hours}${noBreak}${String(rest).padStart(2, "0")}`;
    },
    halfDays: (count) =>
      isFrench ? `${count} demi-journée${count < 2 ? "" : "s"}` : `${count} half-day${count === 1 ? "" : "s"}`,
    period: (from, to) => {
      if (from === null && to === null) return null;
      if (from === to && from !== null) return capital(isFrench ? `le ${plainDay(from)}` : plainDay(from));
      const start = from === null ? "" : `${isFrench ? "du" : "from"} ${plainDay(from)}`;
      const end = to === null ? "" : `${isFrench ? (from === null ? "jusqu’au" : "au") : "to"} ${plainDay(to)}`;
      return capital(`${start} ${end}`.trim());
    },
    replacedBy: (place) => (isFrench ? `Remplacée le ${at(place)}` : `Held instead on ${at(place)}`),
    replaces: (place) => (isFrench ? `Remplace le ${at(place)}` : `In place of ${at(place)}`),
  };
}

function dayFormat(locale: Locale, options: Intl.DateTimeFormatOptions): (day: string) => string {
  const format = new Intl.DateTimeFormat(locale === "fr" ? "fr-FR" : "en-GB", { timeZone: "UTC", ...options });
  return (day) =>
    format
      .formatToParts(new Date(`${day}T00:00:00Z`))
      // The first of a month is « 1er » in French, which Intl does not know.
      .map(({ type, value }) => (locale === "fr" && type === "day" && value === "1" ? "1er" : value))
      .join("")
      .replace(",", "");
}

/** A time of day, `HH:MM`: `9 h 30` in French, `9:30` in English. */
function time(locale: Locale, at: string): string {
  const [hours = "", minutes = ""] = at.split(":");
  if (locale === "en") return `${Number(hours)}:${minutes}`;
  return `${Number(hours)} h${minutes === "00" ? "" : ` ${minutes}`}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
