import { myTimetableChangeList, type ChangedHalfDay, type TimetableChange } from "@passerelle/contracts/timetable";
import { useSuspenseInfiniteQuery, type QueryClient } from "@tanstack/react-query";
import { qPages } from "../../api/query.ts";
import { loadChangeTexts } from "./texts.ts";

/** What changed in the timetable of who is signed in, latest first. */
const changesQuery = qPages(myTimetableChangeList, { query: { limit: 50 } });

/** Reads what a page with changes shows, and its texts. */
export async function loadChanges(client: QueryClient): Promise<void> {
  await Promise.all([client.ensureInfiniteQueryData(changesQuery), loadChangeTexts()]);
}

export interface TimetableChanges {
  readonly fresh: readonly TimetableChange[];
  readonly earlier: readonly TimetableChange[];
  /** By half-day, what is new of it. */
  readonly changed: ReadonlyMap<string, ChangedHalfDay>;
  /** Shows more of the earlier ones; null when all are shown. */
  readonly showMore: (() => void) | null;
}

export function useTimetableChanges(): TimetableChanges {
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(changesQuery);
  const items = data.pages.flatMap((page) => page.items);
  return {
    fresh: items.filter(({ isNew }) => isNew),
    earlier: items.filter(({ isNew }) => !isNew),
    changed: new Map(data.pages[0]?.changedHalfDays.map((each) => [each.halfDayId, each])),
    showMore: hasNextPage ? () => void fetchNextPage() : null,
  };
}

/** Whether all that is new is a plan where there was none. */
export function isFirstPlan(fresh: readonly TimetableChange[]): boolean {
  return fresh.every(({ number }) => number === 1);
}
