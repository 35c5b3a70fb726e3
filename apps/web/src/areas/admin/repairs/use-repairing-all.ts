import { planUndo } from "@passerelle/contracts/plan-edits";
import type { Plan } from "@passerelle/contracts/plans";
import { repairList, type BrokenHalfDay, type Repair } from "@passerelle/contracts/repairs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/api-error.ts";
import { call } from "../../../api/call.ts";
import { useSend } from "../../../api/send.ts";
import { tellDone, tellRefusal } from "../../../components/notices.tsx";
import { usePlanKeeping } from "../cohort-year/use-kept-plan.ts";
import { repairEach, type Repaired } from "./repair-each.ts";
import type { RepairsAsked } from "./repairs-search.ts";

/** Plans as repairs left them, the latest last. */
type Trail = readonly Pick<Plan, "cohortId" | "planVersion">[];
type Make = (broken: BrokenHalfDay, way: Repair) => Promise<Plan>;

/** Repairs every half-day as well as can be, says what could not be, and takes it all back. */
export function useRepairingAll(asked: RepairsAsked, make: Make) {
  const { t } = useTranslation();
  const { made } = usePlanKeeping();
  const undos = useSend(planUndo);
  const [step, setStep] = useState<{ readonly done: number; readonly of: number } | null>(null);
  const [outcome, setOutcome] = useState<(Repaired & { readonly trail: Trail }) | null>(null);

  async function repairAll(): Promise<void> {
    const trail: Trail[number][] = [];
    setOutcome(null);
    try {
      const repaired = await repairEach({
        read: async () => (await call(repairList, { query: asked })).items,
        reread: async (halfDayId) => (await call(repairList, { query: { ...asked, halfDayId } })).items[0],
        make: (broken, way) => refusalOf(async () => void trail.push(await make(broken, way))),
        onStep: (done, of) => setStep({ done, of }),
      });
      setOutcome({ ...repaired, trail });
    } catch (error) {
      tellRefusal(error);
      // What was done before is done, and can be taken back.
      if (trail.length > 0) setOutcome({ done: [], left: [], trail });
    } finally {
      setStep(null);
    }
  }

  /** The latest first, each plan by its own version. */
  async function undoAll(trail: Trail): Promise<void> {
    const versions = new Map(trail.map(({ cohortId, planVersion }) => [cohortId, planVersion]));
    try {
      for (const { cohortId } of trail.toReversed()) {
        const undone = await made(cohortId, undos.send({ params: { cohortId } }, versions.get(cohortId)));
        versions.set(cohortId, undone.planVersion);
      }
      setOutcome(null);
      tellDone(t("move.undone"));
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 412) tellRefusal(error);
    }
  }

  return { repairAll, undoAll, step, outcome, pending: undos.pending || step !== null };
}

/** Why something was refused, in the server's words; null when it was done. No answer at all is no refusal. */
async function refusalOf(act: () => Promise<void>): Promise<string | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof ApiError && error.problem !== null) return error.problem.detail;
    throw error;
  }
}
