import { cohortCancel } from "@passerelle/contracts/cohorts";
import { enrolmentCreate, enrolmentMove, enrolmentRead } from "@passerelle/contracts/enrolments";
import { enrolmentStates, legalMoves, type EnrolmentState } from "@passerelle/domain/path/enrolment-state";
import fc from "fast-check";
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
  cohortId = (await aCohort(app.ctx, { capacity: 500 })).id;
});
beforeEach(() => app.setNow("2017-06-15T10:00:00Z"));
afterAll(() => app.close());

const reason = "Motif d’exemple";

async function enrolled(): Promise<string> {
  const body = { cohortId, personId: await aPerson(app.ctx), route: "fpc", effectiveOn: "2017-05-02" };
  return (await referent(enrolmentCreate, { body })).body.id;
}

function move(enrolmentId: string, body: object, headers = {}): Promise<Answer> {
  return referent(enrolmentMove, { params: { enrolmentId }, body, headers });
}

const told = (answer: Answer): string[] =>
  answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);

test("a trainee starts, is suspended, comes back and leaves, each on its day", async () => {
  const id = await enrolled();
  const started = await move(id, { to: "in_training", effectiveOn: "2017-05-16" });
  expect(started.body).toMatchObject({ state: "in_training", stateSince: "2017-05-16", version: 2 });
  expect(started.headers["etag"]).toBe('"2"');
  await move(id, { to: "suspended", effectiveOn: "2017-06-01", reason });
  await move(id, { to: "in_training", effectiveOn: "2017-06-10" });
  const left = await move(id, { to: "dropped_out", reason });
  expect(left.body).toMatchObject({
    state: "dropped_out",
    stateSince: "2017-06-15",
    legalMoves: [],
    can: { move: { allowed: false, code: "illegal_move" }, prescribe: { allowed: false, code: "illegal_move" } },
  });
});

test("an illegal move is refused, and the legal ones are named", async () => {
  const answer = await move(await enrolled(), { to: "completed" });
  expect(answer).toMatchObject({
    status: 409,
    body: { code: "illegal_move", facts: { from: "enrolled", to: "completed", legal: ["in_training", "cancelled"] } },
  });
  expect(answer.body.detail).toBe(
    "La formation n’a pas commencé. Sont possibles : l’entrée en formation et l’annulation.",
  );
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId, { state: "excluded" });
  const english = await move(enrolmentId, { to: "in_training" }, { "accept-language": "en" });
  expect(english).toMatchObject({ status: 409, body: { facts: { legal: [] } } });
  expect(english.body.detail).toBe("The path ended in an exclusion: no move is left.");
});

test("the day lies between the move before and today, and not before the training", async () => {
  const id = await enrolled();
  const early = await move(id, { to: "in_training", effectiveOn: "2017-05-01" });
  expect(early).toMatchObject({ status: 422, body: { code: "enrolment_invalid" } });
  expect(told(early)).toEqual(["/effectiveOn before_previous", "/effectiveOn starts_before_training"]);
  expect(told(await move(id, { to: "in_training", effectiveOn: "2017-06-16" }))).toEqual(["/effectiveOn in_future"]);
  expect(told(await move(id, { to: "cancelled", effectiveOn: "2017-05-16", reason }))).toEqual([
    "/effectiveOn cancelled_after_start",
  ]);
  expect((await move(id, { to: "cancelled", effectiveOn: "2017-05-15", reason })).body.state).toBe("cancelled");
});

test.each<[EnrolmentState, EnrolmentState]>([
  ["in_training", "suspended"],
  ["in_training", "dropped_out"],
  ["suspended", "excluded"],
  ["enrolled", "cancelled"],
])("from %s to %s needs a reason", async (from, to) => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId, { state: from });
  await app.database.prisma.enrolment.update({
    where: { id: enrolmentId },
    data: { stateSince: new Date("2017-05-02") },
  });
  const answer = await move(enrolmentId, { to, effectiveOn: "2017-05-10" });
  expect(answer).toMatchObject({ status: 422, body: { code: "reason_required", errors: [{ pointer: "/reason" }] } });
  expect((await move(enrolmentId, { to, effectiveOn: "2017-05-10", reason })).status).toBe(200);
});

