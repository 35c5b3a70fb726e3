import { cohortList, cohortRead } from "@passerelle/contracts/cohorts";
import { planRedo, planUndo } from "@passerelle/contracts/plan-edits";
import type { Plan } from "@passerelle/contracts/plans";
import { repairList } from "@passerelle/contracts/repairs";
import { halfDayList } from "@passerelle/contracts/sessions";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { tellDone, tellFailure, tellStale, tellUndoable } from "../../../components/notices.tsx";
import { planQuery } from "../queries.ts";

/** What depends on a plan besides itself: the version is the cohort's too, and its line in the list counts the hours. */
const TOUCHED = [cohortRead, cohortList, halfDayList, repairList];

type Pointer = Pick<Plan, "cohortId" | "planVersion">;

/** Keeps what a change of any plan answers, tells it, and takes it back. */
export function usePlanKeeping() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const undos = useSend(planUndo);
  const redos = useSend(planRedo);

  function keep(changed: Plan): Plan {
    client.setQueryData(planQuery(changed.cohortId).queryKey, changed);
    for (const { operationId } of TOUCHED) void client.invalidateQueries({ queryKey: [operationId] });
    return changed;
  }

  /** Undo takes back this very change: when something else was changed since, it says so and does nothing. */
  function tell(message: string, changed: Plan): void {
    tellUndoable(message, () => void travel(undos.send, changed, t("move.undone")));
  }

  async function travel(go: typeof undos.send, { cohortId, planVersion }: Pointer, done: string): Promise<void> {
    try {
      keep(await go({ params: { cohortId } }, planVersion));
      tellDone(done);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.status === 412) tellStale();
      else tellFailure(t("move.undoFailed"), error.problem?.detail ?? t("error.networkText"));
    }
  }

  return {
    keep,
    tell,
    undo: (plan: Pointer) => travel(undos.send, plan, t("move.undone")),
    redo: (plan: Pointer) => travel(redos.send, plan, t("move.redone")),
    travelling: undos.pending || redos.pending,
  };
}

/** The same for one plan. */
export function useKeptPlan(plan: Pointer) {
  const { undo, redo, ...keeping } = usePlanKeeping();
  return { ...keeping, undo: () => undo(plan), redo: () => redo(plan) };
}
