import type { EnrolmentProgress } from "@passerelle/contracts/progress";

/** Whether the training has ended, one way or another: nothing more is expected then. */
export function isOver({ state }: Pick<EnrolmentProgress, "state">): boolean {
  return state !== "enrolled" && state !== "in_training" && state !== "suspended";
}