/** Validated weeks from September on, of five days of at most 10 h, which make up these minutes. */
async function validatedStage(enrolmentId: string, minutes: number): Promise<void> {
  const weekMinutes = 3_000;
  for (let week = 0; week * weekMinutes < minutes; week++) {
    const monday = Date.UTC(2017, 8, 4 + 7 * week);
    const left = minutes - week * weekMinutes;
    const days = [0, 1, 2, 3, 4].map((offset) => ({
      day: new Date(monday + offset * 86_400_000),
      minutes: Math.min(600, left - offset * 600),
    }));
    const create = days.filter((each) => each.minutes > 0);
    const open = await app.database.prisma.stageWeek.create({
      data: { enrolmentId, monday: new Date(monday), days: { create } },
    });
    await app.database.prisma.stageWeek.update({
      where: { id: open.id },
      data: { state: "validated", submittedAt: new Date(), validatedAt: new Date() },
    });
  }
}

test("P1: 349 h 30 validated of 350 h do not complete; the missing half hour is named, and declared hours do not count", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  await validatedStage(enrolmentId, 20_970);
  const open = await app.database.prisma.stageWeek.create({
    data: {
      enrolmentId,
      monday: new Date("2018-01-08"),
      state: "submitted",
      submittedAt: new Date(),
      days: { create: { day: new Date("2018-01-08"), minutes: 30 } },
    },
  });
  app.setNow("2018-03-31T10:00:00Z");
  const answer = await move(enrolmentId, { to: "completed" });
  expect(answer).toMatchObject({
    status: 422,
    body: {
      code: "placement_incomplete",
      facts: { requiredMinutes: 21_000, validatedMinutes: 20_970, missingMinutes: 30 },
    },
  });
  expect(answer.body.detail).toContain("0 h 30 de stage validées : 349 h 30 sur 350 h");
  await app.database.prisma.stageWeek.update({
    where: { id: open.id },
    data: { state: "validated", validatedAt: new Date() },
  });
  expect((await move(enrolmentId, { to: "completed" })).body.state).toBe("completed");
});

test("P1: a waived placement, or none, completes without hours", async () => {
  const waived = await anEnrolment(app.ctx, cohortId, { placement: "waived" });
  const vae = await anEnrolment(app.ctx, cohortId, { route: "vae" });
  for (const { enrolmentId } of [waived, vae]) {
    expect((await move(enrolmentId, { to: "completed" })).body.state).toBe("completed");
  }
});

