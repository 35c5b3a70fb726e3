import { cohortCancel } from "@passerelle/contracts/cohorts";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { planEdit } from "@passerelle/contracts/plan-edits";
import { halfDayCancel } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { aFeed, eventOf, eventsOf, publish, publishEdits, readFeed } from "../../../test/calendars.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainee } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { toColumn } from "../../core/civil-day.ts";
import { transaction } from "../../core/transaction.ts";
import { adoptPlan } from "../plans/adopt-plan.ts";
import { publishPlan } from "../publications/publish-plan.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
let file: string;
let one: HalfDay;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  app.setNow("2017-05-02T10:00:00Z");
  plan = await aPlannedCohort(app.ctx);
  file = await aFeed((await aTrainee(app, plan.cohortId)).client);
  one = at(1, 0);
  app.setNow("2017-05-03T08:00:00Z");
});
afterAll(() => app.close());

function at(session: number, index: number): HalfDay {
  const halfDay = plan.sessions[session]?.halfDays[index];
  if (halfDay === undefined) throw new Error("no such half-day");
  return halfDay;
}

/** A trainer with a way in, and their calendar. */
async function aTrainersFeed(): Promise<{ trainerId: string; feed: string }> {
  const { userId, email } = await anAccount(app, "trainer");
  const { id: trainerId } = await aTrainer(app.ctx, { userId });
  return { trainerId, feed: await aFeed(await signedIn(app, email)) };
}

const edit = (halfDays: object[], more: object = {}) => publishEdits(referent, plan.cohortId, halfDays, more);

async function cancel(halfDayId: string, body: object = { reason: "Salle inondée" }): Promise<void> {
  const answer = await referent(halfDayCancel, { params: { halfDayId }, body, headers: { "if-match": "*" } });
  expect(answer.status).toBe(200);
  await publish(referent, plan.cohortId);
}

test("a half-day moved keeps its UID and goes up in SEQUENCE; no other event changes at all", async () => {
  const before = await eventsOf(app, file);
  await edit([{ id: one.id, day: "2017-06-19", slot: "pm" }], { note: "Le formateur est retenu." });
  const after = await eventsOf(app, file);
  const unchanged = (events: typeof before) => events.filter(({ id }) => id !== one.id);
  expect(unchanged(after)).toEqual(unchanged(before));
  expect(before.find(({ id }) => id === one.id)).toMatchObject({ sequence: 0, stamp: "2017-05-02T10:00:00Z" });
  expect(after.find(({ id }) => id === one.id)).toMatchObject({
    sequence: 1,
    status: "CONFIRMED",
    startsAt: "2017-06-19T13:30",
    endsAt: "2017-06-19T17:00",
    stamp: "2017-05-03T08:00:00Z",
    description: expect.stringContaining("À savoir : Le formateur est retenu."),
  });
});

test("a draft changes no calendar until it is published", async () => {
  const { body: before } = await readFeed(app, file);
  const headers = { "if-match": "*" };
  const body = { halfDays: [{ id: one.id, day: "2017-06-19", slot: "pm" }] };
  await referent(planEdit, { params: { cohortId: plan.cohortId }, body, headers });
  expect((await readFeed(app, file)).body).toBe(before);
  await publish(referent, plan.cohortId);
  expect((await readFeed(app, file)).body).not.toBe(before);
});

test("a half-day cancelled stays, cancelled, with its reason; the one held in its place is new", async () => {
  const replacement = { day: "2017-06-19", slot: "am" };
  await cancel(one.id, { reason: "Salle inondée", replacement });
  const events = await eventsOf(app, file);
  expect(events).toHaveLength(77);
  expect(events.find(({ id }) => id === one.id)).toMatchObject({
    status: "CANCELLED",
    sequence: 1,
    startsAt: one.startsAt,
    summary: expect.stringMatching(/^Annulé : CCP1/),
    description: expect.stringMatching(/^Annulée : Salle inondée\n/),
  });
  const added = events.find(({ startsAt }) => startsAt === "2017-06-19T09:00");
  expect(added).toMatchObject({ status: "CONFIRMED", sequence: 0 });
});

