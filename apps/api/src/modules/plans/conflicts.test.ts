import { planEdit } from "@passerelle/contracts/plan-edits";
import { type Plan, planAdopt } from "@passerelle/contracts/plans";
import { halfDayMove, sessionMove } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftedPlan, halfDayAt as at, published, publishing } from "../../../test/drafts.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { violatedConstraint } from "../../core/constraints.ts";

let app: TestApp;
let referent: Client;
let own: Plan;
let other: Plan;
let trainerId: string;
let roomId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  own = await aPlannedCohort(app.ctx);
  other = await aPlannedCohort(app.ctx);
  await app.database.prisma.cohort.update({ where: { id: other.cohortId }, data: { name: "2017-B" } });
  trainerId = (await aTrainer(app.ctx)).id;
  roomId = (await aRoom(app.ctx, { name: "Garrigue" })).id;
});
afterAll(() => app.close());

const any = { "if-match": "*" };

function edit(plan: Plan, halfDays: object[], client = referent): Promise<Answer> {
  return client(planEdit, { params: { cohortId: plan.cohortId }, body: { halfDays }, headers: any });
}

/** The same, published. */
async function take(plan: Plan, halfDays: object[]): Promise<void> {
  expect(await edit(plan, halfDays)).toMatchObject({ status: 200 });
  await published(referent, plan.cohortId);
}

test("a room another cohort has is told: where, who, which cohort, and nothing is drafted", async () => {
  const taken = at(other, 2, 4);
  await take(other, [{ id: taken.id, roomId, trainerId }]);
  const answer = await edit(own, [{ id: at(own, 2, 4).id, roomId }]);
  expect(answer).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(answer.body.detail).toBe(
    "Mercredi 19 juillet 2017, matin : la salle Garrigue est déjà prise par la promotion 2017-B (CCP1, Dominique Exemple).",
  );
  expect(answer.body.facts.conflicts).toEqual([
    {
      halfDayId: at(own, 2, 4).id,
      kind: "room",
      day: "2017-07-19",
      slot: "am",
      other: {
        id: taken.id,
        startsAt: "2017-07-19T09:00",
        endsAt: "2017-07-19T12:30",
        blockCode: "CCP1",
        cohortId: other.cohortId,
        cohortName: "2017-B",
        trainerName: "Dominique Exemple",
        roomName: "Garrigue",
      },
      detail: answer.body.detail,
    },
  ]);
  expect(answer.body.errors).toMatchObject([{ pointer: "/halfDays/0/roomId", code: "room_taken" }]);
  expect((await draftedPlan(referent, own.cohortId)).draft?.changes).toEqual([]);
});

test("a trainer another cohort has is told likewise, in English too, and both when both are taken", async () => {
  await take(other, [{ id: at(other, 0, 0).id, trainerId, roomId }]);
  const edits = { halfDays: [{ id: at(own, 0, 0).id, trainerId, roomId }] };
  const headers = { ...any, "accept-language": "en" };
  const answer = await referent(planEdit, { params: { cohortId: own.cohortId }, body: edits, headers });
  expect(answer.body.facts.conflicts.map(({ kind }: { kind: string }) => kind)).toEqual(["room", "trainer"]);
  expect(answer.body.detail).toBe(
    "Tuesday, 16 May 2017, morning: room Garrigue is already taken by cohort 2017-B (CCP1, Dominique Exemple). " +
      "Tuesday, 16 May 2017, morning: Dominique Exemple already teaches cohort 2017-B (CCP1, room Garrigue).",
  );
});

test("never with itself, never with one that goes elsewhere in the same edit, never with a cancelled one", async () => {
  const [one, next] = [at(own, 0, 0), at(own, 0, 1)];
  expect((await edit(own, [{ id: one.id, trainerId, roomId }])).status).toBe(200);
  const swapped = await edit(own, [
    { id: one.id, slot: "pm" },
    { id: next.id, slot: "am", trainerId, roomId },
  ]);
  expect(swapped.status).toBe(200);
  await published(referent, own.cohortId);
  const place = [{ id: at(other, 0, 0).id, trainerId, roomId }];
  expect((await edit(other, place)).status).toBe(409);
  const data = { state: "cancelled", cancelledReason: "Tempête" } as const;
  await app.database.prisma.halfDay.updateMany({ where: { cohortId: own.cohortId }, data });
  expect((await edit(other, place)).status).toBe(200);
});

