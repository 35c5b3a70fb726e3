import { planEdit } from "@passerelle/contracts/plan-edits";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { halfDayRead } from "@passerelle/contracts/sessions";
import { useWindowEvent } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { call } from "../../../api/call.ts";
import { useSend } from "../../../api/send.ts";
import { tellFailure } from "../../../components/notices.tsx";
import { belongsElsewhere, historyKey } from "../cohort-year/history-key.ts";
import { usePlanKeeping } from "../cohort-year/use-kept-plan.ts";
import type { PlanEdit } from "../cohort-year/use-edit-check.ts";
import { planQuery } from "../queries.ts";
import { usePlaceText } from "./use-place-text.ts";
import { whatChanged } from "./what-changed.ts";

/** Edits of any cohort's plan; Ctrl+Z undoes the last changed one, Ctrl+Maj+Z does it again. */
export function usePlannerEdits() {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const client = useQueryClient();
  const { keep, tell, undo, redo, travelling } = usePlanKeeping();
  const edits = useSend(planEdit);
  const lastChanged = useRef<string | null>(null);

  useWindowEvent("keydown", (event) => {
    const asked = historyKey(event);
    if (asked === null || travelling || belongsElsewhere(event.target) || lastChanged.current === null) return;
    const plan = client.getQueryData(planQuery(lastChanged.current).queryKey);
    if (plan === undefined) return;
    event.preventDefault();
    void (asked === "undo" ? undo(plan) : redo(plan));
  });

  /** Rejects with an `ApiError` that says why not. */
  async function edit({ cohortId, planVersion }: Pick<Plan, "cohortId" | "planVersion">, body: PlanEdit, done: string) {
    const changed = keep(await edits.send({ params: { cohortId }, body }, planVersion));
    lastChanged.current = cohortId;
    tell(done, changed);
  }

  /** The plan had changed meanwhile: it is read again, and what became of the half-day is said. */
  async function tellChanged(before: HalfDay): Promise<void> {
    try {
      const after = await call(halfDayRead, { params: { halfDayId: before.id } });
      const changes = whatChanged(before, after);
      const now = changes.length === 0 ? t("planner.changed.elsewhere", { cohort: before.cohortName }) : nowText(after);
      tellFailure(t("stale.title"), `${now} ${t("planner.changed.again")}`);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      tellFailure(t("stale.title"), error.status === 404 ? t("planner.changed.gone") : t("stale.text"));
    }
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
