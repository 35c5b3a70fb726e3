import type { Closure } from "@passerelle/contracts/closures";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan } from "@passerelle/contracts/plans";
import { useMemo, useState } from "react";
import { blockStyles } from "../../../components/blocks.ts";
import { calendarMonths } from "../cohort-year/calendar.ts";
import { Legend } from "../cohort-year/Legend.tsx";
import type { Marks } from "../cohort-year/plan-marks.ts";
import { viewOfPlan } from "../cohort-year/plan-view.ts";
import { YearCalendar } from "../cohort-year/YearCalendar.tsx";
import { BeforeAfter, type Side } from "./BeforeAfter.tsx";
import classes from "./PublicationPage.module.css";

interface TouchedMonthsProps {
  readonly cohort: Cohort;
  readonly closures: readonly Closure[];
  readonly before: Plan;
  readonly after: Plan;
  readonly marks: Marks;
}

/** The months in which a draft changes something, before and after. */
export function TouchedMonths({ cohort, closures, before, after, marks }: TouchedMonthsProps) {
  const [side, setSide] = useState<Side>("after");
  const { startsOn, endsOn, holidayZone } = cohort;
  const looks = useMemo(() => blockStyles(after.proof.blocks), [after.proof.blocks]);
  const months = useMemo(() => {
    const touched = new Set([...marks.keys()].map((place) => place.slice(0, 7)));
    const view = viewOfPlan(side === "before" ? before : after);
    return calendarMonths(view, closures, startsOn, endsOn, holidayZone).filter(({ month }) => touched.has(month));
  }, [side, before, after, marks, closures, startsOn, endsOn, holidayZone]);
  if (marks.size === 0) return null;
  return (
    <>
      <div className={classes.sides}>
        <BeforeAfter side={side} choose={setSide} />
      </div>
      <YearCalendar months={months} looks={looks} from={startsOn} to={endsOn} marks={marks} />
      <Legend looks={looks} hasExam={cohort.programme.examDayCount > 0} marks={marks} />
    </>
  );
}
