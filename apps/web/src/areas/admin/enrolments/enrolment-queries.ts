import { cohortList } from "@passerelle/contracts/cohorts";
import { enrolmentHistory, enrolmentList, enrolmentRead } from "@passerelle/contracts/enrolments";
import { cohortProgressRead, enrolmentProgressRead, workListRead } from "@passerelle/contracts/progress";
import { q, qAll, qPages } from "../../../api/query.ts";

const HISTORY_PAGE = 20;

export const enrolmentQuery = (enrolmentId: string) => q(enrolmentRead, { params: { enrolmentId } });
export const progressQuery = (enrolmentId: string) => q(enrolmentProgressRead, { params: { enrolmentId } });
export const historyQuery = (enrolmentId: string) =>
  qPages(enrolmentHistory, { params: { enrolmentId }, query: { limit: HISTORY_PAGE } });
export const cohortsQuery = qAll(cohortList, {});

/** What is read again once an enrolment changed. */
export const enrolmentReads = [
  enrolmentRead,
  enrolmentList,
  enrolmentHistory,
  enrolmentProgressRead,
  cohortProgressRead,
  workListRead,
] as const;