test("a move on another version is refused, and of two at once one is made", async () => {
  const id = await enrolled();
  const start = { to: "in_training" };
  expect((await move(id, start, { "if-match": '"2"' })).body).toMatchObject({ code: "stale", facts: { version: 1 } });
  const answers = await Promise.all([move(id, start), move(id, { to: "in_training", effectiveOn: "2017-05-16" })]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect((await referent(enrolmentRead, { params: { enrolmentId: id } })).body.version).toBe(2);
});

test("a trainee does not move their own enrolment; an administrator and a key do", async () => {
  const { client, enrolmentId } = await aTrainee(app, cohortId);
  const body = { to: "suspended", reason };
  expect((await client(enrolmentMove, { params: { enrolmentId }, body })).status).toBe(403);
  const admin = await app.as("admin");
  expect((await admin(enrolmentMove, { params: { enrolmentId }, body })).status).toBe(200);
  const key = await app.withKey("enrolments:write");
  const back = await key(enrolmentMove, { params: { enrolmentId }, body: { to: "in_training" } });
  expect(back.status).toBe(200);
});

test("a cancelled cohort cancels the enrolments not started, each by an event of its own", async () => {
  app.setNow("2017-05-10T10:00:00Z");
  const { id } = await aCohort(app.ctx);
  const left = await anEnrolment(app.ctx, id, { state: "dropped_out" });
  const waiting = [
    await anEnrolment(app.ctx, id, { state: "enrolled" }),
    await anEnrolment(app.ctx, id, { route: "vae", state: "enrolled" }),
  ];
  const cancelled = await referent(cohortCancel, { params: { cohortId: id }, body: { reason } });
  expect(cancelled.body.state).toBe("cancelled");
  for (const { enrolmentId } of waiting) {
    const { body } = await referent(enrolmentRead, { params: { enrolmentId } });
    expect(body).toMatchObject({ state: "cancelled", stateSince: "2017-05-10", version: 2 });
    const event = await app.database.prisma.event.findFirstOrThrow({ where: { entityId: enrolmentId } });
    expect(event).toMatchObject({
      type: "enrolment.moved",
      data: { from: { state: "enrolled" }, to: { state: "cancelled", reason } },
    });
  }
  const gone = await referent(enrolmentRead, { params: { enrolmentId: left.enrolmentId } });
  expect(gone.body).toMatchObject({ state: "dropped_out", version: 1 });
});

test("a cohort in which somebody started is not cancelled, and nobody's enrolment is", async () => {
  const { id } = await aCohort(app.ctx);
  const waiting = await anEnrolment(app.ctx, id, { state: "enrolled" });
  await anEnrolment(app.ctx, id);
  await anEnrolment(app.ctx, id, { state: "suspended" });
  const answer = await referent(cohortCancel, { params: { cohortId: id }, body: { reason } });
  expect(answer).toMatchObject({ status: 409, body: { code: "illegal_move", facts: { started: 2 } } });
  expect(answer.body.detail).toContain("2 personnes ont commencé");
  const { body } = await referent(enrolmentRead, { params: { enrolmentId: waiting.enrolmentId } });
  expect(body).toMatchObject({ state: "enrolled", version: 1 });
});

/** What the events of an enrolment say its state is: each begins where the one before left it. */
async function replayed(enrolmentId: string) {
  const events = await app.database.prisma.event.findMany({ where: { entityId: enrolmentId }, orderBy: { id: "asc" } });
  let [state, since] = ["", ""];
  for (const { data, effectiveOn } of events) {
    const { from, to } = data as { from: { state: string; stateSince: string } | null; to: { state: string } }; // as: what the command stored
    expect(from ?? { state: "", stateSince: "" }).toEqual({ state, stateSince: since });
    [state, since] = [to.state, effectiveOn.toISOString().slice(0, 10)];
  }
  return { state, stateSince: since };
}

test("after any moves, legal or not, the events replayed give the state and its day", { timeout: 60_000 }, async () => {
  const step = fc.record({
    to: fc.constantFrom(...enrolmentStates),
    prefersLegal: fc.boolean(),
    pick: fc.nat(10),
    day: fc.integer({ min: 1, max: 30 }).map((day) => `2017-06-${String(day).padStart(2, "0")}`),
  });
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const id = await enrolled();
      let state: EnrolmentState = "enrolled";
      for (const { to, prefersLegal, pick, day } of steps) {
        const legal = legalMoves(state);
        const wanted = prefersLegal ? (legal[pick % legal.length] ?? to) : to;
        const effectiveOn = wanted === "cancelled" ? "2017-05-10" : day;
        const answer = await move(id, { to: wanted, effectiveOn, reason });
        expect([200, 409, 422]).toContain(answer.status);
        expect(answer.status === 409).toBe(!legal.includes(wanted));
        if (answer.status === 200) state = answer.body.state;
      }
      const { body } = await referent(enrolmentRead, { params: { enrolmentId: id } });
      expect(body.state).toBe(state);
      reached.add(state);
      expect(await replayed(id)).toEqual({ state, stateSince: body.stateSince });
    }),
    { seed: 20170516, numRuns: 30 },
  );
  expect(reached.size).toBeGreaterThan(4);
});
