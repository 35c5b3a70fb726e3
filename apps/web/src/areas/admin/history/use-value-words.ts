import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { ValueWords } from "./value-text.ts";

/** Where the words for a field's values are; a state is called otherwise of an enrolment and of a week. */
const trees: Readonly<Record<string, string>> = {
  route: "enrolmentRoute",
  placement: "placementNeed",
  roles: "role",
  holidayZone: "holidayZone",
  role: "settings.contactRole",
  slot: "slot",
  "enrolment.state": "enrolmentState",
  "stage-week.state": "stageWeekState",
  "cohort.state": "cohortState",
};

/** The words for the values that events of one kind of thing tell. */
export function useValueWords(entity: string): ValueWords {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useMemo(() => {
    const lists = new Intl.ListFormat(format.language, { type: "conjunction" });
    return {
      day: (day) => format.day(day),
      time: (time) => format.time(time),
      weekday: (weekday) => format.weekday(weekday),
      hours: (minutes) => format.hours(minutes),
      money: (cents) => format.money(cents),
      number: (value) => format.number(value),
      yesNo: (value) => t(value ? "log.yes" : "log.no"),
      slot: (slot) => t(`slot.${slot}`),
      code: (field, value) => {
        const key = `${trees[field] ?? trees[`${entity}.${field}`] ?? "log"}.${value}`;
        return key.startsWith("log.") || !i18n.exists(key) ? null : t(key as "slot.am"); // as: it exists
      },
      list: (items) => lists.format(items),
      count: (count) => t("log.items", { count }),
      others: (count) => t("log.others", { count }),
      none: "–",
    };
  }, [t, i18n, format, entity]);
}
