import { cohortList, cohortRead } from "@passerelle/contracts/cohorts";
import { planRedo, planUndo } from "@passerelle/contracts/plan-edits";
import { draftDifferenceRead } from "@passerelle/contracts/plan-versions";
import type { Plan } from "@passerelle/contracts/plans";
import { workListRead } from "@passerelle/contracts/progress";
import { repairList } from "@passerelle/contracts/repairs";
import { halfDayList } from "@passerelle/contracts/sessions";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { tellDone, tellFailure, tellUndoable } from "../../../components/notices.tsx";
import { noteDraft } from "../publishing/use-drafts.ts";
import { useTellMoved } from "../publishing/use-tell-moved.ts";
import { draftedPlanQuery } from "../queries.ts";

/** What depends on a drafted plan besides itself: its version is the cohort's too, and names that of each half-day. */
const TOUCHED = [cohortRead, cohortList, halfDayList, repairList, draftDifferenceRead, workListRead];

type Pointer = Pick<Plan, "cohortId" | "planVersion">;

/** Keeps what a change of any plan's draft answers, tells it, and takes it back. */
export function usePlanKeeping() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tellMoved = useTellMoved();
  const undos = useSend(planUndo);
  const redos = useSend(planRedo);

  function keep(changed: Plan): Plan {
    client.setQueryData(draftedPlanQuery(changed.cohortId).queryKey, changed);
    noteDraft(client, changed);
    for (const { operationId } of TOUCHED) void client.invalidateQueries({ queryKey: [operationId] });
    return changed;
  }

  /** Keeps the answer of a change; where others changed the plan meanwhile, says what, and rejects all the same. */
  async function made(cohortId: string, answer: Promise<Plan>): Promise<Plan> {
    try {
      return keep(await answer);
    } catch (error) {
      tellMoved(error, cohortId);
      throw error;
    }
  }

  /**
   * Tells what was made of a plan of the version `from`. Undo takes back this very change: when something else was changed
   * since, it says so and does nothing; and where nothing changed there is nothing of it to take back.
   */
  function tell(message: string, changed: Plan, from: number): void {
    if (changed.planVersion === from) tellDone(t("move.nothing"));
    else tellUndoable(message, () => void travel(undos.send, changed, t("move.undone")));
  }

  async function travel(go: typeof undos.send, { cohortId, planVersion }: Pointer, done: string): Promise<void> {
    try {
      keep(await go({ params: { cohortId } }, planVersion));
      tellDone(done);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (tellMoved(error, cohortId)) return;
      tellFailure(t("move.undoFailed"), error.problem?.detail ?? t("error.networkText"));
    }
  }

  return {
    keep,
    made,
    tell,
    undo: (plan: Pointer) => travel(undos.send, plan, t("move.undone")),
    redo: (plan: Pointer) => travel(redos.send, plan, t("move.redone")),
    travelling: undos.pending || redos.pending,
  };
}

/** The same for one plan. */
export function useKeptPlan(plan: Pointer) {
  const { undo, redo, tell, ...keeping } = usePlanKeeping();
  return {
    ...keeping,
    tell: (message: string, changed: Plan) => tell(message, changed, plan.planVersion),
    undo: () => undo(plan),
    redo: () => redo(plan),
  };
}