test("a half-day that left the plan stays, cancelled, as it last was", async () => {
  const left = (halfDays: HalfDay[]) =>
    halfDays.filter(({ id }) => id !== one.id).map(({ day, slot, blockCode }) => ({ day, slot, blockCode }));
  const sessions = plan.sessions.map(({ halfDays }) => ({ halfDays: left(halfDays) }));
  const body = { sessions, examHalfDays: left(plan.examHalfDays), gapReason: "Pour l’essai" };
  await adoptPlan(app.ctx, plan.cohortId, body, "*");
  await publish(referent, plan.cohortId);
  expect(await eventOf(app, file, one.id)).toMatchObject({
    status: "CANCELLED",
    sequence: 1,
    startsAt: one.startsAt,
    stamp: "2017-05-03T08:00:00Z",
    summary: expect.stringMatching(/^Retiré : CCP1/),
    description: expect.stringMatching(/^Cette demi-journée ne fait plus partie de ce planning\.\n/),
  });
});

test("given to another trainer, it is cancelled in the first one’s calendar and new in the other’s", async () => {
  const [first, second] = [await aTrainersFeed(), await aTrainersFeed()];
  await edit([{ id: one.id, trainerId: first.trainerId }]);
  expect(await eventsOf(app, first.feed)).toMatchObject([{ id: one.id, status: "CONFIRMED", sequence: 1 }]);
  await edit([{ id: one.id, trainerId: second.trainerId, day: "2017-06-19", slot: "pm" }]);
  const left = [{ id: one.id, status: "CANCELLED", sequence: 2, startsAt: one.startsAt }];
  expect(await eventsOf(app, first.feed)).toMatchObject(left);
  expect(await eventsOf(app, second.feed)).toMatchObject([{ id: one.id, status: "CONFIRMED", sequence: 2 }]);
  const { body: quiet } = await readFeed(app, first.feed);
  await edit([{ id: one.id, day: "2017-06-20", slot: "pm" }]);
  expect((await readFeed(app, first.feed)).body).toBe(quiet);
  await edit([{ id: one.id, trainerId: first.trainerId }]);
  const back = [{ id: one.id, status: "CONFIRMED", sequence: 4, startsAt: "2017-06-20T13:30" }];
  expect(await eventsOf(app, first.feed)).toMatchObject(back);
});

test("moved to another room, or at a distance, it is cancelled in the first room’s calendar", async () => {
  const [first, second] = [await aRoom(app.ctx), await aRoom(app.ctx, { name: "Salle Étang" })];
  const feed = await aFeed(referent, { kind: "room", roomId: first.id });
  const other = at(1, 1);
  await edit([one, other].map(({ id }) => ({ id, roomId: first.id })));
  await edit([
    { id: one.id, roomId: second.id },
    { id: other.id, remote: true },
  ]);
  const left = { status: "CANCELLED", sequence: 2, location: expect.stringContaining(first.name) };
  expect(await eventsOf(app, feed)).toMatchObject([left, left]);
  const there = await aFeed(referent, { kind: "room", roomId: second.id });
  expect(await eventsOf(app, there)).toMatchObject([{ id: one.id, status: "CONFIRMED", sequence: 2 }]);
  expect(await eventOf(app, file, other.id)).toMatchObject({ status: "CONFIRMED", location: "À distance" });
});

test.each(["dropped_out", "excluded"] as const)(
  "after %s what was to come is cancelled, what was followed stays, and later versions add nothing",
  async (state) => {
    const { enrolmentId, client } = await aTrainee(app, plan.cohortId);
    const feed = await aFeed(client);
    const stateSince = toColumn(at(0, 7).day);
    await app.ctx.db.enrolment.update({ where: { id: enrolmentId }, data: { state, stateSince } });
    app.setNow("2017-06-01T08:00:00Z");
    const events = await eventsOf(app, feed);
    const counted = Map.groupBy(events, ({ status, sequence }) => `${status} ${sequence}`);
    expect([...counted].map(([status, { length }]) => [status, length])).toEqual([
      ["CONFIRMED 0", 8],
      ["CANCELLED 1", 68],
    ]);
    await cancel(at(2, 0).id, { reason: "Neige", replacement: { day: "2017-07-24", slot: "am" } });
    await edit([{ id: at(2, 1).id, day: "2017-07-24", slot: "pm" }]);
    expect(await eventsOf(app, feed)).toEqual(events);
  },
);

