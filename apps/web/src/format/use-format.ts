import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../locales/language.ts";
import { formatDay, formatMonth, formatPeriod, formatWeekday } from "./days.ts";
import { formatHours, formatTime } from "./hours.ts";
import { formatMoney, formatNumber } from "./numbers.ts";

/** Days, hours and money in the interface's language. */
export function useFormat() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === "en" ? "en" : "fr";
  return useMemo(
    () => ({
      language,
      day: (day: string, style?: Parameters<typeof formatDay>[2]) => formatDay(day, language, style),
      month: (month: string, style?: "full" | "name") => formatMonth(month, language, style),
      weekday: (weekday: number, width?: Parameters<typeof formatWeekday>[2]) =>
        formatWeekday(weekday, language, width),
      period: (from: string, to: string, style?: "long" | "plain") => formatPeriod(from, to, language, style),
      hours: (minutes: number) => formatHours(minutes, language),
      time: (time: string) => formatTime(time, language),
      money: (cents: number) => formatMoney(cents, language),
      number: (value: number) => formatNumber(value, language),
    }),
    [language],
  );
}
