import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CalendarMonth } from "./calendar.ts";
import { Month } from "./Month.tsx";
import type { Marks } from "./plan-marks.ts";
import type { RunHandling } from "./RunCells.tsx";
import classes from "./YearCalendar.module.css";

interface YearCalendarProps {
  readonly months: readonly CalendarMonth[];
  /** The look of each block, by its code. */
  readonly looks: ReadonlyMap<string, string>;
  /** First and last day of the cohort: other days are faded. */
  readonly from: string;
  readonly to: string;
  /** How sessions answer to pointer and keyboard; none in a preview. */
  readonly handling?: RunHandling;
  /** Where it differs from another plan. */
  readonly marks?: Marks;
  /** After the last month. */
  readonly children?: ReactNode;
}

/** The whole cohort, month by month. */
export function YearCalendar({ months, looks, from, to, handling, marks, children }: YearCalendarProps) {
  const { t } = useTranslation();
  return (
    <section className={classes.year} aria-label={t("year.calendar")}>
      {months.map((month, index) => (
        <Month
          key={month.month}
          month={month}
          isFirst={index === 0}
          looks={looks}
          from={from}
          to={to}
          {...(handling === undefined ? {} : { handling })}
          {...(marks === undefined ? {} : { marks })}
        />
      ))}
      {children}
    </section>
  );
}
