import { civilDayOf, localTimeOf } from "@passerelle/domain/time";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";

/** When something happened: `le 3 mars à 10 h 30`. */
export function useInstantText(): (at: Date) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (at) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime());
    return t("history.when", {
      day: format.day(civilDayOf(instant), "dayMonth"),
      time: format.time(localTimeOf(instant).slice(11, 16)),
    });
  };
}
