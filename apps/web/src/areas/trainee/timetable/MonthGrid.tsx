import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import type { Marks } from "./CourseDays.tsx";
import { dayAnchor } from "./day-anchor.ts";
import classes from "./MonthGrid.module.css";
import { takesPlace, weeksOf, type CourseDay } from "./timetable.ts";

interface MonthGridProps {
  readonly month: string;
  readonly days: readonly CourseDay[];
  readonly marks: Marks;
}

/** The days of a month by week; a day of course leads to its details below. */
export function MonthGrid({ month, days, marks }: MonthGridProps) {
  const format = useFormat();
  return (
    <table className={classes.grid}>
      <caption className="visually-hidden">{format.month(month)}</caption>
      <thead>
        <tr>
          {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
            <th key={weekday} scope="col" abbr={format.weekday(weekday)}>
              <span aria-hidden="true">{format.weekday(weekday, "short")}</span>
              <span className="visually-hidden">{format.weekday(weekday)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== null)}>
            {week.map((day, index) => (
              <td key={day ?? index} data-empty={day === null}>
                {day !== null && <Cell day={day} course={days.find((each) => each.day === day)} marks={marks} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly day: string;
  readonly course: CourseDay | undefined;
  readonly marks: Marks;
}

function Cell({ day, course, marks }: CellProps) {
  const { t } = useTranslation("trainee");
  const isToday = day === marks.today;
  const isChanged = course?.halfDays.some(({ id }) => marks.changed.has(id)) ?? false;
  const number = (
    <span className={classes.number} data-today={isToday}>
      {Number(day.slice(8))}
      {isToday && <span className="visually-hidden">, {t("timetable.today")}</span>}
    </span>
  );
  if (course === undefined) return <div className={classes.cell}>{number}</div>;
  return (
    <button
      type="button"
      className={classes.cell}
      data-past={day < marks.today}
      data-off={!takesPlace(course)}
      onClick={() => document.getElementById(dayAnchor(day))?.focus()}
    >
      <span className={classes.top}>
        {number}
        {isChanged && <ChangedSign />}
      </span>
      {day === marks.next && <span className="visually-hidden">, {t("timetable.next")}</span>}
      <span className={classes.parts}>
        {course.halfDays.map(({ id, slot, blockCode, kind, state }) => (
          <span
            key={id}
            className={classes.part}
            data-cancelled={state === "cancelled"}
            data-block={kind === "exam" ? "exam" : (marks.looks.get(blockCode ?? "") ?? "6")}
          >
            <span className={classes.swatch} aria-hidden="true" />
            <span className="visually-hidden">{t(`timetable.slot.${slot}`)} </span>
            <span className={classes.code}>{kind === "exam" ? t("timetable.examShort") : blockCode}</span>
            {state === "cancelled" && <span className="visually-hidden"> {t("timetable.cancelled")}</span>}
          </span>
        ))}
      </span>
    </button>
  );
}

/** Says that something is new of the day; what, its details say. */
function ChangedSign() {
  const { t } = useTranslation("changes");
  return (
    <span className={classes.changed}>
      <span className={classes.changedWord}>{t("changedDay")}</span>
    </span>
  );
}
