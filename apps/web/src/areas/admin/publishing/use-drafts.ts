import type { Plan } from "@passerelle/contracts/plans";
import { useQueries, useSuspenseQuery, type QueryClient } from "@tanstack/react-query";
import { halfDaysOf } from "../cohort-year/plan-view.ts";
import { draftedPlanQuery, workListQuery } from "../queries.ts";
import type { NamedDraft } from "./DraftDrawer.tsx";

/** The drafts that wait to be published, each with its whole plan; the same object as long as nothing of it changed. */
export function useDrafts(): readonly NamedDraft[] {
  const { data } = useSuspenseQuery(workListQuery);
  return useQueries({
    queries: data.draftsToPublish.map(({ cohortId }) => draftedPlanQuery(cohortId)),
    // One begun meanwhile by somebody else comes once it is read.
    combine: (plans) =>
      data.draftsToPublish.flatMap(({ cohortName }, index) => {
        const plan = plans[index]?.data;
        return plan === undefined || changeCount(plan) === 0 ? [] : [{ plan, cohortName }];
      }),
  });
}

export async function loadDrafts(client: QueryClient): Promise<void> {
  const { draftsToPublish } = await client.ensureQueryData(workListQuery);
  await Promise.all(draftsToPublish.map(({ cohortId }) => client.ensureQueryData(draftedPlanQuery(cohortId))));
}

/** Counts a plan changed here among the drafts at once, or no longer, before the list is read again. */
export function noteDraft(client: QueryClient, plan: Plan): void {
  const { cohortId, draft } = plan;
  const [first] = draft?.changes ?? [];
  client.setQueryData(workListQuery.queryKey, (list) => {
    if (list === undefined) return undefined;
    const own = list.draftsToPublish.find((each) => each.cohortId === cohortId);
    const cohortName = own?.cohortName ?? halfDaysOf(plan)[0]?.cohortName ?? "";
    const noted = { cohortId, cohortName, changes: changeCount(plan), since: first?.at ?? new Date(0) };
    const others = list.draftsToPublish.filter((each) => each.cohortId !== cohortId);
    return { ...list, draftsToPublish: first === undefined ? others : [...others, noted] };
  });
}

function changeCount({ draft }: Plan): number {
  return draft?.changes.length ?? 0;
}
