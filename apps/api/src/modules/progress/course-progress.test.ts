import type { EnrolmentState } from "@passerelle/contracts/enrolments";
import type { Plan } from "@passerelle/contracts/plans";
import { cohortProgressRead, type CohortProgress, enrolmentProgressRead } from "@passerelle/contracts/progress";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment, aPerson, aTrainee } from "../../../test/people.ts";
import { toColumn } from "../../core/civil-day.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  app.setNow("2017-05-02T10:00:00Z");
  plan = await aPlannedCohort(app.ctx);
});
afterAll(() => app.close());

async function progressOf(enrolmentId: string, client: Client = referent) {
  const { status, body } = await client(enrolmentProgressRead, { params: { enrolmentId } });
  expect(status).toBe(200);
  return body;
}

async function progressOfCohort(): Promise<CohortProgress> {
  const { status, body } = await referent(cohortProgressRead, { params: { cohortId: plan.cohortId } });
  expect(status).toBe(200);
  return body;
}

const ended = (enrolmentId: string, state: EnrolmentState, day: string) =>
  app.ctx.db.enrolment.update({ where: { id: enrolmentId }, data: { state, stateSince: toColumn(day) } });

test("half-days pass one by one at their end on the clocks of France, through the whole year", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, plan.cohortId);
  const seen: unknown[] = [];
  const year = [
    ["2017-05-16T07:00:00Z", 0, 0], // the first morning begins
    ["2017-05-16T10:29:59Z", 0, 0],
    ["2017-05-16T10:30:00Z", 210, 0],
    ["2017-05-16T14:59:59Z", 210, 0],
    ["2017-05-16T15:00:00Z", 420, 0],
    ["2017-05-19T14:59:59Z", 1470, 0],
    ["2017-05-19T15:00:00Z", 1680, 1],
    ["2017-08-15T10:00:00Z", 5040, 3],
    ["2017-11-14T11:29:59Z", 8400, 5], // an hour later in winter
    ["2017-11-14T11:30:00Z", 8610, 5],
    ["2018-03-05T11:30:00Z", 15330, 9], // exam half-days feed their blocks
    ["2018-03-06T15:59:59Z", 15750, 9],
    ["2018-03-06T16:00:00Z", 15960, 9],
    ["2019-01-01T10:00:00Z", 15960, 9],
  ] as const;
  for (const [instant] of year) {
    app.setNow(instant);
    const { course, sessions } = await progressOf(enrolmentId);
    expect(course).toMatchObject({
      prescribedMinutes: 15960,
      plannedMinutes: 15960,
      toComeMinutes: 15960 - course.passedMinutes,
      unplannedMinutes: 0,
    });
    expect(sessions.total).toBe(9);
    seen.push([instant, course.passedMinutes, sessions.passed]);
  }
  expect(seen).toEqual(year);
});

test("each block has its own half-days", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, plan.cohortId);
  app.setNow("2017-07-20T15:00:00Z");
  const { course, examDays } = await progressOf(enrolmentId);
  const rows = course.blocks.map((block: Record<string, unknown>) => [
    block["code"],
    block["passedMinutes"],
    block["toComeMinutes"],
  ]);
  expect(rows).toEqual([
    ["CCP1", 4620, 0],
    ["CCP2", 420, 6300],
    ["CCP3", 0, 4620],
  ]);
  expect(examDays).toEqual(["2018-03-05", "2018-03-06"]);
});

test("a cancelled half-day counts for nothing, nor does a session that was cancelled whole", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, plan.cohortId);
  const cancelled = { state: "cancelled", cancelledReason: "Neige" } as const;
  await app.ctx.db.halfDay.update({ where: { id: plan.sessions[0]?.halfDays[7]?.id ?? "" }, data: cancelled });
  await app.ctx.db.halfDay.updateMany({ where: { sessionId: plan.sessions[8]?.id ?? "" }, data: cancelled });
  await app.ctx.db.halfDay.update({ where: { id: plan.examHalfDays[0]?.id ?? "" }, data: cancelled });
  await app.ctx.db.halfDay.update({ where: { id: plan.examHalfDays[1]?.id ?? "" }, data: cancelled });
  app.setNow("2017-05-19T10:30:00Z"); // the last afternoon of session 1 is cancelled: it is over at noon
  const { course, sessions, examDays, stage } = await progressOf(enrolmentId);
  expect(course).toMatchObject({ plannedMinutes: 13650, passedMinutes: 1470, toComeMinutes: 12180 });
  expect(course.unplannedMinutes).toBe(210 + 1680 + 420);
  expect(sessions).toEqual({ passed: 1, total: 8 });
  expect([examDays, stage.deadline]).toEqual([["2018-03-06"], "2018-03-05"]);
});

test("exam half-days count only where the programme says so, as in the proof of the plan", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, plan.cohortId);
  const programme = { cohorts: { some: { id: plan.cohortId } } };
  await app.ctx.db.programme.updateMany({ where: programme, data: { examDaysCountAsTraining: false } });
  const { course } = await progressOf(enrolmentId);
  await app.ctx.db.programme.updateMany({ where: programme, data: { examDaysCountAsTraining: true } });
  expect(course).toMatchObject({ plannedMinutes: 15120, toComeMinutes: 15120, unplannedMinutes: 840 });
});

