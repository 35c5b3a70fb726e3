const WRITTEN = /^(\d{1,4})(?:\s*(?:h|:)\s*([0-5]\d)?|[.,](\d{1,2}))?$/i;

/** Minutes of hours as people write them: `77`, `77 h`, `3 h 30`, `3:30`, `3,5`; null when it is none of these. */
export function minutesTyped(text: string): number | null {
  const [, hours, minutes, decimals] = WRITTEN.exec(text.replaceAll(/[\s\u00A0\u202F]+/g, " ").trim()) ?? [];
  if (hours === undefined) return null;
  const part = decimals === undefined ? Number(minutes ?? 0) : Number(`0.${decimals}`) * 60;
  const total = Number(hours) * 60 + part;
  // A third of an hour is no whole minute (R5).
  return Math.abs(total - Math.round(total)) < 1e-6 ? Math.round(total) : null;
}

/** Minutes as one would type them: `77`, `3 h 30`. */
export function typedHours(minutes: number): string {
  const rest = minutes % 60;
  return rest === 0 ? String(minutes / 60) : `${Math.floor(minutes / 60)} h ${String(rest).padStart(2, "0")}`;
}
