import { halfDayConflict, type HalfDayConflict } from "@passerelle/contracts/plan-edits";
import { z } from "zod";
import { ApiError } from "../../../api/api-error.ts";

const conflictFacts = z.array(halfDayConflict);

/** A refusal for its conflicts, told in as few sentences as they are kinds of: a whole session has eight half-days. */
export function condensed(
  problem: ApiError,
  conflictText: (conflicts: readonly HalfDayConflict[]) => string[],
): ApiError {
  const conflicts = conflictFacts.safeParse(problem.fact("conflicts"));
  if (problem.problem === null || !conflicts.success || conflicts.data.length < 2) return problem;
  return new ApiError({ ...problem.problem, detail: conflictText(conflicts.data).join(" "), errors: [] });
}
