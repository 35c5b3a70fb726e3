import { closureList } from "@passerelle/contracts/closures";
import { cohortList } from "@passerelle/contracts/cohorts";
import { halfDayList } from "@passerelle/contracts/sessions";
import { trainerList } from "@passerelle/contracts/trainers";
import { unavailabilityList } from "@passerelle/contracts/unavailabilities";
import { useSuspenseQueries, type QueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { qAll } from "../../../api/query.ts";
import { loadDrafts, useDrafts } from "../publishing/use-drafts.ts";
import { blocksQuery } from "../resources/blocks.ts";
import { roomsQuery, sitesQuery } from "../rooms/room-queries.ts";
import { withDrafts } from "./drafted-half-days.ts";
import type { Span } from "./weeks.ts";

export const cohortsQuery = qAll(cohortList, { query: { sort: "name" } });
export const everyTrainerQuery = qAll(trainerList, { query: { retired: "with" } });

const halfDaysQuery = ({ from, to }: Span) => qAll(halfDayList, { query: { from, to, state: "live" } });
const closuresQuery = ({ from, to }: Span) => qAll(closureList, { query: { from, to } });
const unavailabilitiesQuery = ({ from, to }: Span) => qAll(unavailabilityList, { query: { from, to } });

export async function loadPlanner(client: QueryClient, span: Span): Promise<void> {
  await Promise.all([
    client.ensureQueryData(cohortsQuery),
    client.ensureQueryData(sitesQuery),
    client.ensureQueryData(roomsQuery),
    client.ensureQueryData(everyTrainerQuery),
    client.ensureQueryData(blocksQuery),
    client.ensureQueryData(halfDaysQuery(span)),
    client.ensureQueryData(closuresQuery(span)),
    client.ensureQueryData(unavailabilitiesQuery(span)),
    loadDrafts(client),
  ]);
}

/** All that the planner shows of some days, as drafts make them; the same object as long as nothing of it changed. */
export function usePlannerData({ from, to }: Span) {
  const published = usePublished({ from, to });
  const drafts = useDrafts();
  return useMemo(() => {
    const plans = drafts.map(({ plan }) => plan);
    return { ...published, drafts, ...withDrafts(published.halfDays, plans, { from, to }) };
  }, [published, drafts, from, to]);
}

function usePublished(span: Span) {
  return useSuspenseQueries({
    queries: [
      cohortsQuery,
      sitesQuery,
      roomsQuery,
      everyTrainerQuery,
      blocksQuery,
      halfDaysQuery(span),
      closuresQuery(span),
      unavailabilitiesQuery(span),
    ],
    combine: ([cohorts, sites, rooms, trainers, blocks, halfDays, closures, unavailabilities]) => ({
      cohorts: cohorts.data,
      sites: sites.data,
      rooms: rooms.data,
      trainers: trainers.data,
      blocks: blocks.data,
      halfDays: halfDays.data,
      closures: closures.data,
      unavailabilities: unavailabilities.data,
    }),
  });
}

export type PlannerData = ReturnType<typeof usePlannerData>;
