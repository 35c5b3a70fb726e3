import type { Locale, Text } from "./text.ts";

const dayFormat = {
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
const monthFormat = {
  fr: new Intl.DateTimeFormat("fr-FR", { month: "long", year: "numeric", timeZone: "UTC" }),
  en: new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
};

/** A sentence written once per language, its values worded by the same language. */
export function text(write: (words: Words) => Text): Text {
  return { fr: sentence(write(wordsOf("fr")).fr), en: sentence(write(wordsOf("en")).en) };
}

/** Some sentences begin with a day or a month, which French writes in lower case. */
function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export interface Words {
  /** `mardi 16 mai 2017` */
  day(civilDay: string): string;
  /** `mai 2017` */
  month(yearMonth: string): string;
  /** `77 h`, `3 h 30` */
  hours(minutes: number): string;
  /** `a, b et c` */
  list(items: readonly string[]): string;
}

/** The first of a month is « 1er » in French, which Intl does not know. */
function spokenDay(locale: Locale, day: Date): string {
  return dayFormat[locale]
    .formatToParts(day)
    .map(({ type, value }) => (locale === "fr" && type === "day" && value === "1" ? "1er" : value))
    .join("");
}

function wordsOf(locale: Locale): Words {
  return {
    day: (civilDay) => spokenDay(locale, new Date(`${civilDay}T00:00:00Z`)),
    month: (yearMonth) => monthFormat[locale].format(new Date(`${yearMonth}-01T00:00:00Z`)),
    hours: (minutes) => {
      const rest = minutes % 60;
      return `${Math.trunc(minutes / 60)} h${rest === 0 ? "" : ` ${String(rest).padStart(2, "0")}`}`;
    },
    list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
  };
}
