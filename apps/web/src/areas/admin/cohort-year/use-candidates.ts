import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay } from "@passerelle/contracts/plans";
import { useQuery } from "@tanstack/react-query";
import { roomsQuery, trainersQuery } from "../queries.ts";
import { roomCandidates, trainerCandidates, type RoomCandidate, type TrainerCandidate } from "./candidates.ts";

type Of<K> = K extends "trainer" ? TrainerCandidate : RoomCandidate;

/** Who could teach some half-days of a cohort, or where they could be; undefined until it is known. */
export function useCandidates<K extends "trainer" | "room">(
  kind: K,
  cohort: Cohort,
  halfDays: readonly HalfDay[],
): readonly Of<K>[] | undefined {
  const trainers = useQuery({ ...trainersQuery, enabled: kind === "trainer" }).data;
  const rooms = useQuery({ ...roomsQuery, enabled: kind === "room" }).data;
  const found =
    kind === "trainer"
      ? trainers && trainerCandidates(trainers, halfDays, cohort.programme.titleVersion.code)
      : rooms && roomCandidates(rooms, cohort.site?.id ?? null, cohort.capacity);
  // Which of the two follows from the kind asked for.
  return found as readonly Of<K>[] | undefined;
}
