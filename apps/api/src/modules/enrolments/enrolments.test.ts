import { cohortCancel, cohortUpdate } from "@passerelle/contracts/cohorts";
import { enrolmentCreate, enrolmentList, enrolmentMove, enrolmentRead } from "@passerelle/contracts/enrolments";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment, aPerson, aTrainee } from "../../../test/people.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  cohortId = (await aCohort(app.ctx)).id;
});
beforeEach(() => app.setNow("2017-05-02T10:00:00Z"));
afterAll(() => app.close());

const nobody = "01890a5d-ac96-774b-bcce-b302099a8057";

async function enrol(changes: object = {}): Promise<Answer> {
  const personId = await aPerson(app.ctx);
  return referent(enrolmentCreate, { body: { cohortId, personId, route: "fpc", ...changes } });
}

const told = (answer: Answer): string[] =>
  answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
const minutesOf = (answer: Answer): number[] =>
  answer.body.prescribed.map(({ prescribedMinutes }: { prescribedMinutes: number }) => prescribedMinutes);
const ids = (answer: Answer): string[] => answer.body.items.map(({ id }: { id: string }) => id);

test("a trainee is enrolled today with the programme's hours and its placement to do", async () => {
  const answer = await enrol();
  expect(answer.status).toBe(201);
  expect(answer.headers).toMatchObject({ etag: '"1"', location: `/api/v1/enrolments/${answer.body.id}` });
  expect(answer.body).toMatchObject({
    cohortId,
    cohortName: "Promotion 2017-2018",
    person: { givenName: "Amel" },
    route: "fpc",
    state: "enrolled",
    stateSince: "2017-05-02",
    legalMoves: ["in_training", "cancelled"],
    placement: { need: "required", requiredMinutes: 21_000, waiver: null },
    can: { move: { allowed: true }, prescribe: { allowed: true }, waive: { allowed: true } },
  });
  expect(answer.body.prescribed).toEqual(
    [4620, 6720, 4620].map((minutes, index) => ({
      blockCode: `CCP${index + 1}`,
      shortTitle: expect.any(String),
      prescribedMinutes: minutes,
      dueMinutes: minutes,
    })),
  );
  expect((await referent(enrolmentRead, { params: { enrolmentId: answer.body.id } })).body).toEqual(answer.body);
});

test("A4: a VAE candidate has no placement, and no hours unless said", async () => {
  const plain = await enrol({ route: "vae" });
  expect(plain.body.placement).toEqual({ need: "not_applicable", requiredMinutes: 0, waiver: null });
  expect(minutesOf(plain)).toEqual([0, 0, 0]);
  const prescribed = ["CCP3", "CCP1", "CCP2"].map((blockCode) => ({
    blockCode,
    minutes: blockCode === "CCP2" ? 420 : 0,
  }));
  expect(minutesOf(await enrol({ route: "vae", prescribed }))).toEqual([0, 420, 0]);
});

test("a programme without a placement asks for none", async () => {
  const cohort = await aCohort(app.ctx);
  const programme = { where: { id: cohort.programme.id } };
  await app.database.prisma.programme.update({ ...programme, data: { placementMinutes: 0 } });
  const answer = await enrol({ cohortId: cohort.id });
  await app.database.prisma.programme.update({ ...programme, data: { placementMinutes: 21_000 } });
  expect(answer.body.placement).toEqual({ need: "not_applicable", requiredMinutes: 0, waiver: null });
});

test("hours said at the start are held to the programme's blocks", async () => {
  const prescribed = [
    { blockCode: "CCP1", minutes: 4621 },
    { blockCode: "CCP9", minutes: 0 },
    { blockCode: "CCP2", minutes: 0 },
  ];
  const answer = await enrol({ prescribed });
  expect(answer).toMatchObject({ status: 422, body: { code: "enrolment_invalid" } });
  expect(told(answer)).toEqual([
    "/prescribed/0/minutes minutes_above_programme",
    "/prescribed/1/blockCode unknown_block",
    "/prescribed block_missing",
  ]);
});

test("a person or cohort that is not there, and a day to come, are faults of their fields", async () => {
  const answer = await enrol({ personId: nobody, cohortId: nobody, effectiveOn: "2017-05-03" });
  expect(answer).toMatchObject({ status: 422, body: { code: "enrolment_invalid" } });
  expect(told(answer)).toEqual(["/personId unknown_person", "/cohortId unknown_cohort", "/effectiveOn in_future"]);
  expect((await enrol({ effectiveOn: "2017-04-20" })).body.stateSince).toBe("2017-04-20");
});

