import { DraftBar } from "../publishing/DraftBar.tsx";
import type { PlannerData } from "./planner-queries.ts";
import type { PlannerSearch } from "./planner-search.ts";

interface PlannerDraftsProps {
  readonly data: PlannerData;
  readonly search: PlannerSearch;
}

/** The drafts of all cohorts, or of the one that is shown. */
export function PlannerDrafts({ data: { drafts }, search: { cohortId } }: PlannerDraftsProps) {
  return (
    <DraftBar drafts={drafts.filter(({ plan }) => cohortId === undefined || plan.cohortId === cohortId)} isNamed />
  );
}
