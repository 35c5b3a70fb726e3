import { monthOf } from "@passerelle/domain/time";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { looksByCode } from "../resources/blocks.ts";
import { daysOffOf } from "./days-off.ts";
import { filterOf } from "./filter.ts";
import { lettersOf } from "./letters.ts";
import { monthDays } from "./month-days.ts";
import { MonthDayCell } from "./MonthDayCell.tsx";
import { usePlannerData } from "./planner-queries.ts";
import type { PlannerSearch } from "./planner-search.ts";
import { PlannerDrafts } from "./PlannerDrafts.tsx";
import { PlannerLegend } from "./PlannerLegend.tsx";
import { zonesOf } from "./WeekView.tsx";
import { weeksOfMonth } from "./weeks.ts";
import classes from "./MonthView.module.css";

interface MonthViewProps {
  readonly day: string;
  readonly today: string;
  readonly search: PlannerSearch;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A month across cohorts; each day leads to its week. */
export function MonthView({ day, today, search }: MonthViewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const month = monthOf(day);
  const span = weeksOfMonth(day);
  const data = usePlannerData(span);
  const { siteId, cohortId } = search;
  const isShown = useMemo(
    () => filterOf({ siteId, cohortId }, data.rooms, data.cohorts),
    [siteId, cohortId, data.rooms, data.cohorts],
  );
  const looks = useMemo(() => looksByCode(data.blocks), [data.blocks]);
  const letters = lettersOf(data.halfDays);
  const weeks = monthDays(month, span, data.halfDays, isShown);
  const daysOff = daysOffOf(span, zonesOf(data), data.closures);
  const table = useRef<HTMLTableElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const all = weeks.flat().map((each) => each.day);
  const stop = [focused, today, day].find((each) => each !== null && all.includes(each)) ?? all[0];
  return (
    <>
      <PlannerDrafts data={data} search={search} />
      <table ref={table} className={classes.month}>
        <caption className="visually-hidden">{t("planner.monthLabel", { month: format.month(month) })}</caption>
        <thead>
          <tr>
            {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
              <th key={weekday} scope="col" className={classes.weekday}>
                <span aria-hidden="true">{format.weekday(weekday, "short")}</span>
                <span className="visually-hidden">{format.weekday(weekday)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]?.day}>
              {days.map((each) => (
                <MonthDayCell
                  key={each.day}
                  day={each}
                  isToday={each.day === today}
                  isStop={each.day === stop}
                  daysOff={daysOff}
                  looks={looks}
                  letters={letters}
                  drafted={data.drafted}
                  search={search}
                  onFocus={() => setFocused(each.day)}
                  onKeyDown={(event) => step(event, each.day)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <PlannerLegend looks={looks} letters={letters} halfDays={data.halfDays} hasDrafted={data.drafted.size > 0} />
      <p className={classes.help}>{t("planner.monthHelp")}</p>
    </>
  );

  /** Arrow keys go from day to day. */
  function step(event: KeyboardEvent, from: string): void {
    const by = steps[event.key];
    const next = by === undefined ? undefined : all[all.indexOf(from) + by];
    if (next === undefined) return;
    event.preventDefault();
    table.current?.querySelector<HTMLElement>(`a[data-day="${next}"]`)?.focus();
  }
}
