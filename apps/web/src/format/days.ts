import type { Language } from "../locales/language.ts";

type Style = "short" | "long" | "plain" | "month" | "monthName" | "weekday" | "weekdayShort" | "dayMonth";

const styles: Record<Style, Intl.DateTimeFormatOptions> = {
  short: { weekday: "short", day: "numeric", month: "long", year: "numeric" },
  long: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  plain: { day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "long", day: "numeric", month: "long" },
  weekdayShort: { weekday: "short", day: "numeric" },
  dayMonth: { day: "numeric", month: "long" },
  month: { month: "long", year: "numeric" },
  monthName: { month: "long" },
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** A civil day in words: `mar. 16 mai 2017`, or in another style. */
export function formatDay(day: string, language: Language, style: Style = "short"): string {
  return parts(day, language, style)
    .map(({ value }) => value)
    .join("");
}

/** A month, `YYYY-MM`, in words: `mai 2017`, or its name alone. */
export function formatMonth(month: string, language: Language, style: "full" | "name" = "full"): string {
  return formatDay(`${month}-01`, language, style === "full" ? "month" : "monthName");
}

/** The name of an ISO weekday, 1 for Monday. */
export function formatWeekday(
  weekday: number,
  language: Language,
  width: "long" | "short" | "narrow" = "long",
): string {
  // 1 January 2018 was a Monday.
  return format(language, { weekday: width }).format(new Date(Date.UTC(2018, 0, weekday)));
}

/** Two days and the way from one to the other, saying month and year once: `du lundi 10 au jeudi 13 juillet 2017`. */
export function formatPeriod(from: string, to: string, language: Language, style: "long" | "plain" = "plain"): string {
  if (from === to)
    return language === "fr" ? `le ${formatDay(from, language, style)}` : formatDay(from, language, style);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const weekday: Intl.DateTimeFormatOptions = style === "long" ? { weekday: "long" } : {};
  const first: Intl.DateTimeFormatOptions = {
    ...weekday,
    day: "numeric",
    ...(sameMonth ? {} : { month: "long" }),
    ...(sameYear ? {} : { year: "numeric" }),
  };
  const start = join(from, language, first);
  const end = formatDay(to, language, style);
  return language === "fr" ? `du ${start} au ${end}` : `${start} to ${end}`;
}

function parts(day: string, language: Language, style: Style): Intl.DateTimeFormatPart[] {
  return partsOf(day, language, styles[style]);
}

function join(day: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  return partsOf(day, language, options)
    .map(({ value }) => value)
    .join("");
}

function partsOf(day: string, language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormatPart[] {
  const written = format(language, options).formatToParts(new Date(`${day}T00:00:00Z`));
  return written.map((part) => {
    // The first of a month is « 1er » in French, which Intl does not know.
    const isFirst = part.type === "day" && part.value === "1" && language === "fr" && options.day === "numeric";
    if (isFirst) return { ...part, value: "1er" };
    return part.type === "literal" ? { ...part, value: part.value.replace(",", "") } : part;
  });
}

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { timeZone: "UTC", ...options });
  formats.set(key, made);
  return made;
}
