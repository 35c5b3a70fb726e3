import {
  stageWeekLog,
  stageWeekRead,
  stageWeekReturn,
  stageWeekSubmit,
  stageWeekValidate,
} from "@passerelle/contracts/stage-weeks";
import type { Client, TestApp } from "./client.ts";
import { aTrainee } from "./people.ts";

export interface LoggedWeek {
  readonly cohortId: string;
  readonly week?: string;
  readonly day?: string;
}

export const returnReason = "Le jeudi était un jour de formation";

/** A week that a new trainee logged over HTTP, 7 h in one day, with what may happen to it next. */
export async function aLoggedWeek(app: TestApp, referent: Client, wish: LoggedWeek) {
  const { cohortId, week = "2017-W21", day = "2017-05-22" } = wish;
  const trainee = await aTrainee(app, cohortId);
  const { enrolmentId, client } = trainee;
  const log = (minutes: number) =>
    client(stageWeekLog, { params: { enrolmentId, week }, body: { days: [{ day, minutes }] } });
  const { body } = await log(420);
  const stageWeekId: string = body.id;
  const params = { stageWeekId };
  const expecting = (version: number) => ({ "if-match": `"${version}"` });
  return {
    ...trainee,
    stageWeekId,
    params,
    log,
    submit: (headers = {}) => client(stageWeekSubmit, { params, headers }),
    validate: (version: number, by = referent) => by(stageWeekValidate, { params, headers: expecting(version) }),
    return: (version: number, by = referent, headers = {}) =>
      by(stageWeekReturn, {
        params,
        body: { reason: returnReason },
        headers: { ...expecting(version), ...headers },
      }),
    read: async () => (await referent(stageWeekRead, { params })).body,
    events: () => app.ctx.db.event.findMany({ where: { entityId: stageWeekId }, orderBy: { id: "asc" } }),
  };
}
