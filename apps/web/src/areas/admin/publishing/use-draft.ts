import type { Plan } from "@passerelle/contracts/plans";
import { draftChangeUndo, planDraftDiscard } from "@passerelle/contracts/publications";
import { useSend } from "../../../api/send.ts";
import { usePlanKeeping } from "../cohort-year/use-kept-plan.ts";

type Pointer = Pick<Plan, "cohortId" | "planVersion">;

/** What may be done with a draft besides adding to it; each rejects with an `ApiError` that says why not. */
export function useDraft({ cohortId, planVersion }: Pointer) {
  const { made } = usePlanKeeping();
  const undos = useSend(draftChangeUndo);
  const discards = useSend(planDraftDiscard);
  return {
    /** Takes any change out of the draft, whoever made it. */
    withdraw: (changeId: string) => made(cohortId, undos.send({ params: { cohortId, changeId } }, planVersion)),
    /** Gives the whole draft up. */
    discard: () => made(cohortId, discards.send({ params: { cohortId } }, planVersion)),
    pending: undos.pending || discards.pending,
  };
}
