import type { Audience } from "@passerelle/domain/planning/concerning";
import type { EnrolmentState } from "@passerelle/domain/path/enrolment-state";

/** Whose timetable a plan is: who left, or completed, follows it no more. */
export const followingStates: readonly EnrolmentState[] = ["enrolled", "in_training", "suspended"];

/** What a trainee is told of: the courses of the blocks they have hours in, and the exam days (A4, A10). */
export function traineeAudience(prescribed: readonly { readonly code: string; readonly minutes: number }[]): Audience {
  const blockCodes = prescribed.filter(({ minutes }) => minutes > 0).map(({ code }) => code);
  return { kind: "trainee", blockCodes: blockCodes.toSorted(), exam: true, courses: blockCodes.length > 0 };
}
