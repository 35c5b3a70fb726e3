import {
  draftDifferenceRead,
  planVersionCompare,
  planVersionList,
  planVersionRead,
} from "@passerelle/contracts/plan-versions";
import { q, qPages } from "../../../api/query.ts";

/** What publishing the draft would change. */
export const draftDifferenceQuery = (cohortId: string) => q(draftDifferenceRead, { params: { cohortId } });
export const versionsQuery = (cohortId: string) =>
  qPages(planVersionList, { params: { cohortId }, query: { limit: 20 } });
export const versionQuery = (cohortId: string, number: number) => q(planVersionRead, { params: { cohortId, number } });
/** What changed from one version to another. */
export const comparisonQuery = (cohortId: string, from: number, number: number) =>
  q(planVersionCompare, { params: { cohortId, number }, query: { from } });