test("what another cohort has only drafted is free, until it is published", async () => {
  expect((await edit(other, [{ id: at(other, 0, 0).id, trainerId }])).status).toBe(200);
  expect((await edit(own, [{ id: at(own, 0, 0).id, trainerId }])).status).toBe(200);
  await published(referent, own.cohortId);
  const late = await publishing(referent, other.cohortId);
  expect(late).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(late.body.facts.conflicts).toMatchObject([{ kind: "trainer", other: { cohortId: own.cohortId } }]);
});

test("the two halves of a day may share a trainer and a room", async () => {
  await take(other, [{ id: at(other, 0, 0).id, trainerId, roomId }]);
  expect((await edit(own, [{ id: at(own, 0, 1).id, trainerId, roomId }])).status).toBe(200);
  expect((await publishing(referent, own.cohortId)).status).toBe(200);
});

test("moving a session, or one half-day, names who is in the way as an edit does", async () => {
  const days = ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"];
  const staffed = other.sessions[2]?.halfDays.map(({ id }) => ({ id, trainerId })) ?? [];
  await edit(other, staffed);
  const params = { sessionId: other.sessions[2]?.id ?? "" };
  expect((await referent(sessionMove, { params, body: { days }, headers: any })).status).toBe(200);
  await published(referent, other.cohortId);
  await edit(own, own.sessions[2]?.halfDays.map(({ id }) => ({ id, trainerId })) ?? []);
  const session = { params: { sessionId: own.sessions[2]?.id ?? "" }, body: { days }, headers: any };
  const moved = await referent(sessionMove, session);
  expect(moved).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(moved.body.facts.conflicts).toHaveLength(8);
  expect(moved.body.detail).toMatch(
    /^Lundi 3 juillet 2017, matin : Dominique Exemple intervient déjà pour la promotion 2017-B \(CCP1\)\./,
  );
  expect(moved.body.detail).toMatch(/Et 5 autres raisons\.$/);
  const one = { params: { halfDayId: at(own, 2, 0).id }, body: { day: "2017-07-04", slot: "am" }, headers: any };
  expect((await referent(halfDayMove, one)).body.facts.conflicts).toMatchObject([{ kind: "trainer" }]);
});

const drafted = (plan: Plan, staff: object) => ({
  sessions: plan.sessions.map(({ halfDays }) => ({
    halfDays: halfDays.map(({ day, slot, blockCode }) => ({ day, slot, blockCode, ...staff })),
  })),
  examHalfDays: plan.examHalfDays.map(({ day, slot, blockCode }) => ({ day, slot, blockCode, ...staff })),
});

test("a whole plan that takes another cohort's trainer is refused, by name; its own does not stand in its way", async () => {
  const adopt = (plan: Plan, staff: object) =>
    referent(planAdopt, { params: { cohortId: plan.cohortId }, body: drafted(plan, staff), headers: any });
  expect((await adopt(own, { trainerId })).status).toBe(200);
  await published(referent, own.cohortId);
  expect((await adopt(own, { trainerId, roomId })).status).toBe(200);
  await published(referent, own.cohortId);
  const refused = await adopt(other, { trainerId });
  expect(refused).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(refused.body.facts.conflicts).toHaveLength(76);
  expect(refused.body.errors[0]).toMatchObject({ pointer: "/sessions/0/halfDays/0/trainerId", code: "trainer_taken" });
});

