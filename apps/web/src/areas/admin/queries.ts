import { closureList } from "@passerelle/contracts/closures";
import { cohortRead, type Cohort } from "@passerelle/contracts/cohorts";
import { draftDifferenceRead } from "@passerelle/contracts/plan-versions";
import { planRead } from "@passerelle/contracts/plans";
import { planDraftRead } from "@passerelle/contracts/publications";
import { workListRead } from "@passerelle/contracts/progress";
import { programmeList } from "@passerelle/contracts/programmes";
import { roomList } from "@passerelle/contracts/rooms";
import { trainerList } from "@passerelle/contracts/trainers";
import { trainingProviderRead } from "@passerelle/contracts/training-provider";
import { q, qAll } from "../../api/query.ts";

const WHOLE_LIST = 200;

export const cohortQuery = (cohortId: string) => q(cohortRead, { params: { cohortId } });
/** The plan as its draft makes it: what its referents work on. */
export const draftedPlanQuery = (cohortId: string) => q(planDraftRead, { params: { cohortId } });
/** The plan as everybody else sees it. */
export const publishedPlanQuery = (cohortId: string) => q(planRead, { params: { cohortId } });
/** What is read again once something a plan is measured against changed. */
export const planReads = [planRead, planDraftRead, draftDifferenceRead] as const;
/** The closures that touch a cohort's dates. */
export const closuresOf = ({ startsOn, endsOn }: Pick<Cohort, "startsOn" | "endsOn">) =>
  q(closureList, { query: { from: startsOn, to: endsOn, limit: WHOLE_LIST } });
export const programmesQuery = q(programmeList, { query: { limit: WHOLE_LIST } });
/** What needs the referents, the drafts that wait among it. */
export const workListQuery = q(workListRead, {});
export const providerQuery = q(trainingProviderRead, {});
/** Everybody who teaches here now, and every room to be had. */
export const trainersQuery = qAll(trainerList, {});
export const roomsQuery = qAll(roomList, {});
