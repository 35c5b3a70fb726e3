import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDayEdit } from "@passerelle/contracts/plan-edits";
import type { Plan } from "@passerelle/contracts/plans";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { FormProblem } from "../../../components/FormProblem.tsx";
import { Callout } from "../../../ui/Callout.tsx";
import { condensed } from "./condensed.ts";
import { useCheckText, useConflictText } from "./use-check-text.ts";
import { useEditCheck, type PlanEdit } from "./use-edit-check.ts";
import { WaysOut } from "./WaysOut.tsx";
import { obstacleOf } from "./ways-out.ts";
import classes from "./MoveAdvice.module.css";

interface MoveAdviceProps {
  readonly cohort: Cohort;
  readonly plan: Plan;
  /** What the form would do as it is filled in; null while it would do nothing. */
  readonly edit: PlanEdit | null;
  /** Why just this was refused. */
  readonly problem: ApiError | null;
  readonly choose?: (staff: readonly HalfDayEdit[], isClear: boolean) => void;
}

/** What an edit would run into while its form is filled in, and ways out of it. */
export function MoveAdvice({ cohort, plan, edit, problem, choose }: MoveAdviceProps) {
  const { t } = useTranslation();
  const { check } = useEditCheck(plan, edit);
  const checkText = useCheckText();
  const conflictText = useConflictText();
  const obstacle = check === undefined ? null : obstacleOf(check);
  const ways =
    edit === null || check === undefined || obstacle === null || choose === undefined ? null : (
      <WaysOut cohort={cohort} plan={plan} edit={edit} check={check} obstacle={obstacle} choose={choose} />
    );
  // The same as long as the refusal is: it takes the focus when it changes.
  const told = useMemo(() => (problem === null ? null : condensed(problem, conflictText)), [problem, conflictText]);
  if (told !== null) return <FormProblem problem={told}>{ways}</FormProblem>;
  if (check === undefined) return null;
  return (
    <div aria-live="polite">
      {check.verdict === "good" ? (
        <p className={classes.good}>{t("move.nothingAgainst")}</p>
      ) : (
        <Callout
          tone={check.verdict === "bad" ? "bad" : "warm"}
          title={t(check.verdict === "bad" ? "move.wouldBeRefused" : "move.wouldBeShown")}
        >
          <ul>
            {checkText(check).map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
          {ways}
        </Callout>
      )}
    </div>
  );
}