test.each(["dropped_out", "excluded", "completed"] as const)(
  "after %s nothing is to come, and half-days passed up to that day",
  async (state) => {
    const { enrolmentId } = await anEnrolment(app.ctx, plan.cohortId);
    await ended(enrolmentId, state, "2017-06-14");
    app.setNow("2018-04-01T10:00:00Z");
    const { course, sessions } = await progressOf(enrolmentId);
    expect(course).toMatchObject({ passedMinutes: 1680 + 840, toComeMinutes: 0, unplannedMinutes: 13440 });
    expect(sessions).toEqual({ passed: 1, total: 9 });
  },
);

test("on the very day of leaving, only the half-days over by now passed", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, plan.cohortId);
  await ended(enrolmentId, "dropped_out", "2017-06-14");
  app.setNow("2017-06-14T11:00:00Z");
  expect((await progressOf(enrolmentId)).course).toMatchObject({ passedMinutes: 1680 + 630, toComeMinutes: 0 });
});

test("whoever is suspended still has half-days to come", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, plan.cohortId, { state: "suspended" });
  await ended(enrolmentId, "suspended", "2017-06-14");
  app.setNow("2017-07-20T15:00:00Z");
  expect((await progressOf(enrolmentId)).course).toMatchObject({ passedMinutes: 5040, toComeMinutes: 10920 });
});

test("a VAE candidate has no hours, no placement and no seat (A4)", async () => {
  await anEnrolment(app.ctx, plan.cohortId);
  const { enrolmentId } = await anEnrolment(app.ctx, plan.cohortId, { route: "vae" });
  app.setNow("2017-07-20T15:00:00Z");
  const { course, stage } = await progressOf(enrolmentId);
  expect(course).toMatchObject({ prescribedMinutes: 0, passedMinutes: 0, toComeMinutes: 0, unplannedMinutes: 0 });
  expect(course.plannedMinutes).toBe(15960);
  expect(stage).toMatchObject({ need: "not_applicable", requiredMinutes: 0, leftMinutes: 0, standing: "not_required" });
  expect(await progressOfCohort()).toMatchObject({ capacity: 12, seatsTaken: 1 });
});

test("a cohort’s lines are its trainees by name, cancelled enrolments apart; those who left hold no seat", async () => {
  const named = async (birthName: string, givenName: string, state: EnrolmentState = "in_training") => {
    const personId = await aPerson(app.ctx, { birthName: `${birthName} ${crypto.randomUUID()}`, givenName });
    await app.ctx.db.person.update({ where: { id: personId }, data: { usualName: birthName } });
    await anEnrolment(app.ctx, plan.cohortId, { personId, state });
  };
  await named("Zola", "Amel");
  await named("Étienne", "Zoé", "dropped_out");
  await named("Etienne", "Amel", "excluded");
  await named("Fabre", "Amel", "completed");
  await named("Durand", "Amel", "cancelled");
  const { trainees, seatsTaken } = await progressOfCohort();
  expect(trainees.map(({ person }) => `${person.usualName} ${person.givenName}`)).toEqual([
    "Etienne Amel",
    "Étienne Zoé",
    "Fabre Amel",
    "Zola Amel",
  ]);
  expect(seatsTaken).toBe(2);
});

test("a cohort without plan or trainee has its progress too", async () => {
  await app.ctx.db.halfDay.deleteMany({ where: { cohortId: plan.cohortId } });
  expect(await progressOfCohort()).toEqual({
    cohortId: plan.cohortId,
    asOf: "2017-05-02",
    capacity: 12,
    seatsTaken: 0,
    deadline: "2018-03-31",
    behind: 0,
    trainees: [],
  });
});

test("a trainee reads their own progress and nobody else’s, nor one that was cancelled (G1)", async () => {
  const { enrolmentId, client } = await aTrainee(app, plan.cohortId);
  const other = await aTrainee(app, plan.cohortId);
  const gone = await aTrainee(app, plan.cohortId, { state: "cancelled" });
  expect((await progressOf(enrolmentId, client)).enrolmentId).toBe(enrolmentId);
  const statusOf = async (client: Client, enrolmentId: string) =>
    (await client(enrolmentProgressRead, { params: { enrolmentId } })).status;
  expect(await statusOf(client, other.enrolmentId)).toBe(404);
  expect(await statusOf(gone.client, gone.enrolmentId)).toBe(404);
  expect(await statusOf(referent, gone.enrolmentId)).toBe(200);
  expect((await client(cohortProgressRead, { params: { cohortId: plan.cohortId } })).status).toBe(403);
});

test("a key reads with its scope", async () => {
  await anEnrolment(app.ctx, plan.cohortId);
  const sent = { params: { cohortId: plan.cohortId } };
  expect((await (await app.withKey("enrolments:read"))(cohortProgressRead, sent)).status).toBe(200);
  expect((await (await app.withKey("cohorts:read"))(cohortProgressRead, sent)).status).toBe(403);
});

test("it takes as many statements for a whole cohort as for one trainee", async () => {
  const statements = async () => {
    let taken = 0;
    const count = () => void (taken += 1);
    app.database.pool.on("acquire", count);
    await progressOfCohort();
    app.database.pool.off("acquire", count);
    return taken;
  };
  await anEnrolment(app.ctx, plan.cohortId);
  const forOne = await statements();
  for (let more = 0; more < 7; more++) await anEnrolment(app.ctx, plan.cohortId);
  expect([forOne, await statements()]).toEqual([3, 3]); // who calls, whether they may see it, and the facts
});
