import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan } from "@passerelle/contracts/plans";
import { useSuspenseQueries, type QueryClient } from "@tanstack/react-query";
import { draftedPlanQuery } from "../queries.ts";
import type { NamedDraft } from "./DraftDrawer.tsx";

/** The drafted plans of cohorts, for those that may have a draft; the same object as long as nothing of it changed. */
export function useDraftedPlans(cohorts: readonly Cohort[]): readonly Plan[] {
  return useSuspenseQueries({
    queries: plannedOf(cohorts).map(({ id }) => draftedPlanQuery(id)),
    combine: dataOf,
  });
}

export async function loadDraftedPlans(client: QueryClient, cohorts: readonly Cohort[]): Promise<void> {
  await Promise.all(plannedOf(cohorts).map(({ id }) => client.ensureQueryData(draftedPlanQuery(id))));
}

/** Those plans that have changes to publish, with whose they are. */
export function draftsAmong(plans: readonly Plan[], cohorts: readonly Cohort[]): NamedDraft[] {
  return plans
    .filter(({ draft }) => (draft?.changes.length ?? 0) > 0)
    .map((plan) => ({ plan, cohortName: cohorts.find(({ id }) => id === plan.cohortId)?.name ?? "" }));
}

/** Nothing more is planned of a cohort that is over. */
function plannedOf(cohorts: readonly Cohort[]): Cohort[] {
  return cohorts.filter(({ state }) => state !== "finished" && state !== "cancelled");
}

function dataOf(results: readonly { readonly data: Plan }[]): readonly Plan[] {
  return results.map(({ data }) => data);
}