test("a trainer or a room of a plan to adopt that does not exist is refused where it is named", async () => {
  const nobody = "01890a5d-ac96-774b-bcce-b302099a8057";
  const body = drafted(own, {});
  Object.assign(body.sessions[1]?.halfDays[2] ?? {}, { trainerId: nobody });
  Object.assign(body.examHalfDays[0] ?? {}, { roomId: nobody });
  const answer = await referent(planAdopt, { params: { cohortId: own.cohortId }, body, headers: any });
  expect(answer).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  expect(answer.body.errors).toMatchObject([
    { pointer: "/sessions/1/halfDays/2/trainerId", code: "unknown_trainer" },
    { pointer: "/examHalfDays/0/roomId", code: "unknown_room" },
  ]);
});

test("of two cohorts that publish one trainer at once, one has her and the other is told by name", async () => {
  await edit(own, [{ id: at(own, 0, 0).id, trainerId }]);
  await edit(other, [{ id: at(other, 0, 0).id, trainerId }]);
  const answers = await Promise.all([publishing(referent, own.cohortId), publishing(referent, other.cohortId)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const winner = answers[0].status === 200 ? own : other;
  const loser = answers.find(({ status }) => status === 409);
  expect(loser?.body.facts.conflicts).toMatchObject([{ kind: "trainer", other: { cohortId: winner.cohortId } }]);
});

test("a writer who comes between the check and the write is told by name all the same", async () => {
  const { pool } = app.database;
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("update half_day set room_id = $1 where id = $2", [roomId, at(other, 0, 0).id]);
    expect((await edit(own, [{ id: at(own, 0, 0).id, roomId }])).status).toBe(200);
    const waiting = publishing(referent, own.cohortId);
    const isWaiting = async () =>
      (
        await pool.query(
          "select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
        )
      ).rowCount === 1;
    await expect.poll(isWaiting, { timeout: 10_000 }).toBe(true);
    await client.query("commit");
    const answer = await waiting;
    expect(answer.status).toBe(409);
    expect(answer.body.facts.conflicts).toMatchObject([{ kind: "room", other: { id: at(other, 0, 0).id } }]);
  } finally {
    client.release();
  }
});

test("of two edits at once on one version of one plan, one is made and the other told what is", async () => {
  const version = { "if-match": `"${own.planVersion}"` };
  const params = { cohortId: own.cohortId };
  const answers = await Promise.all(
    ["2017-05-22", "2017-05-23"].map((day) =>
      referent(planEdit, { params, body: { halfDays: [{ id: at(own, 0, 0).id, day }] }, headers: version }),
    ),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

describe("the database itself refuses, whoever writes", () => {
  test.each([
    ["cohort", (plan: Plan) => ({ cohortId: plan.cohortId })],
    ["trainer", () => ({ trainerId })],
    ["room", () => ({ roomId })],
  ] as const)("two half-days of one %s at once, cancelled ones apart", async (kind, shared) => {
    const { prisma } = app.database;
    const where = { id: at(own, 0, 0).id };
    const first = await prisma.halfDay.update({ where, data: { trainerId, roomId } });
    const { id: sessionId } = await prisma.session.create({ data: { cohortId: other.cohortId } });
    await prisma.halfDay.deleteMany({ where: { cohortId: other.cohortId } });
    const { id: _id, ...columns } = first;
    const elsewhere = { ...columns, cohortId: other.cohortId, sessionId, trainerId: null, roomId: null };
    const own2 = { ...shared(own), ...(kind === "cohort" && { sessionId: first.sessionId }) };
    const late = { startsAt: new Date("2017-05-16T12:29:00Z"), endsAt: new Date("2017-05-16T14:00:00Z") };
    const error = await prisma.halfDay
      .create({ data: { ...elsewhere, ...own2, ...late } })
      .catch((reason: unknown) => reason);
    expect(violatedConstraint(error)).toBe(`half_day_${kind}_no_overlap`);
    const apart = { state: "cancelled", cancelledReason: "Tempête" } as const;
    await prisma.halfDay.create({ data: { ...elsewhere, ...own2, ...late, ...apart } });
    const after = { startsAt: new Date("2017-05-16T12:30:00Z"), endsAt: new Date("2017-05-16T13:30:00Z") };
    if (kind !== "cohort") await prisma.halfDay.create({ data: { ...elsewhere, ...own2, ...after } });
  });
});
