import { closureList } from "@passerelle/contracts/closures";
import { cohortRead, type Cohort } from "@passerelle/contracts/cohorts";
import { planRead } from "@passerelle/contracts/plans";
import { programmeList } from "@passerelle/contracts/programmes";
import { roomList } from "@passerelle/contracts/rooms";
import { trainerList } from "@passerelle/contracts/trainers";
import { trainingProviderRead } from "@passerelle/contracts/training-provider";
import { q, qAll } from "../../api/query.ts";

const WHOLE_LIST = 200;

export const cohortQuery = (cohortId: string) => q(cohortRead, { params: { cohortId } });
export const planQuery = (cohortId: string) => q(planRead, { params: { cohortId } });
/** The closures that touch a cohort's dates. */
export const closuresOf = ({ startsOn, endsOn }: Pick<Cohort, "startsOn" | "endsOn">) =>
  q(closureList, { query: { from: startsOn, to: endsOn, limit: WHOLE_LIST } });
export const programmesQuery = q(programmeList, { query: { limit: WHOLE_LIST } });
export const providerQuery = q(trainingProviderRead, {});
/** Everybody who teaches here now, and every room to be had. */
export const trainersQuery = qAll(trainerList, {});
export const roomsQuery = qAll(roomList, {});
