import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { DayOff } from "../cohort-year/calendar.ts";
import type { DaysOff } from "./days-off.ts";
import { SLOTS } from "./week-grid.ts";
import classes from "./WeekGrid.module.css";

interface WeekHeadProps {
  readonly days: readonly string[];
  readonly daysOff: DaysOff;
  readonly today: string;
}

/** The days of the week, why nothing is taught on some, and their halves. */
export function WeekHead({ days, daysOff, today }: WeekHeadProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const offNames = useOffNames(daysOff);
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className={classes.corner}>
          <span className="visually-hidden">{t("planner.laneHead")}</span>
        </th>
        {days.map((day) => (
          <th key={day} scope="colgroup" colSpan={2} className={classes.day} data-today={day === today}>
            {format.day(day, "weekdayShort")}
            {day === today && <span className="visually-hidden"> {t("planner.today")}</span>}
            {offNames(day).map((name) => (
              <span key={name} className={classes.offName}>
                {name}
              </span>
            ))}
          </th>
        ))}
      </tr>
      <tr>
        {days.flatMap((day) =>
          SLOTS.map((slot) => (
            <th key={`${day} ${slot}`} scope="col" className={classes.slot}>
              {t(`slot.${slot}`)}
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

/** Why nothing is taught on a day: everywhere, or somewhere. */
export function useOffNames(daysOff: DaysOff): (day: string) => string[] {
  const { t } = useTranslation();
  const name = (off: DayOff) => (off.kind === "holiday" ? t(`holiday.${off.code}`) : off.label);
  return (day) => {
    const off = daysOff.on(day, null);
    if (off !== null) return [name(off)];
    return daysOff
      .partly(day)
      .map(({ off: its, zone }) => t("planner.offIn", { name: name(its), zone: t(`holidayZone.${zone}`) }));
  };
}
