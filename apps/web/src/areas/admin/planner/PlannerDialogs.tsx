import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan } from "@passerelle/contracts/plans";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ChangeDialogs } from "../cohort-year/ChangeDialogs.tsx";
import type { Change } from "../cohort-year/change.ts";
import type { Limits } from "../cohort-year/move-target.ts";
import { viewOfPlan } from "../cohort-year/plan-view.ts";
import { usePlanChanges, type PlanChanges } from "../cohort-year/use-plan-changes.ts";
import { closuresOf, cohortQuery, draftedPlanQuery } from "../queries.ts";
import { HalfDayPanel } from "./HalfDayPanel.tsx";
import type { PlannerChange } from "./planner-change.ts";
import { RefusedDialog } from "./RefusedDialog.tsx";
import type { PlannerEdits } from "./use-planner-edits.ts";
import type { Trouble } from "./week-grid.ts";

interface PlannerDialogsProps {
  readonly open: PlannerChange | null;
  readonly looks: ReadonlyMap<string, string>;
  readonly edits: PlannerEdits;
  readonly troubles: readonly Trouble[];
  readonly isDrafted: boolean;
  readonly show: (change: PlannerChange) => void;
  readonly onClose: () => void;
}

/** What is open over the planner: one thing at a time. */
export function PlannerDialogs({ open, looks, edits, troubles, isDrafted, show, onClose }: PlannerDialogsProps) {
  if (open === null) return null;
  switch (open.kind) {
    case "panel":
      return (
        <HalfDayPanel
          halfDay={open.halfDay}
          looks={looks}
          troubles={troubles}
          isDrafted={isDrafted}
          onChoose={(change) => show({ kind: "form", halfDay: open.halfDay, change })}
          onClose={onClose}
        />
      );
    case "refused":
      return <RefusedDialog refused={open} edits={edits} show={show} onClose={onClose} />;
    case "form":
      return (
        <PlanForm
          change={open.change}
          cohortId={open.halfDay.cohortId}
          remember={() => edits.remember(open.halfDay.cohortId)}
          onClose={onClose}
        />
      );
  }
}

interface PlanFormProps {
  readonly change: Change;
  readonly cohortId: string;
  readonly remember: () => void;
  readonly onClose: () => void;
}

/** A form of the cohort's year, once its plan is there. */
function PlanForm({ cohortId, ...props }: PlanFormProps) {
  const { data: cohort } = useQuery(cohortQuery(cohortId));
  const { data: plan } = useQuery(draftedPlanQuery(cohortId));
  return cohort === undefined || plan === undefined ? null : <ReadyForm cohort={cohort} plan={plan} {...props} />;
}

type ReadyFormProps = Omit<PlanFormProps, "cohortId"> & { readonly cohort: Cohort; readonly plan: Plan };

function ReadyForm({ cohort, plan, change, remember, onClose }: ReadyFormProps) {
  const view = useMemo(() => viewOfPlan(plan), [plan]);
  const changes = useRemembered(usePlanChanges(plan), remember);
  const { data: closures } = useQuery(closuresOf(cohort));
  const { inForceFrom, inForceTo } = cohort.programme.titleVersion;
  const limits: Limits = { closures: closures?.items ?? [], holidayZone: cohort.holidayZone, inForceFrom, inForceTo };
  return (
    <ChangeDialogs
      change={change}
      cohort={cohort}
      plan={plan}
      view={view}
      limits={limits}
      changes={changes}
      onClose={onClose}
    />
  );
}

/** The same changes, each remembered as the last one made here. */
function useRemembered(changes: PlanChanges, remember: () => void): PlanChanges {
  const remembering =
    <A extends unknown[]>(change: (...args: A) => Promise<void>) =>
    async (...args: A) => {
      await change(...args);
      remember();
    };
  return {
    ...changes,
    edit: remembering(changes.edit),
    moveSession: remembering(changes.moveSession),
    moveHalfDay: remembering(changes.moveHalfDay),
    cancelHalfDay: remembering(changes.cancelHalfDay),
    splitSession: remembering(changes.splitSession),
  };
}
