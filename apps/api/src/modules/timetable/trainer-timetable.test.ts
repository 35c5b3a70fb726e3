import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { hasSeen, publishEdit, sentencesOf, timetableOf } from "../../../test/timetables.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
let mine: HalfDay[];
let camille: Client;
let camilleId: string;
let sacha: Client;
let sachaId: string;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.setNow("2017-05-02T10:00:00Z");
  referent = await app.as("referent");
  plan = await aPlannedCohort(app.ctx);
  mine = plan.sessions[2]?.halfDays.slice(0, 2) ?? [];
  [[camille, camilleId], [sacha, sachaId]] = [await aTeacher(), await aTeacher()];
  await publish("2017-05-03T09:00:00Z", giveTo(camilleId));
});
afterAll(() => app.close());

const ids = () => mine.map(({ id }) => id);
const giveTo = (trainerId: string | null) => mine.map(({ id }) => ({ id, trainerId }));
const publish = (at: string, halfDays: Parameters<typeof publishEdit>[2], cohortId = plan.cohortId) =>
  publishEdit({ app, referent, at }, cohortId, halfDays);

/** Somebody who teaches and signs in, and who looked last before anything was published. */
async function aTeacher(...roles: ("trainee" | "referent")[]): Promise<[Client, string]> {
  const { userId, email } = await anAccount(app, "trainer", ...roles);
  const { id, personId } = await aTrainer(app.ctx, { userId });
  await hasSeen(app, personId, "2017-05-01T08:00:00Z");
  return [await signedIn(app, email), id];
}

test("a trainer is told of the half-days that come to them and of nobody else's", async () => {
  const { items, changedHalfDays } = await timetableOf(camille);
  expect(items).toMatchObject([
    { number: 2, as: ["trainer"], publishedBy: "Camille Exemple", lines: [{ kind: "half_days_gained" }], isNew: true },
  ]);
  expect(items[0]?.lines[0]?.halfDayIds.toSorted()).toEqual(ids().toSorted());
  // Not when it was a colleague's: to them it was nowhere.
  expect(changedHalfDays).toEqual(ids().map((halfDayId) => ({ halfDayId, changes: ["added"], before: null })));
  expect(await timetableOf(sacha)).toMatchObject({ items: [], changedHalfDays: [] });
});

test("half-days that go to a colleague are told to both; they leave the timetable of the one, whose marks say nothing", async () => {
  await publish("2017-05-04T09:00:00Z", giveTo(sachaId));
  const [lost, gained] = [await timetableOf(camille), await timetableOf(sacha)];
  expect(lost.items.map(({ number, lines }) => [number, lines.map(({ kind }) => kind)])).toEqual([
    [3, ["half_days_lost"]],
    [2, ["half_days_gained"]],
  ]);
  expect(lost.changedHalfDays).toEqual([]);
  expect(gained.items.map(({ number, lines }) => [number, lines.map(({ kind }) => kind)])).toEqual([
    [3, ["half_days_gained"]],
  ]);
  expect(gained.changedHalfDays.map(({ halfDayId }) => halfDayId).toSorted()).toEqual(ids().toSorted());
});

test("what is theirs and moves, or is held elsewhere, is marked with when it was", async () => {
  await hasSeen(app, await personOf(camilleId), "2017-05-03T09:00:00Z");
  const room = await aRoom(app.ctx, { name: "Salle Étang" });
  const [moved, elsewhere] = ids();
  await publish("2017-05-04T09:00:00Z", [{ id: moved ?? "", day: "2017-07-21" }]);
  await publish("2017-05-05T09:00:00Z", [{ id: elsewhere ?? "", roomId: room.id }]);
  const { changedHalfDays } = await timetableOf(camille);
  expect(changedHalfDays).toEqual(
    mine.map(({ id, day, slot, startsAt, endsAt }, index) => ({
      halfDayId: id,
      changes: [index === 0 ? "moved" : "room"],
      before: { day, slot, startsAt, endsAt },
    })),
  );
  expect(await timetableOf(sacha)).toMatchObject({ items: [], changedHalfDays: [] });
});

test("all cohorts are told together, the latest version first", async () => {
  const other = await aPlannedCohort(app.ctx);
  const theirs = other.sessions[5]?.halfDays[0]?.id ?? "";
  await publish("2017-05-04T09:00:00Z", [{ id: theirs, trainerId: camilleId }], other.cohortId);
  await publish("2017-05-05T09:00:00Z", [{ id: ids()[0] ?? "", day: "2017-07-21" }]);
  const { items } = await timetableOf(camille);
  expect(items.map(({ cohortId, number }) => [cohortId, number])).toEqual([
    [plan.cohortId, 3],
    [other.cohortId, 2],
    [plan.cohortId, 2],
  ]);
});

test("a half-day that is given to somebody and taken away again since they looked is told, and not marked", async () => {
  await publish("2017-05-04T09:00:00Z", giveTo(null));
  expect((await sentencesOf(camille)).length).toBe(2);
  expect((await timetableOf(camille)).changedHalfDays).toEqual([]);
});

test("who is trainee of one cohort and teaches another is told as both", async () => {
  const [both, bothId] = await aTeacher("trainee");
  const other = await aPlannedCohort(app.ctx);
  await anEnrolment(app.ctx, other.cohortId, { personId: await personOf(bothId) });
  await publish("2017-05-04T09:00:00Z", giveTo(bothId));
  const { items } = await timetableOf(both);
  expect(items.map(({ cohortId, as }) => [cohortId, as])).toEqual([
    [plan.cohortId, ["trainer"]],
    [other.cohortId, ["trainee"]],
  ]);
});

test("what was published before somebody had an account is not new to them, what is published after is", async () => {
  app.setNow("2017-05-04T09:00:00Z");
  const { userId, email } = await anAccount(app, "trainer");
  await app.ctx.db.trainer.update({
    where: { id: camilleId },
    data: {
      person: { connect: { id: (await app.ctx.db.user.findUniqueOrThrow({ where: { id: userId } })).personId } },
    },
  });
  await publish("2017-05-05T09:00:00Z", [{ id: ids()[0] ?? "", day: "2017-07-21" }]);
  const { items } = await timetableOf(await signedIn(app, email));
  expect(items.map(({ number, isNew }) => [number, isNew])).toEqual([
    [3, true],
    [2, false],
  ]);
});

test("who teaches and no longer has the role is told nothing", async () => {
  const personId = await personOf(camilleId);
  await app.ctx.db.user.update({ where: { personId }, data: { roles: ["trainee"] } });
  expect(await timetableOf(camille)).toMatchObject({ items: [], changedHalfDays: [] });
  await app.ctx.db.user.update({ where: { personId }, data: { roles: ["referent"] } });
  expect((await timetableOf(camille)).items).toHaveLength(1);
});

async function personOf(trainerId: string): Promise<string> {
  const { personId } = await app.ctx.db.trainer.findUniqueOrThrow({ where: { id: trainerId } });
  return personId;
}
