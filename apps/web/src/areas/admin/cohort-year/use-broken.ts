import type { HalfDay } from "@passerelle/contracts/plans";
import { repairList, type BrokenHalfDay } from "@passerelle/contracts/repairs";
import { useQuery } from "@tanstack/react-query";
import { q } from "../../../api/query.ts";

const NONE: readonly BrokenHalfDay[] = [];

/** Those of some half-days whose trainer or room is not to be had, with the ways to repair them. */
export function useBroken(cohortId: string, halfDays: readonly HalfDay[]): readonly BrokenHalfDay[] {
  const days = halfDays
    .filter(({ state }) => state === "planned")
    .map(({ day }) => day)
    .toSorted();
  const [from, to] = [days[0] ?? "", days.at(-1) ?? ""];
  const { data } = useQuery({
    ...q(repairList, { query: { cohortId, from, to } }),
    enabled: from !== "",
  });
  const ids = new Set(halfDays.map(({ id }) => id));
  return (
    data?.items.filter(
      ({ halfDay, problems }) =>
        ids.has(halfDay.id) &&
        problems.some(({ code }) => code === "trainer_unavailable" || code === "room_unavailable"),
    ) ?? NONE
  );
}
