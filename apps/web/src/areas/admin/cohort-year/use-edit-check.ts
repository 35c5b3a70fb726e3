import { useDebouncedValue } from "@mantine/hooks";
import type { InputOf, ResponseOf } from "@passerelle/contracts/http";
import { planEditCheck } from "@passerelle/contracts/plan-edits";
import { queryOptions, useQueries, useQuery } from "@tanstack/react-query";
import { call } from "../../../api/call.ts";

/** What the API says of an edit that is not made yet. */
export type Check = ResponseOf<typeof planEditCheck>;
export type PlanEdit = InputOf<typeof planEditCheck>["body"];

export interface PlanPointer {
  readonly cohortId: string;
  readonly planVersion: number;
}

const ASK_AFTER_MS = 80;
const FRESH_MS = 30_000;

/**
 * What an edit would run into. Asked once the edit stays the same for a moment, remembered for each edit of one version
 * of the plan; an answer that comes too late is not that of the edit in hand, and is not shown.
 */
export function useEditCheck(plan: PlanPointer, edit: PlanEdit | null) {
  const wanted = edit === null ? null : JSON.stringify(edit);
  const [settled] = useDebouncedValue(wanted, ASK_AFTER_MS);
  const { data, isError } = useQuery({
    ...editCheckQuery(plan, edit ?? { halfDays: [] }),
    enabled: wanted !== null && settled === wanted,
  });
  return { check: edit === null ? undefined : data, isAsking: edit !== null && data === undefined && !isError };
}

/** What each of several edits would run into, all asked at once; undefined where the answer has not come. */
export function useEditChecks(plan: PlanPointer, edits: readonly PlanEdit[]): readonly (Check | undefined)[] {
  return useQueries({
    queries: edits.map((edit) => editCheckQuery(plan, edit)),
    combine: (results) => results.map(({ data }) => data),
  });
}

function editCheckQuery({ cohortId, planVersion }: PlanPointer, edit: PlanEdit) {
  return queryOptions({
    queryKey: [planEditCheck.operationId, cohortId, planVersion, edit],
    queryFn: ({ signal }) => call(planEditCheck, { params: { cohortId }, body: edit }, { signal }),
    staleTime: FRESH_MS,
    gcTime: FRESH_MS,
    retry: false,
  });
}
