/** Where a week of placement stands (domain §2). A returned week is a draft again, with its reason. */
export type StageWeekState = "draft" | "submitted" | "confirmed" | "validated";

/** What a person does to a week. The tutor's confirmation has its state and no move yet. */
export type StageWeekMove = "submit" | "validate" | "return";

const LEGAL_WEEK_MOVES: Readonly<Record<StageWeekState, readonly StageWeekMove[]>> = {
  draft: ["submit"],
  submitted: ["validate", "return"],
  confirmed: ["validate", "return"],
  // P4: a validated week is immutable.
  validated: [],
};

/** Every state, in the order a week goes through them. */
export const stageWeekStates: readonly StageWeekState[] = ["draft", "submitted", "confirmed", "validated"];

/** What may be done to a week; nothing once it is validated. */
export function legalWeekMoves(state: StageWeekState): readonly StageWeekMove[] {
  return LEGAL_WEEK_MOVES[state];
}
