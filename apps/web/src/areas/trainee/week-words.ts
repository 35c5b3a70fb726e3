import { daysOf } from "@passerelle/domain/placement/iso-week";
import { useFormat } from "../../format/use-format.ts";

/** An ISO week in words, by its first and last day: `du 9 au 15 octobre 2017`. */
export function useWeekWords(): (week: string) => string {
  const format = useFormat();
  return (week) => {
    const days = daysOf(week);
    return format.period(days[0] ?? "", days.at(-1) ?? "", "plain");
  };
}
