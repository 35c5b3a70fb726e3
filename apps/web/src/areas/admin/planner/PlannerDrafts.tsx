import { DraftBar } from "../publishing/DraftBar.tsx";
import { draftsAmong } from "../publishing/use-drafts.ts";
import type { PlannerData } from "./planner-queries.ts";
import type { PlannerSearch } from "./planner-search.ts";

interface PlannerDraftsProps {
  readonly data: PlannerData;
  readonly search: PlannerSearch;
}

/** The drafts of all cohorts, or of the one that is shown. */
export function PlannerDrafts({ data: { plans, cohorts }, search: { cohortId } }: PlannerDraftsProps) {
  const drafts = draftsAmong(plans, cohorts);
  return (
    <DraftBar drafts={drafts.filter(({ plan }) => cohortId === undefined || plan.cohortId === cohortId)} isNamed />
  );
}
