import type { Locale } from "../core/text.ts";

/** French unless the caller's `Accept-Language` prefers English. */
export function localeOf(header: string | undefined): Locale {
  if (header === undefined) return "fr";
  const wanted = header
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2), quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === "fr" || language === "en") && quality > 0)
    .toSorted((a, b) => b.quality - a.quality);
  return wanted[0]?.language === "en" ? "en" : "fr";
}