test("suspended or completed, a trainee’s calendar stays as it is", async () => {
  const { enrolmentId, client } = await aTrainee(app, plan.cohortId);
  const feed = await aFeed(client);
  const { body } = await readFeed(app, feed);
  for (const state of ["suspended", "completed"] as const) {
    await app.ctx.db.enrolment.update({ where: { id: enrolmentId }, data: { state } });
    expect((await readFeed(app, feed)).body).toBe(body);
  }
});

test("of a cancelled cohort everything that was planned is cancelled, for its trainees too", async () => {
  const { client } = await aTrainee(app, plan.cohortId, { state: "enrolled" });
  await app.ctx.db.enrolment.updateMany({ where: { cohortId: plan.cohortId }, data: { state: "enrolled" } });
  const params = { cohortId: plan.cohortId };
  const feeds = [await aFeed(client), await aFeed(referent, { kind: "cohort", ...params })];
  const answer = await referent(cohortCancel, { params, body: { reason: "Trop peu d’inscrits" } });
  expect(answer.status).toBe(200);
  for (const feed of feeds) {
    const events = await eventsOf(app, feed);
    expect(new Set(events.map(({ status, sequence }) => `${status} ${sequence}`))).toEqual(new Set(["CANCELLED 1"]));
    expect(events).toHaveLength(76);
    expect(events[0]?.description).toMatch(/^Annulée : Trop peu d’inscrits\n/);
  }
});

test("whoever has a calendar is told 304 until something in it changes", async () => {
  const { headers, body } = await readFeed(app, file);
  const known = { "if-none-match": String(headers["etag"]) };
  const again = await readFeed(app, file, known);
  expect(again).toMatchObject({ status: 304, body: "", headers: { etag: headers["etag"] } });
  app.setNow("2017-05-20T23:00:00Z");
  expect((await readFeed(app, file, known)).status).toBe(304);
  await edit([{ id: one.id, day: "2017-06-19", slot: "pm" }]);
  const changed = await readFeed(app, file, known);
  expect(changed.status).toBe(200);
  expect(changed.body).not.toBe(body);
  expect((await readFeed(app, file, { "if-none-match": String(changed.headers["etag"]) })).status).toBe(304);
});

test("a calendar read while a version is being published is the one before, whole, then the one after", async () => {
  const { body: before } = await readFeed(app, file);
  const halfDays = plan.sessions.slice(1).flatMap(({ halfDays }) => halfDays.map(({ id }) => ({ id, remote: true })));
  const params = { cohortId: plan.cohortId };
  await referent(planEdit, { params, body: { halfDays }, headers: { "if-match": "*" } });
  await transaction(app.ctx, async (ctx) => {
    await publishPlan(ctx, plan.cohortId, { gapReason: "Pour l’essai" }, "*");
    expect((await readFeed(app, file)).body).toBe(before);
  });
  const after = await eventsOf(app, file);
  expect(after.filter(({ location, sequence }) => location === "À distance" && sequence === 1)).toHaveLength(64);
});

test("a version published between two statements of one reading makes no mixture of both", async () => {
  const halfDays = [at(1, 0), at(8, 0)].map(({ id }) => ({ id, remote: true }));
  await referent(planEdit, { params: { cohortId: plan.cohortId }, body: { halfDays }, headers: { "if-match": "*" } });
  const { pool } = app.database;
  const query = pool.query.bind(pool) as (...of: unknown[]) => Promise<unknown>;
  let isPublished = false;
  Reflect.set(pool, "query", async (...of: unknown[]) => {
    const answer = await query(...of);
    if (JSON.stringify(of).includes("half_day_revision") && !isPublished) {
      isPublished = true;
      await publishPlan(app.ctx, plan.cohortId, { gapReason: "Pour l’essai" }, "*");
    }
    return answer;
  });
  const { body: during } = await readFeed(app, file);
  Reflect.deleteProperty(pool, "query");
  expect(isPublished).toBe(true);
  expect(during).not.toContain("À distance");
  expect((await readFeed(app, file)).body.match(/À distance/g)).toHaveLength(2);
});
