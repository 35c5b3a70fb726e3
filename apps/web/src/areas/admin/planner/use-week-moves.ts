import type { HalfDay } from "@passerelle/contracts/plans";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { useEditCheck } from "../cohort-year/use-edit-check.ts";
import type { PlannerChange } from "./planner-change.ts";
import { targetAt, type Target } from "./targets.ts";
import { useCarrying } from "./use-carrying.ts";
import { usePlaceText } from "./use-place-text.ts";
import type { PlannerEdits } from "./use-planner-edits.ts";
import { judged } from "./use-target-text.ts";
import type { Place, Week } from "./week-grid.ts";

interface WeekMovesOptions {
  readonly week: Week;
  readonly edits: PlannerEdits;
  readonly open: (change: PlannerChange) => void;
  readonly turnWeek: (by: -1 | 1) => void;
  /** A half-day was put down there. */
  readonly onLanding: (halfDay: HalfDay, place: Place) => void;
}

const NOWHERE = { cohortId: "", planVersion: 0 };

/** Half-days carried to another place of the week, what the server says on the way, and what comes of putting them down. */
export function useWeekMoves({ week, edits, open, turnWeek, onLanding }: WeekMovesOptions) {
  const { t } = useTranslation();
  const placeText = usePlaceText();
  const [busy, setBusy] = useState<string | null>(null);
  const hands = useCarrying({ week, onDrop: (halfDay, place) => void drop(halfDay, place), turnWeek });
  const { carrying } = hands;
  const target = useMemo(
    () => (carrying === null || carrying.place === null ? null : targetAt(carrying.halfDay, carrying.place, week)),
    [carrying, week],
  );
  const { check, isAsking } = useEditCheck(carrying?.halfDay ?? NOWHERE, target?.edit ?? null);

  async function drop(halfDay: HalfDay, place: Place): Promise<void> {
    const aimed = targetAt(halfDay, place, week);
    if (aimed === null || aimed.edit === null) {
      onLanding(halfDay, place);
      return;
    }
    if (aimed.swapsWith !== null) {
      open({ kind: "form", halfDay, change: { kind: "swap", id: halfDay.id, withId: aimed.swapsWith.id } });
      return;
    }
    setBusy(halfDay.id);
    try {
      await edits.edit(halfDay, aimed.edit, doneText(aimed));
      onLanding(halfDay, place);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      if (problem.status === 412) edits.tellChanged(halfDay, problem);
      else open({ kind: "refused", halfDay, target: aimed, edit: aimed.edit, problem });
    } finally {
      setBusy(null);
    }
  }

  function doneText({ place, lane }: Target): string {
    return t("planner.done", { where: [placeText.when(place), placeText.lane(lane)].join(" · ") });
  }

  return { ...hands, busy, judged: target === null ? null : judged(target, check, isAsking) };
}

export type WeekMoves = ReturnType<typeof useWeekMoves>;
