import type { Enrolment, EnrolmentState } from "@passerelle/contracts/enrolments";

/** A state an enrolment can be moved to: nobody goes back to merely enrolled. */
export type Move = Exclude<EnrolmentState, "enrolled">;

const needReason: ReadonlySet<EnrolmentState> = new Set(["suspended", "dropped_out", "excluded", "cancelled"]);
const ending: ReadonlySet<EnrolmentState> = new Set(["dropped_out", "excluded", "cancelled"]);

/** The moves the server finds legal. */
export function movesOf({ legalMoves }: Pick<Enrolment, "legalMoves">): Move[] {
  return legalMoves.filter((state): state is Move => state !== "enrolled");
}

/** No move is left: nothing of the enrolment changes any more. */
export function isOver(enrolment: Pick<Enrolment, "legalMoves">): boolean {
  return enrolment.legalMoves.length === 0;
}

/** Moves that ask for a reason, as the contract says. */
export function asksReason(move: Move): boolean {
  return needReason.has(move);
}

/** Moves that end the path before its goal: asked in red. */
export function breaksOff(move: Move): boolean {
  return ending.has(move);
}
