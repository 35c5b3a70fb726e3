import type { Language } from "../locales/language.ts";
import { formatNumber } from "./numbers.ts";

const NO_BREAK = "\u00A0";

/** Minutes as hours: `77 h`, `3 h 30`. */
export function formatHours(minutes: number, language: Language): string {
  const sign = minutes < 0 ? "−" : "";
  const whole = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  const hours = `${sign}${formatNumber(whole, language)}${NO_BREAK}h`;
  return rest === 0 ? hours : `${hours}${NO_BREAK}${String(rest).padStart(2, "0")}`;
}

/** A time of day, `HH:MM`: `9 h 30` in French, `9:30` in English. */
export function formatTime(time: string, language: Language): string {
  const [hours = "", minutes = ""] = time.split(":");
  if (language === "en") return `${Number(hours)}:${minutes}`;
  return `${Number(hours)}${NO_BREAK}h${minutes === "00" ? "" : `${NO_BREAK}${minutes}`}`;
}