test("A2: one live enrolment per person and cohort, and the caller is told which", async () => {
  const first = await enrol();
  const personId = first.body.person.id;
  const again = await enrol({ personId });
  expect(again).toMatchObject({ status: 409, body: { code: "already_exists", facts: { enrolmentId: first.body.id } } });
  expect(told(again)).toEqual(["/personId already_exists"]);
  const other = await aCohort(app.ctx);
  expect((await enrol({ personId, cohortId: other.id })).status).toBe(201);
  await app.database.prisma.enrolment.update({ where: { id: first.body.id }, data: { state: "cancelled" } });
  expect((await enrol({ personId })).status).toBe(201);
});

test("nobody is enrolled in a cohort that is cancelled or finished", async () => {
  const cancelled = await aCohort(app.ctx);
  await referent(cohortCancel, { params: { cohortId: cancelled.id }, body: { reason: "Motif d’exemple" } });
  expect(await enrol({ cohortId: cancelled.id })).toMatchObject({
    status: 409,
    body: { code: "illegal_move", facts: { cohortState: "cancelled" } },
  });
  const last = await aCohort(app.ctx);
  app.setNow("2018-03-31T10:00:00Z");
  expect((await enrol({ cohortId: last.id })).status).toBe(201);
  app.setNow("2018-04-01T10:00:00Z");
  expect((await enrol({ cohortId: last.id })).body).toMatchObject({
    code: "illegal_move",
    facts: { cohortState: "finished" },
  });
});

test("a repeated request with its key enrols once", async () => {
  const body = { cohortId, personId: await aPerson(app.ctx), route: "vae" };
  const headers = { "idempotency-key": crypto.randomUUID() };
  const [first, again] = [
    await referent(enrolmentCreate, { body, headers }),
    await referent(enrolmentCreate, { body, headers }),
  ];
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(await app.database.prisma.enrolment.count({ where: { personId: body.personId } })).toBe(1);
});

test("a key with its scope enrols, and one that only reads does not", async () => {
  const body = { cohortId, personId: await aPerson(app.ctx), route: "vae" };
  const reader = await app.withKey("enrolments:read");
  expect((await reader(enrolmentCreate, { body })).status).toBe(403);
  const made = await (await app.withKey("enrolments:write"))(enrolmentCreate, { body });
  expect(made.status).toBe(201);
  expect((await reader(enrolmentRead, { params: { enrolmentId: made.body.id } })).status).toBe(200);
});

test("the list is filtered by cohort, person, state and route", async () => {
  const { id: other } = await aCohort(app.ctx);
  const one = await anEnrolment(app.ctx, other, { state: "suspended" });
  const two = await anEnrolment(app.ctx, other, { route: "vae" });
  await anEnrolment(app.ctx, cohortId, { personId: one.personId });
  const found = async (query: Record<string, string>) => ids(await referent(enrolmentList, { query }));
  expect((await found({ cohortId: other })).toSorted()).toEqual([one.enrolmentId, two.enrolmentId].toSorted());
  expect(await found({ cohortId: other, state: "suspended" })).toEqual([one.enrolmentId]);
  expect(await found({ cohortId: other, route: "vae" })).toEqual([two.enrolmentId]);
  expect(await found({ personId: one.personId })).toHaveLength(2);
});

test("a search finds a part of a name, case and accents apart", async () => {
  const { id: other } = await aCohort(app.ctx);
  const personId = await aPerson(app.ctx, { givenName: "Éloïse", birthName: "N’Guyen-Dœuvre" });
  await app.database.prisma.person.update({ where: { id: personId }, data: { usualName: "Ferré" } });
  const { enrolmentId } = await anEnrolment(app.ctx, other, { personId });
  await anEnrolment(app.ctx, other);
  const search = async (words: string) =>
    ids(await referent(enrolmentList, { query: { cohortId: other, search: words } }));
  for (const words of ["eloise", "ÉLOÏSE guyen", "n'guyen", "DOEUVRE eloise", "Ferré", "FERRE", "éloise fer"]) {
    expect([words, await search(words)]).toEqual([words, [enrolmentId]]);
  }
  for (const other of ["%", "_", "\\", "ferrer", "eloise durand"]) {
    expect([other, await search(other)]).toEqual([other, []]);
  }
});

