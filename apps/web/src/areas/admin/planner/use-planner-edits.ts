import { planEdit } from "@passerelle/contracts/plan-edits";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { useWindowEvent } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { belongsElsewhere, historyKey } from "../cohort-year/history-key.ts";
import { halfDaysOf } from "../cohort-year/plan-view.ts";
import { usePlanKeeping } from "../cohort-year/use-kept-plan.ts";
import type { PlanEdit } from "../cohort-year/use-edit-check.ts";
import { useTellMoved } from "../publishing/use-tell-moved.ts";
import { draftedPlanQuery } from "../queries.ts";
import { usePlaceText } from "./use-place-text.ts";
import { whatChanged } from "./what-changed.ts";

/** Edits of any cohort's plan; Ctrl+Z undoes the last changed one, Ctrl+Maj+Z does it again. */
export function usePlannerEdits() {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const client = useQueryClient();
  const { keep, tell, undo, redo, travelling } = usePlanKeeping();
  const edits = useSend(planEdit);
  const tellMoved = useTellMoved();
  const lastChanged = useRef<string | null>(null);

  useWindowEvent("keydown", (event) => {
    const asked = historyKey(event);
    if (asked === null || travelling || belongsElsewhere(event.target) || lastChanged.current === null) return;
    const plan = client.getQueryData(draftedPlanQuery(lastChanged.current).queryKey);
    if (plan === undefined) return;
    event.preventDefault();
    void (asked === "undo" ? undo(plan) : redo(plan));
  });

  /** Rejects with an `ApiError` that says why not. */
  async function edit({ cohortId, planVersion }: Pick<Plan, "cohortId" | "planVersion">, body: PlanEdit, done: string) {
    const changed = keep(await edits.send({ params: { cohortId }, body }, planVersion));
    lastChanged.current = cohortId;
    tell(done, changed, planVersion);
  }

  /** The plan had changed meanwhile: says what, by whom, and what became of the half-day. */
  function tellChanged(before: HalfDay, refusal: ApiError): void {
    tellMoved(refusal, before.cohortId, (current) => {
      const after = halfDaysOf(current).find(({ id }) => id === before.id);
      if (after === undefined) return t("planner.changed.gone");
      const changes = whatChanged(before, after);
      return changes.length === 0 ? t("planner.changed.elsewhere", { cohort: before.cohortName }) : nowText(after);
    });
  }

  function nowText(after: HalfDay): string {
    if (after.state === "cancelled") return t("planner.changed.cancelled");
    const what = [after.blockCode ?? t("year.exam"), placeText.whole(after)].join(", ");
    return t("planner.changed.now", { what });
  }

  return {
    edit,
    tellChanged,
    pending: edits.pending,
    /** Another way changed this cohort's plan. */
    remember: (cohortId: string) => {
      lastChanged.current = cohortId;
    },
  };
}

export type PlannerEdits = ReturnType<typeof usePlannerEdits>;
