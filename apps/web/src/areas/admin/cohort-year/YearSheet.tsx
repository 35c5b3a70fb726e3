import type { Closure } from "@passerelle/contracts/closures";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { PlanProof } from "@passerelle/contracts/plans";
import { useMemo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { blockStyles } from "../../../components/blocks.ts";
import { Callout } from "../../../ui/Callout.tsx";
import { calendarMonths, marksOpen } from "./calendar.ts";
import { Findings } from "./Findings.tsx";
import { Legend } from "./Legend.tsx";
import type { Marks } from "./plan-marks.ts";
import { viewOfPlan, type PlannedHalfDays } from "./plan-view.ts";
import { ProofCard } from "./ProofCard.tsx";
import type { RunHandling } from "./RunCells.tsx";
import { VerdictCard } from "./VerdictCard.tsx";
import { YearCalendar } from "./YearCalendar.tsx";

interface YearSheetProps {
  readonly cohort: Cohort;
  readonly closures: readonly Closure[];
  readonly plan: PlannedHalfDays & { readonly proof: PlanProof; readonly gapReason: string | null };
  /** Where it differs from another plan. */
  readonly marks: Marks;
  /** How sessions answer to pointer and keyboard; none where the plan is only read. */
  readonly handling?: RunHandling;
  /** Between what the hours come to and the calendar. */
  readonly children?: ReactNode;
}

/** A plan on one sheet: what its hours come to, what is to be looked at, and its year. */
export function YearSheet({ cohort, closures, plan, marks, handling, children }: YearSheetProps) {
  const { t } = useTranslation();
  const { startsOn, endsOn, holidayZone } = cohort;
  const view = useMemo(() => viewOfPlan(plan), [plan]);
  const months = useMemo(
    () => calendarMonths(view, closures, startsOn, endsOn, holidayZone),
    [view, closures, startsOn, endsOn, holidayZone],
  );
  const looks = useMemo(() => blockStyles(plan.proof.blocks), [plan.proof.blocks]);
  const isPlanned = view.groups.length > 0;
  const isMovable = handling !== undefined && isPlanned;
  return (
    <>
      <ProofCard proof={plan.proof} />
      {plan.gapReason !== null && (
        <Callout tone="plain" title={t("year.gapReason")}>
          <p>{plan.gapReason}</p>
        </Callout>
      )}
      {isPlanned && (
        <Findings findings={plan.proof.findings} {...(handling === undefined ? {} : { cohortId: cohort.id })} />
      )}
      {children}
      <YearCalendar
        months={months}
        looks={looks}
        from={startsOn}
        to={endsOn}
        marks={marks}
        {...(handling === undefined ? {} : { handling })}
      >
        <VerdictCard proof={plan.proof} />
      </YearCalendar>
      <Legend
        looks={looks}
        hasExam={cohort.programme.examDayCount > 0}
        isMovable={isMovable}
        marksOpen={marksOpen(view)}
        marks={marks}
      />
    </>
  );
}