test("pages follow usual name, then given name, each enrolment once", async () => {
  const { id: other } = await aCohort(app.ctx);
  const named = ["Brun Zoé", "Brun Anne", "Arnaud Zoé", "Caron Paul", "Brun Anne"];
  for (const [index, name] of named.entries()) {
    const [usualName = "", givenName = ""] = name.split(" ");
    const personId = await aPerson(app.ctx, { givenName, birthName: `${usualName}${"x".repeat(index)}` });
    await app.database.prisma.person.update({ where: { id: personId }, data: { usualName } });
    await anEnrolment(app.ctx, other, { personId });
  }
  const seen: string[] = [];
  const unique = new Set<string>();
  let cursor: string | null = null;
  do {
    const query: Record<string, string> = { cohortId: other, limit: "2", ...(cursor !== null && { cursor }) };
    const { body } = await referent(enrolmentList, { query });
    for (const { id, person } of body.items) {
      seen.push(`${person.usualName} ${person.givenName}`);
      unique.add(id);
    }
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(["Arnaud Zoé", "Brun Anne", "Brun Anne", "Brun Zoé", "Caron Paul"]);
  expect(unique.size).toBe(5);
});

test("a trainee who is a referent too reads every enrolment, and logs the stage of their own alone", async () => {
  const [mine, other] = [await aTrainee(app, cohortId), await aTrainee(app, cohortId)];
  await app.database.prisma.user.update({
    where: { personId: mine.personId },
    data: { roles: ["trainee", "referent"] },
  });
  const logStage = async (enrolmentId: string) =>
    (await mine.client(enrolmentRead, { params: { enrolmentId } })).body.can.logStage;
  expect(await logStage(mine.enrolmentId)).toEqual({ allowed: true });
  expect(await logStage(other.enrolmentId)).toEqual({ allowed: false, code: "not_allowed" });
});

test("G1: a trainee reads their own enrolment and no other, and changes nothing", async () => {
  const [mine, other] = [await aTrainee(app, cohortId), await aTrainee(app, cohortId)];
  const read = (enrolmentId: string) => mine.client(enrolmentRead, { params: { enrolmentId } });
  const own = await read(mine.enrolmentId);
  expect(own).toMatchObject({ status: 200, body: { person: { id: mine.personId } } });
  const denied = { allowed: false, code: "not_allowed" };
  expect(own.body.can).toEqual({ move: denied, prescribe: denied, waive: denied, logStage: { allowed: true } });
  expect((await read(other.enrolmentId)).status).toBe(404);
  expect(ids(await mine.client(enrolmentList))).toEqual([mine.enrolmentId]);
  expect(ids(await mine.client(enrolmentList, { query: { personId: other.personId } }))).toEqual([]);
  await app.database.prisma.enrolment.update({ where: { id: mine.enrolmentId }, data: { state: "cancelled" } });
  expect((await read(mine.enrolmentId)).status).toBe(404);
});

test("nobody is enrolled before registration opens", async () => {
  const early = await enrol({ effectiveOn: "2016-12-31" });
  expect(early.status).toBe(422);
  expect(told(early)).toEqual(["/effectiveOn before_registration"]);
  expect((await enrol({ effectiveOn: "2017-01-01" })).body.stateSince).toBe("2017-01-01");
});

test("a cohort that somebody has begun cannot start later than they did", async () => {
  const { id } = await aCohort(app.ctx);
  const startingOn = (startsOn: string) => referent(cohortUpdate, { params: { cohortId: id }, body: { startsOn } });
  const { body } = await referent(enrolmentCreate, {
    body: { cohortId: id, personId: await aPerson(app.ctx), route: "fpc", effectiveOn: "2017-05-02" },
  });
  expect((await startingOn("2017-05-20")).status).toBe(200);
  app.setNow("2017-06-02T10:00:00Z");
  const began = { to: "in_training", effectiveOn: "2017-05-22" };
  expect((await referent(enrolmentMove, { params: { enrolmentId: body.id }, body: began })).status).toBe(200);
  expect((await startingOn("2017-05-22")).status).toBe(200);
  const late = await startingOn("2017-05-23");
  expect(late).toMatchObject({ status: 422, body: { code: "cohort_invalid" } });
  expect(told(late)).toEqual(["/startsOn training_begun"]);
});
