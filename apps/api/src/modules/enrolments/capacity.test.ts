import { cohortUpdate } from "@passerelle/contracts/cohorts";
import { enrolmentCreate, enrolmentMove } from "@passerelle/contracts/enrolments";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aPerson } from "../../../test/people.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

async function people(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push(await aPerson(app.ctx));
  return ids;
}

const enrol = (cohortId: string, personId: string, route = "fpc"): Promise<Answer> =>
  referent(enrolmentCreate, { body: { cohortId, personId, route } });

function counted(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of answers) {
    const outcome = status === 201 ? "201" : `${status} ${body.code}`;
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

test("A4: of 200 who ask for 12 places at the same moment, 12 are enrolled and 188 told that the cohort is full", async () => {
  const { id: cohortId } = await aCohort(app.ctx);
  const everyone = await people(200);
  const answers = await Promise.all(everyone.map((personId) => enrol(cohortId, personId)));
  expect(counted(answers)).toEqual({ "201": 12, "409 cohort_full": 188 });
  const refused = answers.filter(({ status }) => status !== 201);
  expect(refused.map(({ body }) => body.facts)).toEqual(refused.map(() => ({ capacity: 12, seatsTaken: 12 })));
  expect(await app.database.prisma.enrolment.count({ where: { cohortId } })).toBe(12);
  const created = { type: "enrolment.created", data: { path: ["to", "cohortId"], equals: cohortId } };
  expect(await app.database.prisma.event.count({ where: created })).toBe(12);
});

test("A4: a VAE candidate takes no seat, even of a full cohort", async () => {
  const { id: cohortId } = await aCohort(app.ctx, { capacity: 1 });
  const [one, two, three] = await people(3);
  expect((await enrol(cohortId, one ?? "", "vae")).status).toBe(201);
  expect((await enrol(cohortId, two ?? "")).status).toBe(201);
  expect((await enrol(cohortId, three ?? "")).body.code).toBe("cohort_full");
  expect((await enrol(cohortId, three ?? "", "vae")).status).toBe(201);
});

test("A4: a seat given up is free for one, and somebody suspended keeps theirs", async () => {
  app.setNow("2017-06-01T10:00:00Z");
  const { id: cohortId } = await aCohort(app.ctx, { capacity: 2 });
  const [one, two, three, four] = await people(4);
  const first = await enrol(cohortId, one ?? "");
  const second = await enrol(cohortId, two ?? "");
  const move = (enrolment: Answer, to: string) =>
    referent(enrolmentMove, { params: { enrolmentId: enrolment.body.id }, body: { to, reason: "Motif d’exemple" } });
  await move(first, "in_training");
  await move(second, "in_training");
  await move(first, "suspended");
  expect((await enrol(cohortId, three ?? "")).body.code).toBe("cohort_full");
  await move(second, "dropped_out");
  const both = await Promise.all([enrol(cohortId, three ?? ""), enrol(cohortId, four ?? "")]);
  expect(counted(both)).toEqual({ "201": 1, "409 cohort_full": 1 });
  expect((await move(first, "in_training")).body.state).toBe("in_training");
  app.setNow("2017-05-02T10:00:00Z");
});

test("A4: the capacity is not lowered below the seats taken", async () => {
  const { id: cohortId } = await aCohort(app.ctx);
  for (const personId of await people(3)) await enrol(cohortId, personId);
  await enrol(cohortId, await aPerson(app.ctx), "vae");
  const lower = (capacity: number) => referent(cohortUpdate, { params: { cohortId }, body: { capacity } });
  expect(await lower(2)).toMatchObject({
    status: 409,
    body: { code: "cohort_full", facts: { capacity: 2, seatsTaken: 3 }, errors: [{ pointer: "/capacity" }] },
  });
  expect((await lower(3)).status).toBe(200);
  expect((await enrol(cohortId, await aPerson(app.ctx))).body.code).toBe("cohort_full");
});

test("A4: lowered while others enrol, either the capacity stays or they are told", async () => {
  const { id: cohortId } = await aCohort(app.ctx, { capacity: 2 });
  const [one, two] = await people(2);
  await enrol(cohortId, one ?? "");
  const [lowered, enrolled] = await Promise.all([
    referent(cohortUpdate, { params: { cohortId }, body: { capacity: 1 } }),
    enrol(cohortId, two ?? ""),
  ]);
  expect([lowered.status, enrolled.status].toSorted((a, b) => a - b)).toSatisfy(
    ([first, second]) => second === 409 && first < 300,
  );
});

test("A2: of two at once for one person, one is made and the other finds it", async () => {
  const { id: cohortId } = await aCohort(app.ctx);
  const personId = await aPerson(app.ctx);
  const answers = await Promise.all([enrol(cohortId, personId), enrol(cohortId, personId, "vae")]);
  expect(counted(answers)).toEqual({ "201": 1, "409 already_exists": 1 });
  const [made, told] = answers.toSorted((one, other) => one.status - other.status);
  expect(told?.body.facts).toEqual({ enrolmentId: made?.body.id });
});
