import type { CivilDay } from "../time.ts";

/** Where an enrolment stands (domain §2). */
export type EnrolmentState =
  | "enrolled"
  | "in_training"
  | "suspended"
  | "completed"
  | "dropped_out"
  | "excluded"
  | "cancelled";

/** Whether a work placement is due: waived by an employment (P2), not applicable on the VAE route (A4). */
export type PlacementNeed = "required" | "waived" | "not_applicable";

/** A state to move to, and the days it is judged by. `previousOn` is the effective day of the move before. */
export interface EnrolmentMove {
  readonly from: EnrolmentState;
  readonly to: EnrolmentState;
  readonly effectiveOn: CivilDay;
  readonly previousOn: CivilDay;
  readonly today: CivilDay;
  readonly trainingStartsOn: CivilDay;
}

/** One broken rule; `pointer` is a JSON Pointer into the move, empty when the move itself is not legal. */
export type EnrolmentFault =
  | {
      pointer: "";
      code: "illegal_move";
      facts: { from: EnrolmentState; to: EnrolmentState; legal: readonly EnrolmentState[] };
    }
  | { pointer: "/effectiveOn"; code: "before_previous"; facts: { effectiveOn: CivilDay; previousOn: CivilDay } }
  | { pointer: "/effectiveOn"; code: "in_future"; facts: { effectiveOn: CivilDay; today: CivilDay } }
  | {
      pointer: "/effectiveOn";
      code: "starts_before_training" | "cancelled_after_start";
      facts: { effectiveOn: CivilDay; trainingStartsOn: CivilDay };
    };

/** Why an enrolment cannot be completed (P1). */
export interface CompletionFault {
  readonly code: "placement_incomplete";
  readonly facts: {
    readonly requiredMinutes: number;
    readonly validatedMinutes: number;
    readonly missingMinutes: number;
  };
}

const LEGAL_MOVES: Readonly<Record<EnrolmentState, readonly EnrolmentState[]>> = {
  enrolled: ["in_training", "cancelled"],
  in_training: ["suspended", "completed", "dropped_out", "excluded"],
  suspended: ["in_training", "completed", "dropped_out", "excluded"],
  completed: [],
  dropped_out: [],
  excluded: [],
  cancelled: [],
};

/** Every state, in the order of a path. */
export const enrolmentStates: readonly EnrolmentState[] = [
  "enrolled",
  "in_training",
  "suspended",
  "completed",
  "dropped_out",
  "excluded",
  "cancelled",
];

/** The states one may move to; none from a final one. */
export function legalMoves(state: EnrolmentState): readonly EnrolmentState[] {
  return LEGAL_MOVES[state];
}

/** Whether the enrolment holds its seat (A4) and keeps its person from another one in the cohort (A2). */
export function isLive(state: EnrolmentState): boolean {
  return state !== "dropped_out" && state !== "excluded" && state !== "cancelled";
}

/** Every fault of a move; whether the placement allows `completed` is `checkCompletion`'s. */
export function checkMove(move: EnrolmentMove): EnrolmentFault[] {
  const { from, to, effectiveOn, previousOn, today, trainingStartsOn } = move;
  const pointer = "/effectiveOn";
  const faults: EnrolmentFault[] = [];
  const legal = legalMoves(from);
  if (!legal.includes(to)) faults.push({ pointer: "", code: "illegal_move", facts: { from, to, legal } });
  if (effectiveOn < previousOn) {
    faults.push({ pointer, code: "before_previous", facts: { effectiveOn, previousOn } });
  }
  if (effectiveOn > today) faults.push({ pointer, code: "in_future", facts: { effectiveOn, today } });
  if (to === "in_training" && effectiveOn < trainingStartsOn) {
    faults.push({ pointer, code: "starts_before_training", facts: { effectiveOn, trainingStartsOn } });
  }
  if (to === "cancelled" && effectiveOn >= trainingStartsOn) {
    faults.push({ pointer, code: "cancelled_after_start", facts: { effectiveOn, trainingStartsOn } });
  }
  return faults;
}

/** P1: what a required placement lacks for the enrolment to be completed; null when nothing. */
export function checkCompletion(path: {
  readonly placement: PlacementNeed;
  readonly requiredMinutes: number;
  readonly validatedMinutes: number;
}): CompletionFault | null {
  const { placement, requiredMinutes, validatedMinutes } = path;
  const missingMinutes = requiredMinutes - validatedMinutes;
  if (placement !== "required" || missingMinutes <= 0) return null;
  return { code: "placement_incomplete", facts: { requiredMinutes, validatedMinutes, missingMinutes } };
}
