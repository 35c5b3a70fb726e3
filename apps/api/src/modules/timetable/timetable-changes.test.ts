import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { planEdit } from "@passerelle/contracts/plan-edits";
import { halfDayCancel, sessionMove } from "@passerelle/contracts/sessions";
import { planPublish } from "@passerelle/contracts/publications";
import { myTimetableChangeList, myTimetableChangesMarkSeen } from "@passerelle/contracts/timetable";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainee } from "../../../test/people.ts";
import { aRoom } from "../../../test/resources.ts";
import { hasSeen, publishEdit, sentencesOf, timetableOf } from "../../../test/timetables.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.setNow("2017-05-02T10:00:00Z");
  referent = await app.as("referent");
  plan = await aPlannedCohort(app.ctx);
});
afterAll(() => app.close());

const headers = { "if-match": "*" };
const at = (session: number, index: number): HalfDay => {
  const halfDay = plan.sessions[session]?.halfDays[index];
  if (halfDay === undefined) throw new RangeError(`no half-day ${index} in session ${session}`);
  return halfDay;
};
const first =
  "Votre planning est publié : 9 sessions et 2 jours de certification, du mardi 16 mai 2017 au mardi 6 mars 2018.";

/** A trainee of the plan, who last looked before it was published unless said. */
async function trainee(wish: Parameters<typeof aTrainee>[2] = {}, seenAt = "2017-05-01T08:00:00Z") {
  const enrolled = await aTrainee(app, plan.cohortId, wish);
  await hasSeen(app, enrolled.personId, seenAt);
  return enrolled;
}

const publish = (instant: string, halfDays: Parameters<typeof publishEdit>[2], note?: string) =>
  publishEdit({ app, referent, at: instant, ...(note !== undefined && { note }) }, plan.cohortId, halfDays);

test("the first version is told in one line, in either language, and marks no half-day", async () => {
  const { client } = await trainee();
  const told = await timetableOf(client);
  expect(told).toMatchObject({
    items: [
      {
        cohortId: plan.cohortId,
        cohortName: "Promotion 2017-2018",
        number: 1,
        publishedAt: "2017-05-02T10:00:00.000Z",
        publishedBy: null,
        note: null,
        as: ["trainee"],
        lines: [{ kind: "plan_published", detail: first }],
        isNew: true,
      },
    ],
    nextCursor: null,
    seenAt: "2017-05-01T08:00:00.000Z",
    changedHalfDays: [],
  });
  const english = await timetableOf(client, { headers: { "accept-language": "en" } });
  expect(english.items[0]?.lines[0]?.detail).toMatch(/^Your timetable is published: 9 sessions/);
});

test("a later version is told on top, by whom, with its word and its half-days; nothing of a draft is", async () => {
  const { client } = await trainee({}, "2017-05-03T08:00:00Z");
  const moved = at(2, 0);
  await publish("2017-05-04T09:00:00Z", [{ id: moved.id, day: "2017-07-21" }], "La salle est inondée.");
  await referent(planEdit, {
    params: { cohortId: plan.cohortId },
    body: { halfDays: [{ id: at(3, 0).id, day: "2017-09-22" }] },
    headers,
  });
  const { items, changedHalfDays } = await timetableOf(client);
  expect(items.map(({ number, isNew }) => [number, isNew])).toEqual([
    [2, true],
    [1, false],
  ]);
  expect(items[0]).toMatchObject({
    publishedAt: "2017-05-04T09:00:00.000Z",
    publishedBy: "Camille Exemple",
    note: "La salle est inondée.",
    lines: [
      { kind: "half_days_moved", halfDayIds: [moved.id], detail: expect.stringContaining("vendredi 21 juillet") },
    ],
  });
  const { day, slot, startsAt, endsAt } = moved;
  expect(changedHalfDays).toEqual([
    { halfDayId: moved.id, changes: ["moved"], before: { day, slot, startsAt, endsAt } },
  ]);
});

test("two versions at once are told one after the other, and marked by what has become of the half-days since", async () => {
  const { client } = await trainee({}, "2017-05-03T08:00:00Z");
  const room = await aRoom(app.ctx, { name: "Salle Étang" });
  const [there, back] = [at(2, 0), at(2, 1)];
  await publish("2017-05-04T09:00:00Z", [
    { id: there.id, day: "2017-07-24", slot: "am" },
    { id: back.id, day: "2017-07-24", slot: "pm" },
  ]);
  await publish("2017-05-05T09:00:00Z", [
    { id: there.id, day: "2017-07-21", slot: "am", roomId: room.id },
    { id: back.id, day: back.day, slot: back.slot },
  ]);
  const { items, changedHalfDays } = await timetableOf(client);
  expect(items.filter(({ isNew }) => isNew).map(({ number }) => number)).toEqual([3, 2]);
  expect(items[0]?.lines.map(({ halfDayIds }) => halfDayIds)).toEqual([[back.id], [there.id]]);
  expect(changedHalfDays).toEqual([
    { halfDayId: there.id, changes: ["moved", "room"], before: expect.objectContaining({ day: there.day }) },
  ]);
});

