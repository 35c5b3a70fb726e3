import { planEdit, planUndo } from "@passerelle/contracts/plan-edits";
import type { Plan } from "@passerelle/contracts/plans";
import { halfDayCancel } from "@passerelle/contracts/sessions";
import { repairList, type BrokenHalfDay } from "@passerelle/contracts/repairs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { toColumn } from "../../core/civil-day.ts";

let app: TestApp;
let referent: Client;
beforeEach(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterEach(() => app.close());

const tuesday = { from: "2017-06-13", to: "2017-06-13" };

/** The page's own cohort, taught by Camille in the same room all year. */
async function aStaffedCohort(): Promise<Plan & { trainerId: string; roomId: string }> {
  const plan = await aPlannedCohort(app.ctx);
  const { id: trainerId } = await aTrainer(app.ctx, { givenName: "Camille" });
  const { id: roomId } = await aRoom(app.ctx, { name: "Garrigue" });
  await app.ctx.db.halfDay.updateMany({ where: { cohortId: plan.cohortId, kind: "teaching" }, data: { trainerId } });
  await app.ctx.db.halfDay.updateMany({ where: { cohortId: plan.cohortId }, data: { roomId } });
  return { ...plan, trainerId, roomId };
}

/** Somebody else teaches on Thursday of that week. */
async function thursdayIsOf(cohortId: string, givenName: string): Promise<void> {
  const { id: trainerId } = await aTrainer(app.ctx, { givenName });
  await app.ctx.db.halfDay.updateMany({ where: { cohortId, day: toColumn("2017-06-15") }, data: { trainerId } });
}

async function repairs(query: Record<string, string>): Promise<BrokenHalfDay[]> {
  const { status, body } = await referent(repairList, { query });
  expect(status).toBe(200);
  return body.items;
}

test("“Camille is away on Tuesday”: each half-day has replacements and moves, ranked, with what each costs", async () => {
  const { trainerId, cohortId } = await aStaffedCohort();
  await thursdayIsOf(cohortId, "Noa");
  const items = await repairs({ ...tuesday, trainerId });
  expect(items.map(({ halfDay: { day, slot } }) => `${day} ${slot}`)).toEqual(["2017-06-13 am", "2017-06-13 pm"]);
  expect(items[0]?.problems).toEqual([{ code: "trainer_unavailable", detail: "Camille Exemple n’est pas là." }]);
  const [first, ...others] = items[0]?.repairs ?? [];
  expect(first).toMatchObject({
    kind: "trainer",
    detail: "Noa Exemple enseigne à sa place",
    costs: ["3 demi-journées pour Noa Exemple cette semaine-là"],
  });
  expect(others.map(({ kind }) => kind)).toEqual(["swap", "swap", "move", "move"]);
  expect(others.every(({ costs }) => costs.length > 0)).toBe(true);
});

test("every repair proposed is accepted by an edit of the plan, and leaves nothing to repair there", async () => {
  const { trainerId, cohortId } = await aStaffedCohort();
  await thursdayIsOf(cohortId, "Noa");
  await app.ctx.db.unavailability.create({
    data: { trainerId, from: toColumn(tuesday.from), to: toColumn(tuesday.to), weekdays: [] },
  });
  const [broken] = await repairs({ ...tuesday, cohortId });
  expect(broken?.repairs.length).toBeGreaterThan(3);
  for (const { edit, detail } of broken?.repairs ?? []) {
    const version = (await app.ctx.db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).version;
    const { status } = await referent(planEdit, {
      params: { cohortId },
      body: { halfDays: edit },
      headers: { "if-match": `"${version}"` },
    });
    expect([detail, status]).toEqual([detail, 200]);
    const halfDayId = broken?.halfDay.id ?? "";
    const left = await repairs({ from: "2017-05-20", to: "2017-08-15", halfDayId });
    expect([detail, left]).toEqual([detail, []]);
    const undone = await referent(planUndo, { params: { cohortId }, headers: { "if-match": `"${version + 1}"` } });
    expect([detail, undone.status]).toEqual([detail, 200]);
  }
});

test("what a draft repairs is no longer listed, nor what it cancels, until it is undone", async () => {
  const { trainerId, cohortId } = await aStaffedCohort();
  await thursdayIsOf(cohortId, "Noa");
  const away = { from: toColumn(tuesday.from), to: toColumn(tuesday.to), weekdays: [] };
  await app.ctx.db.unavailability.create({ data: { trainerId, ...away } });
  const [morning, afternoon] = await repairs({ ...tuesday, cohortId });
  const headers = { "if-match": "*" };
  const body = { halfDays: morning?.repairs[0]?.edit };
  expect((await referent(planEdit, { params: { cohortId }, body, headers })).status).toBe(200);
  expect(await repairs({ ...tuesday, cohortId })).toMatchObject([{ halfDay: { id: afternoon?.halfDay.id } }]);
  const params = { halfDayId: afternoon?.halfDay.id ?? "" };
  await referent(halfDayCancel, { params, body: { reason: "Tempête" }, headers });
  expect(await repairs({ ...tuesday, cohortId })).toEqual([]);
  for (const left of [1, 2]) {
    await referent(planUndo, { params: { cohortId }, headers });
    expect(await repairs({ ...tuesday, cohortId })).toHaveLength(left);
  }
});

test("what a draft alone breaks is listed with what it becomes, and what it moves there from elsewhere", async () => {
  const { cohortId, trainerId } = await aStaffedCohort();
  const { id: away } = await aTrainer(app.ctx, { givenName: "Noa" });
  const week = { from: toColumn("2017-06-12"), to: toColumn("2017-06-16"), weekdays: [] };
  await app.ctx.db.unavailability.create({ data: { trainerId: away, ...week } });
  const [morning] = await repairs({ ...tuesday, trainerId });
  expect(await repairs({ ...tuesday, cohortId })).toEqual([]);
  const free = { day: "2017-06-12", slot: "am" }; // a Monday without half-days
  const halfDays = [{ id: morning?.halfDay.id, trainerId: away, ...free }];
  const headers = { "if-match": "*" };
  expect((await referent(planEdit, { params: { cohortId }, body: { halfDays }, headers })).status).toBe(200);
  const monday = { from: free.day, to: free.day };
  expect(await repairs(monday)).toMatchObject([
    { halfDay: { id: morning?.halfDay.id, ...free }, problems: [{ code: "trainer_unavailable" }] },
  ]);
  expect(await repairs({ ...monday, trainerId: away })).toHaveLength(1);
  expect(await repairs({ ...monday, trainerId })).toEqual([]);
  await referent(planUndo, { params: { cohortId }, headers });
  expect(await repairs(monday)).toEqual([]);
});

test("a repair goes where the draft leaves room, not where another half-day was moved to", async () => {
  const { trainerId, cohortId } = await aStaffedCohort();
  const [broken, next] = await repairs({ ...tuesday, trainerId });
  const moved = broken?.repairs.find(({ kind }) => kind === "move");
  if (moved === undefined || next === undefined) throw new Error("no move is proposed");
  const place = { day: moved.day, slot: moved.slot };
  const body = { halfDays: [{ id: next.halfDay.id, ...place }] };
  expect((await referent(planEdit, { params: { cohortId }, body, headers: { "if-match": "*" } })).status).toBe(200);
  const [again] = await repairs({ ...tuesday, trainerId });
  const places = again?.repairs.filter(({ kind }) => kind === "move").map(({ day, slot }) => ({ day, slot }));
  expect(places).not.toEqual([]);
  expect(places).not.toContainEqual(place);
});

test("without an absence asked for, only what is broken is listed: away, gone, missing; never what has passed", async () => {
  const { cohortId, roomId } = await aStaffedCohort();
  expect(await repairs({ from: "2017-06-01", to: "2017-06-30", cohortId })).toEqual([]);
  await app.ctx.db.room.update({ where: { id: roomId }, data: { retiredOn: toColumn("2017-06-15") } });
  const broken = await repairs({ from: "2017-06-01", to: "2017-06-30", cohortId });
  expect(broken.map(({ halfDay: { day }, problems: [problem] }) => [day, problem?.code])).toEqual(
    ["2017-06-15", "2017-06-15", "2017-06-16", "2017-06-16"].map((day) => [day, "room_unavailable"]),
  );
  app.setNow("2017-06-16T10:00:00Z");
  expect(await repairs({ from: "2017-06-01", to: "2017-06-30", cohortId })).toHaveLength(2);
});

test("a trainer whom another cohort has then is not proposed (T1)", async () => {
  const { trainerId } = await aStaffedCohort();
  const noa = await aTrainer(app.ctx, { givenName: "Noa" });
  const other = await aPlannedCohort(app.ctx);
  const there = { cohortId: other.cohortId, day: toColumn(tuesday.from), slot: "am" as const };
  await app.ctx.db.halfDay.updateMany({ where: there, data: { trainerId: noa.id } });
  const kinds = (await repairs({ ...tuesday, trainerId })).map((item) => item.repairs.map(({ kind }) => kind)[0]);
  expect(kinds).toEqual(["move", "trainer"]);
});

test("days in the wrong order, or over three months, are refused with the latest day", async () => {
  for (const to of ["2017-06-12", "2017-09-14"]) {
    const { status, body } = await referent(repairList, { query: { from: "2017-06-13", to } });
    expect(status).toBe(400);
    expect(body.errors[0]).toMatchObject({ pointer: "query/to", facts: { latest: "2017-09-13" } });
  }
});

test("fifty half-days at most are answered, and it says there are more", async () => {
  for (let cohort = 0; cohort < 3; cohort++) await aPlannedCohort(app.ctx);
  const { body } = await referent(repairList, { query: { from: "2017-05-16", to: "2017-08-16" } });
  expect(body.items).toHaveLength(50);
  expect(body.more).toBe(true);
});

test("a room lost to all its cohorts: each half-day in it is listed, with the rooms that are free, seats told", async () => {
  const { roomId, cohortId } = await aStaffedCohort();
  const other = await aPlannedCohort(app.ctx);
  await aRoom(app.ctx, { name: "Salle Étang", capacity: 10 });
  const there = { cohortId: other.cohortId, day: toColumn("2017-06-14") };
  await app.ctx.db.halfDay.updateMany({ where: { cohortId, day: there.day }, data: { roomId: null, remote: true } });
  await app.ctx.db.halfDay.updateMany({ where: there, data: { roomId } });
  const items = await repairs({ from: "2017-06-13", to: "2017-06-14", roomId });
  expect(items.map(({ halfDay }) => [halfDay.cohortId, halfDay.day])).toEqual([
    [cohortId, "2017-06-13"],
    [cohortId, "2017-06-13"],
    [other.cohortId, "2017-06-14"],
    [other.cohortId, "2017-06-14"],
  ]);
  for (const { problems, repairs: ways } of items) {
    expect(problems).toContainEqual({ code: "room_unavailable", detail: "La salle Garrigue n’est pas disponible." });
    expect(ways).toContainEqual(
      expect.objectContaining({ kind: "room", detail: "Salle Étang, libre", costs: ["il y manque 2 places"] }),
    );
  }
});

test("another trainer in another room says which, in the caller's language", async () => {
  const { trainerId, roomId, cohortId } = await aStaffedCohort();
  await thursdayIsOf(cohortId, "Noa");
  await aRoom(app.ctx, { name: "Salle Étang" });
  const away = { from: toColumn(tuesday.from), to: toColumn(tuesday.to), weekdays: [] };
  await app.ctx.db.unavailability.createMany({
    data: [
      { trainerId, ...away },
      { roomId, ...away },
    ],
  });
  const headers = { "accept-language": "en" };
  const { body } = await referent(repairList, { query: { ...tuesday, cohortId }, headers });
  expect(body.items[0].problems.map(({ detail }: { detail: string }) => detail)).toEqual([
    "Camille Exemple is away.",
    "Room Garrigue is not available.",
  ]);
  expect(body.items[0].repairs[0]).toMatchObject({
    detail: "Noa Exemple teaches instead, room Étang",
    costs: ["3 half-days for Noa Exemple that week"],
  });
});

test("a cancelled cohort has nothing to repair", async () => {
  const { cohortId } = await aPlannedCohort(app.ctx);
  expect((await repairs({ ...tuesday, cohortId })).length).toBeGreaterThan(0);
  await app.ctx.db.cohort.update({ where: { id: cohortId }, data: { cancelledReason: "Faute de monde" } });
  expect(await repairs({ ...tuesday, cohortId })).toEqual([]);
});
