import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { CalendarDay, CalendarGroup, CalendarMonth } from "./calendar.ts";
import { DayCell } from "./DayCell.tsx";
import { NO_MARKS, type Marks } from "./plan-marks.ts";
import { RunCells, type RunHandling } from "./RunCells.tsx";
import classes from "./Month.module.css";

interface MonthProps {
  readonly month: CalendarMonth;
  /** The first of all says its year, as every January does. */
  readonly isFirst: boolean;
  readonly looks: ReadonlyMap<string, string>;
  readonly from: string;
  readonly to: string;
  readonly handling?: RunHandling;
  readonly marks?: Marks;
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];

export function Month({ month, isFirst, looks, from, to, handling, marks = NO_MARKS }: MonthProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOutside = ({ day }: CalendarDay) => day < from || day > to;
  return (
    <section className={classes.month} aria-labelledby={`month-${month.month}`}>
      <header className={classes.header}>
        <h2 id={`month-${month.month}`} className={classes.name}>
          {isFirst || month.month.endsWith("-01") ? format.month(month.month) : format.month(month.month, "name")}
        </h2>
        <p className={classes.label}>
          <MonthLabel month={month} />
        </p>
      </header>
      <div className={classes.weekdays} aria-hidden="true">
        {weekdays.map((weekday) => (
          <span key={weekday}>{format.weekday(weekday, "narrow")}</span>
        ))}
      </div>
      {month.rows.map((row) => (
        <div key={rowKey(row)} className={classes.row}>
          {row.map((item) =>
            item.kind === "day" ? (
              <DayCell
                key={item.day.day}
                day={item.day}
                looks={looks}
                isOutside={isOutside(item.day)}
                moving={handling?.moving ?? null}
                marks={marks}
              />
            ) : (
              <RunCells
                key={`${item.group.key} ${item.days[0]?.day}`}
                run={item}
                looks={looks}
                marks={marks}
                {...(handling === undefined ? {} : { handling })}
              />
            ),
          )}
        </div>
      ))}
      {month.daysOff.length > 0 && <p className="visually-hidden">{t("year.daysOff", { days: daysOff() })}</p>}
      <LeftPlaces month={month} marks={marks} />
    </section>
  );

  function daysOff(): string {
    return month.daysOff
      .map(({ day, off }) => {
        const why = off.kind === "holiday" ? t(`holiday.${off.code}`) : off.label;
        return `${format.day(day, "weekday")}, ${why}`;
      })
      .join(". ");
  }
}

/** What the calendar only draws: the places that were left, in words. */
function LeftPlaces({ month, marks }: { readonly month: CalendarMonth; readonly marks: Marks }) {
  const { t } = useTranslation();
  const format = useFormat();
  const places = [...marks]
    .filter(([place, mark]) => mark === "left" && place.startsWith(month.month))
    .map(([place]) => {
      const [day = "", slot] = place.split(" ");
      return `${format.day(day, "weekday")}, ${t(slot === "pm" ? "slot.pm" : "slot.am")}`;
    });
  return places.length === 0 ? null : (
    <p className="visually-hidden">{t("marks.leftPlaces", { places: places.join(" ; ") })}</p>
  );
}

/** Which sessions begin in the month; why there is none, when that is known. */
function MonthLabel({ month: { groups, closedBy } }: { readonly month: CalendarMonth }) {
  const { t } = useTranslation();
  const sessions = groups.filter(({ number }) => number !== null);
  const hasExam = groups.some(({ number }) => number === null);
  if (groups.length === 0) return closedBy ?? t("year.noSession");
  return [...sessionLabels(sessions), ...(hasExam ? [t("year.exam")] : [])].join(" · ");

  function sessionLabels(list: readonly CalendarGroup[]): string[] {
    if (list.length === 0) return [];
    if (list.length === 1) return [t("year.session", { number: list[0]?.number })];
    return [t("year.sessions", { numbers: list.map(({ number }) => number).join(", ") })];
  }
}

function rowKey([item]: CalendarMonth["rows"][number]): string {
  return (item?.kind === "day" ? item.day.day : item?.days[0]?.day) ?? "";
}