test("a cancelled half-day, what is held instead, and a session that moves are each told and marked", async () => {
  const { client } = await trainee({}, "2017-05-03T08:00:00Z");
  const cancelled = at(1, 0);
  const replacement = { day: "2017-06-30", slot: "pm" as const };
  const params = { halfDayId: cancelled.id };
  await referent(halfDayCancel, { params, body: { reason: "Salle inondée", replacement }, headers });
  const days = ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"];
  await referent(sessionMove, { params: { sessionId: plan.sessions[2]?.id ?? "" }, body: { days }, headers });
  app.setNow("2017-05-04T09:00:00Z");
  await referent(planPublish, { params: { cohortId: plan.cohortId }, body: {}, headers });
  const { items, changedHalfDays } = await timetableOf(client);
  expect(items[0]?.lines.map(({ kind }) => kind).toSorted()).toEqual(["half_days_cancelled", "session_moved"]);
  const changes = new Map(changedHalfDays.map((each) => [each.halfDayId, each]));
  expect(changes.get(cancelled.id)?.changes).toEqual(["cancelled"]);
  expect(changes.get(at(2, 3).id)).toMatchObject({ changes: ["moved"], before: { day: at(2, 3).day } });
  const added = changedHalfDays.filter((each) => each.changes.includes("added"));
  expect(added).toEqual([{ halfDayId: expect.any(String), changes: ["added"], before: null }]);
  expect(changes.size).toBe(2 + (plan.sessions[2]?.halfDays.length ?? 0));
});

test("what a trainee is told follows the blocks they have hours in; the exam is told to all", async () => {
  const exempted = await trainee({}, "2017-05-03T08:00:00Z");
  const vae = await trainee({ route: "vae" }, "2017-05-03T08:00:00Z");
  const halfDay = at(0, 0);
  const where = { enrolmentId: exempted.enrolmentId, block: { code: halfDay.blockCode ?? "" } };
  await app.ctx.db.enrolmentBlock.updateMany({ where, data: { prescribedMinutes: 0 } });
  const full = await trainee({}, "2017-05-03T08:00:00Z");
  const room = await aRoom(app.ctx);
  const exam = plan.examHalfDays[0]?.id ?? "";
  await publish("2017-05-04T09:00:00Z", [{ id: halfDay.id, roomId: room.id }]);
  await publish("2017-05-05T09:00:00Z", [{ id: exam, roomId: room.id }]);
  const numbers = async (client: Client) => (await timetableOf(client)).items.map(({ number }) => number);
  expect([await numbers(full.client), await numbers(exempted.client), await numbers(vae.client)]).toEqual([
    [3, 2, 1],
    [3, 1],
    [3, 1],
  ]);
  expect((await timetableOf(vae.client)).changedHalfDays.map(({ halfDayId }) => halfDayId)).toEqual([exam]);
  expect(await sentencesOf(vae.client)).toEqual([
    [expect.any(String)],
    ["Votre planning est publié : 2 jours de certification, du lundi 5 au mardi 6 mars 2018."],
  ]);
});

test.each(["dropped_out", "excluded", "cancelled", "completed"] as const)(
  "%s, one follows the plan no more",
  async (state) => {
    const { client } = await trainee({ state });
    expect(await timetableOf(client)).toMatchObject({ items: [], changedHalfDays: [] });
  },
);

test("what was published before somebody was enrolled is no change of theirs", async () => {
  await publish("2017-05-04T09:00:00Z", [{ id: at(2, 0).id, day: "2017-07-21" }]);
  const { client, enrolmentId } = await trainee();
  const recordedAt = new Date("2017-05-05T09:00:00Z");
  const told = {
    actorKind: "system",
    entity: "enrolment",
    type: "enrolment.created",
    data: {},
    effectiveOn: recordedAt,
  };
  await app.ctx.db.event.create({ data: { ...told, entityId: enrolmentId, recordedAt } });
  expect(await timetableOf(client)).toMatchObject({ items: [], changedHalfDays: [] });
  await publish("2017-05-06T09:00:00Z", [{ id: at(2, 1).id, day: "2017-07-21" }]);
  const { items, changedHalfDays } = await timetableOf(client);
  expect(items.map(({ number }) => number)).toEqual([3]);
  expect(changedHalfDays.map(({ halfDayId }) => halfDayId)).toEqual([at(2, 1).id]);
});

test("G1: nothing of another cohort is told, nor of another trainee", async () => {
  const { client } = await trainee();
  const other = await aPlannedCohort(app.ctx);
  const own = (await timetableOf(client)).items;
  expect(own.map(({ cohortId }) => cohortId)).toEqual([plan.cohortId]);
  const { client: theirs } = await aTrainee(app, other.cohortId);
  expect((await timetableOf(theirs)).items.map(({ cohortId }) => cohortId)).toEqual([other.cohortId]);
  for (const role of ["admin", "referent", "trainer", "trainee"] as const) {
    expect(await timetableOf(await app.as(role))).toMatchObject({ items: [], changedHalfDays: [] });
  }
});

