import { daysOf } from "@passerelle/domain/placement/iso-week";
import { useFormat } from "../../../format/use-format.ts";

/** An ISO week by its days: `du 9 au 15 octobre 2017`. */
export function useWeekPeriod(): (week: string) => string {
  const format = useFormat();
  return (week) => {
    const days = daysOf(week);
    return format.period(days[0] ?? "", days.at(-1) ?? "");
  };
}
