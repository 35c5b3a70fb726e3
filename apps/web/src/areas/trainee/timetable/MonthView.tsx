import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../format/use-format.ts";
import { CourseDays, type Marks } from "./CourseDays.tsx";
import { MonthGrid } from "./MonthGrid.tsx";
import classes from "./MonthView.module.css";
import { monthsOf, monthToShow, type CourseDay } from "./timetable.ts";

interface MonthViewProps {
  readonly days: readonly CourseDay[];
  readonly marks: Marks;
}

/** One month of the timetable, and below it the days of that month. */
export function MonthView({ days, marks }: MonthViewProps) {
  const { t } = useTranslation("trainee");
  const format = useFormat();
  const months = monthsOf(days);
  const [chosen, setChosen] = useState(() => monthToShow(days, marks.today));
  const index = months.indexOf(chosen);
  const ofMonth = days.filter(({ day }) => day.startsWith(chosen));
  return (
    <div className={classes.view}>
      <section className={classes.month}>
        <div className={classes.top}>
          <Turn label={t("timetable.monthBefore")} sign="←" to={months[index - 1]} onTurn={setChosen} />
          <h2 className={classes.name} aria-live="polite">
            {format.month(chosen)}
          </h2>
          <Turn label={t("timetable.monthAfter")} sign="→" to={months[index + 1]} onTurn={setChosen} />
        </div>
        <MonthGrid month={chosen} days={ofMonth} marks={marks} />
      </section>
      <section className={classes.details} aria-label={t("timetable.daysOf", { month: format.month(chosen) })}>
        {ofMonth.length === 0 ? (
          <p>{t("timetable.noneInMonth")}</p>
        ) : (
          <CourseDays days={ofMonth} marks={marks} namesExam />
        )}
      </section>
    </div>
  );
}

interface TurnProps {
  readonly label: string;
  readonly sign: string;
  /** Undefined at either end, where the button stays so that the focus does not jump away. */
  readonly to: string | undefined;
  readonly onTurn: (month: string) => void;
}

function Turn({ label, sign, to, onTurn }: TurnProps) {
  const isEnd = to === undefined;
  return (
    <Button
      variant="default"
      aria-label={label}
      className={classes.turn}
      aria-disabled={isEnd}
      data-disabled={isEnd || undefined}
      onClick={() => {
        if (to !== undefined) onTurn(to);
      }}
    >
      {sign}
    </Button>
  );
}