test("pages follow one another, each version once, also past those that concern somebody else", async () => {
  const vae = await trainee({ route: "vae" });
  const full = await trainee();
  const rooms = [await aRoom(app.ctx), await aRoom(app.ctx)];
  const exam = plan.examHalfDays[0]?.id ?? "";
  for (const [index, id] of [exam, at(0, 0).id, at(0, 1).id, at(0, 2).id, exam].entries()) {
    const roomId = rooms[index === 4 ? 1 : 0]?.id ?? "";
    await publish(`2017-05-0${index + 3}T09:00:00Z`, [{ id, roomId }]);
  }
  const pagesOf = async (client: Client, limit: string) => {
    const pages: number[][] = [];
    for (let cursor: string | null | undefined = undefined; cursor !== null;) {
      const page = await timetableOf(client, { query: { limit, ...(cursor !== undefined && { cursor }) } });
      pages.push(page.items.map(({ number }) => number));
      expect(page.changedHalfDays).toEqual((await timetableOf(client)).changedHalfDays);
      cursor = page.nextCursor;
    }
    return pages;
  };
  for (const place of [{ publishedAt: "0000-01-01T00:00:00Z", id: vae.enrolmentId }, { id: vae.enrolmentId }, "x"]) {
    const cursor = Buffer.from(JSON.stringify(place)).toString("base64url");
    const refused = await vae.client(myTimetableChangeList, { query: { cursor } });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: "query/cursor" }] } });
  }
  expect(await pagesOf(vae.client, "2")).toEqual([[6, 2], [1]]);
  expect(await pagesOf(vae.client, "1")).toEqual([[6], [2], [1]]);
  expect(await pagesOf(full.client, "4")).toEqual([
    [6, 5, 4, 3],
    [2, 1],
  ]);
});

test("what is new stays new until it is said to be seen, and what is published meanwhile stays new after", async () => {
  const { client } = await trainee();
  await publish("2017-05-04T09:00:00Z", [{ id: at(2, 0).id, day: "2017-07-21" }]);
  const shown = await timetableOf(client);
  expect((await timetableOf(client)).items).toEqual(shown.items);
  await publish("2017-05-05T09:00:00Z", [{ id: at(2, 1).id, day: "2017-07-21" }]);
  const upTo = shown.items[0]?.publishedAt;
  const seen = await client(myTimetableChangesMarkSeen, { body: { upTo } });
  expect(seen).toMatchObject({ status: 200, body: { seenAt: "2017-05-04T09:00:00.000Z" } });
  const after = await timetableOf(client);
  expect(after.items.map(({ isNew }) => isNew)).toEqual([true, false, false]);
  expect(after.changedHalfDays.map(({ halfDayId }) => halfDayId)).toEqual([at(2, 1).id]);
});

test("having seen moves forward only, never past now, and saying it twice changes nothing", async () => {
  const { client } = await trainee({}, "2017-05-02T08:00:00Z");
  const say = (upTo: string) => client(myTimetableChangesMarkSeen, { body: { upTo } });
  expect((await say("2017-05-02T09:00:00.000Z")).body).toEqual({ seenAt: "2017-05-02T09:00:00.000Z" });
  expect((await say("2017-05-02T09:00:00.000Z")).body).toEqual({ seenAt: "2017-05-02T09:00:00.000Z" });
  expect((await say("2017-05-01T09:00:00.000Z")).body).toEqual({ seenAt: "2017-05-02T09:00:00.000Z" });
  expect((await say("0000-01-01T00:00:00.000Z")).body).toEqual({ seenAt: "2017-05-02T09:00:00.000Z" });
  expect((await say("2017-05-02T10:00:00.000Z")).body).toEqual({ seenAt: "2017-05-02T10:00:00.000Z" });
  expect(await say("2017-05-02T10:00:00.001Z")).toMatchObject({
    status: 400,
    body: {
      code: "request_invalid",
      errors: [{ pointer: "/upTo", code: "in_future", detail: expect.stringMatching(/^Cet instant est à venir\./) }],
    },
  });
  expect(await say("hier")).toMatchObject({ status: 400, body: { errors: [{ pointer: "/upTo" }] } });
  expect((await timetableOf(client)).seenAt).toBe("2017-05-02T10:00:00.000Z");
});

test("what somebody has seen is theirs alone", async () => {
  const [one, other] = [await trainee(), await trainee()];
  await one.client(myTimetableChangesMarkSeen, { body: { upTo: "2017-05-02T10:00:00.000Z" } });
  expect((await timetableOf(one.client)).items[0]?.isNew).toBe(false);
  expect((await timetableOf(other.client)).items[0]?.isNew).toBe(true);
});
