import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../format/use-format.ts";

type When = Pick<Unavailability, "from" | "to" | "weekdays" | "everyWeeks" | "slot">;

/** When an unavailability holds, in words: the days it spans, and which halves of which of them. */
export function useUnavailabilityWords(): (when: When) => { readonly period: string; readonly pattern: string } {
  const { t } = useTranslation("unavailability");
  const format = useFormat();
  return ({ from, to, weekdays, everyWeeks, slot }) => {
    const isOneDay = from === to;
    const names = weekdays.map((weekday) => format.weekday(weekday));
    const list = new Intl.ListFormat(format.language, { type: "conjunction" }).format(names);
    const parts = [
      isOneDay ? null : weekdays.length === 0 ? t("everyDay") : t("eachWeekday", { days: list }),
      everyWeeks === 2 ? t("everyOtherWeek") : null,
      t(`slot.${slot ?? "day"}`),
    ];
    return {
      period: to === null ? t("endless", { day: format.day(from, "plain") }) : format.period(from, to),
      pattern: parts.filter((part) => part !== null).join(", "),
    };
  };
}
