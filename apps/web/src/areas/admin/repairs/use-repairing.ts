import { planEdit } from "@passerelle/contracts/plan-edits";
import type { BrokenHalfDay, Repair } from "@passerelle/contracts/repairs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { useSend } from "../../../api/send.ts";
import { usePlanKeeping } from "../cohort-year/use-kept-plan.ts";
import type { RepairsAsked } from "./repairs-search.ts";
import { useRepairingAll } from "./use-repairing-all.ts";

/** Repairs half-days: one as chosen, or all as well as can be. */
export function useRepairing(asked: RepairsAsked) {
  const { t } = useTranslation();
  const { made, tell } = usePlanKeeping();
  const edits = useSend(planEdit);
  const [refusal, setRefusal] = useState<{ readonly id: string; readonly problem: ApiError } | null>(null);
  const all = useRepairingAll(asked, make);

  async function make({ halfDay }: BrokenHalfDay, { edit }: Repair) {
    const { cohortId, planVersion } = halfDay;
    return made(cohortId, edits.send({ params: { cohortId }, body: { halfDays: edit } }, planVersion));
  }

  async function repair(broken: BrokenHalfDay, way: Repair): Promise<void> {
    setRefusal(null);
    try {
      tell(t("repairs.done", { what: way.detail }), await make(broken, way), broken.halfDay.planVersion);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      // Of what others changed meanwhile, the change itself tells.
      if (error.status !== 412) setRefusal({ id: broken.halfDay.id, problem: error });
    }
  }

  return {
    ...all,
    repair,
    repairAll: () => {
      setRefusal(null);
      return all.repairAll();
    },
    refusal,
    pending: edits.pending || all.pending,
  };
}

export type Repairing = ReturnType<typeof useRepairing>;
