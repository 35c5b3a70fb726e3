import type { HalfDay } from "@passerelle/contracts/plans";
import { repairList, type BrokenHalfDay } from "@passerelle/contracts/repairs";
import { addMonths, civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import { useQueries } from "@tanstack/react-query";
import { q } from "../../../api/query.ts";

/** Those of some half-days whose trainer or room is not to be had, with the ways to repair them. */
export function useBroken(cohortId: string, halfDays: readonly HalfDay[]): readonly BrokenHalfDay[] {
  const days = halfDays
    .filter(({ state }) => state === "planned")
    .map(({ day }) => day)
    .toSorted();
  const answers = useQueries({
    queries: spansOf(days).map((span) => q(repairList, { query: { cohortId, ...span } })),
  });
  const ids = new Set(halfDays.map(({ id }) => id));
  return answers
    .flatMap(({ data }) => data?.items ?? [])
    .filter(
      ({ halfDay, problems }) =>
        ids.has(halfDay.id) &&
        problems.some(({ code }) => code === "trainer_unavailable" || code === "room_unavailable"),
    );
}

/** Spans that hold all of these days, in order: three months each at most, which is what is answered at once. */
export function spansOf(days: readonly string[]): { from: string; to: string }[] {
  const spans: { from: string; to: string }[] = [];
  for (const day of days) {
    const span = spans.at(-1);
    if (span !== undefined && day <= civilDayAt(addMonths(dayNumberOf(span.from), 3))) span.to = day;
    else spans.push({ from: day, to: day });
  }
  return spans;
}
