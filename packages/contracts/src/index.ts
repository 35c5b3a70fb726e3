import * as account from "./account.ts";
import * as calendars from "./calendars.ts";
import * as ccpResults from "./ccp-results.ts";
import * as closures from "./closures.ts";
import * as cohorts from "./cohorts.ts";
import * as documents from "./documents.ts";
import * as enrolments from "./enrolments.ts";
import * as events from "./events.ts";
import type { Contract } from "./http.ts";
import * as people from "./people.ts";
import * as planEdits from "./plan-edits.ts";
import * as planVersions from "./plan-versions.ts";
import * as plans from "./plans.ts";
import * as programmes from "./programmes.ts";
import * as progress from "./progress.ts";
import * as publications from "./publications.ts";
import * as repairs from "./repairs.ts";
import * as rooms from "./rooms.ts";
import * as sessions from "./sessions.ts";
import * as sites from "./sites.ts";
import * as stageWeeks from "./stage-weeks.ts";
import * as timetable from "./timetable.ts";
import * as trainers from "./trainers.ts";
import * as trainingProvider from "./training-provider.ts";
import * as unavailabilities from "./unavailabilities.ts";
import * as users from "./users.ts";

const modules = [
  account,
  trainingProvider,
  programmes,
  cohorts,
  plans,
  planEdits,
  publications,
  planVersions,
  sessions,
  closures,
  sites,
  rooms,
  trainers,
  unavailabilities,
  ccpResults,
  progress,
  enrolments,
  people,
  users,
  stageWeeks,
  repairs,
  documents,
  timetable,
  calendars,
  events,
];

/** Every operation by its `operationId`: what the server mounts, the tests sweep and the documentation shows. */
export const contracts: ReadonlyMap<string, Contract> = new Map(
  modules
    .flatMap((module) => Object.values(module) as unknown[])
    .filter(isContract)
    .map((contract) => [contract.operationId, contract]),
);

function isContract(value: unknown): value is Contract {
  return typeof value === "object" && value !== null && "operationId" in value;
}
