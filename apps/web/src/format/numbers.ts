import type { Language } from "../locales/language.ts";

const locale = { fr: "fr-FR", en: "en-GB" } as const;

export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locale[language]).format(value);
}

/** Whole cents in euros: `3 724,00 €`. */
export function formatMoney(cents: number, language: Language): string {
  return new Intl.NumberFormat(locale[language], { style: "currency", currency: "EUR" }).format(cents / 100);
}

/** Digits in groups, as a SIRET is read: `groups("12345678900011", [3, 3, 3, 5])`. */
export function groupDigits(digits: string, sizes: readonly number[]): string {
  const groups: string[] = [];
  let rest = digits;
  for (const size of sizes) {
    groups.push(rest.slice(0, size));
    rest = rest.slice(size);
  }
  return [...groups, rest].filter((group) => group !== "").join("\u00A0");
}
