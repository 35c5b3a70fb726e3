import { planEdit, planEditCheck, planUndo } from "@passerelle/contracts/plan-edits";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { halfDayCancel } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftedPlan, halfDayAt, published } from "../../../test/drafts.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { editCheckFacts, factsOfEdit } from "./edit-check.queries.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
});
afterAll(() => app.close());

const nobody = "01890a5d-ac96-774b-bcce-b302099a8057";

const at = (session: number, index: number, of = plan) => halfDayAt(of, session, index);

function check(halfDays: object[], more: object = {}, cohortId = plan.cohortId): Promise<Answer> {
  return referent(planEditCheck, { params: { cohortId }, body: { halfDays, ...more } });
}

function edit(halfDays: object[], { cohortId } = plan): Promise<Answer> {
  return referent(planEdit, { params: { cohortId }, body: { halfDays }, headers: { "if-match": "*" } });
}

const codes = (findings: { code: string }[]) => findings.map(({ code }) => code);

test("a free place is good, and nothing is drafted", async () => {
  const answer = await check([{ id: at(0, 0).id, day: "2017-05-22" }]);
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.body).toEqual({ verdict: "good", faults: [], conflicts: [], warnings: [] });
  const { planVersion, draft } = await draftedPlan(referent, plan.cohortId);
  expect({ planVersion, draft }).toEqual({ planVersion: plan.planVersion, draft: { changes: [] } });
});

test("what the edit would be refused for is bad, in the same words", async () => {
  const edits = [
    { id: at(0, 0).id, day: "2017-07-14" },
    { id: at(0, 1).id, day: "2017-07-14" },
    { id: at(0, 2).id, trainerId: nobody },
  ];
  const answer = await check(edits);
  expect(answer.body.verdict).toBe("bad");
  expect(answer.body.faults).toMatchObject([
    { code: "unknown_trainer" },
    { code: "day_on_public_holiday", detail: "Vendredi 14 juillet 2017 est férié (fête nationale)." },
  ]);
  const params = { cohortId: plan.cohortId };
  const real = await referent(planEdit, { params, body: { halfDays: edits }, headers: { "if-match": "*" } });
  expect([...new Set(codes(real.body.errors))]).toEqual(codes(answer.body.faults));
  const overrideReason = "Journée portes ouvertes";
  expect((await check(edits.slice(0, 2), { overrideReason })).body.verdict).toBe("good");
});

test("a clash is bad, and names who is in the way as the edit would", async () => {
  const other = await aPlannedCohort(app.ctx);
  const [trainer, room] = [await aTrainer(app.ctx), await aRoom(app.ctx, { name: "Garrigue" })];
  const headers = { "if-match": "*" };
  const taken = { halfDays: [{ id: at(0, 0, other).id, trainerId: trainer.id, roomId: room.id }] };
  await referent(planEdit, { params: { cohortId: other.cohortId }, body: taken, headers });
  await published(referent, other.cohortId);
  const halfDays = [{ id: at(0, 0).id, trainerId: trainer.id, roomId: room.id }];
  const answer = await check(halfDays);
  expect(answer.body).toMatchObject({ verdict: "bad", faults: [] });
  const real = await referent(planEdit, { params: { cohortId: plan.cohortId }, body: { halfDays }, headers });
  expect(real.status).toBe(409);
  expect(answer.body.conflicts).toEqual(real.body.facts.conflicts);
  const own = await check([{ id: at(0, 0).id, slot: "pm" }]);
  expect(own.body.conflicts).toMatchObject([{ kind: "cohort", other: { id: at(0, 1).id } }]);
  const swap = [
    { id: at(0, 0).id, slot: "pm" },
    { id: at(0, 1).id, slot: "am" },
  ];
  expect((await check(swap)).body.verdict).toBe("good");
});

test("a trainer or a room that is not to be had is a warning, with why", async () => {
  const [trainer, room] = [await aTrainer(app.ctx), await aRoom(app.ctx, { name: "Garrigue" })];
  const { prisma } = app.database;
  const from = new Date("2017-05-01");
  const away = {
    from,
    to: new Date("2017-06-30"),
    weekdays: [2],
    everyWeeks: 2,
    slot: "am",
    reason: "Formation",
  } as const;
  await prisma.unavailability.create({ data: { ...away, trainerId: trainer.id, weekdays: [...away.weekdays] } });
  await prisma.room.update({ where: { id: room.id }, data: { retiredOn: new Date("2017-05-16") } });
  const given = { trainerId: trainer.id, roomId: room.id };
  const answer = await check([{ id: at(0, 0).id, ...given }]);
  expect(answer.body).toMatchObject({ verdict: "warn", faults: [], conflicts: [] });
  expect(answer.body.warnings.map(({ detail }: { detail: string }) => detail)).toEqual([
    "Mardi 16 mai 2017, matin : Dominique Exemple n’est pas disponible (Formation).",
    "Mardi 16 mai 2017, matin : la salle Garrigue n’est pas disponible.",
  ]);
  expect(codes((await check([{ id: at(0, 1).id, ...given }])).body.warnings)).toEqual(["room_unavailable"]);
  const nextWeek = [{ id: at(0, 0).id, day: "2017-05-23", trainerId: trainer.id }];
  expect((await check(nextWeek)).body.verdict).toBe("good");
});

test("the trainer and the room a half-day has already count, where the edit says nothing of them", async () => {
  const trainer = await aTrainer(app.ctx);
  const { prisma } = app.database;
  await prisma.halfDay.update({ where: { id: at(0, 0).id }, data: { trainerId: trainer.id } });
  const day = new Date("2017-05-22");
  await prisma.unavailability.create({ data: { trainerId: trainer.id, from: day, to: day, everyWeeks: 1 } });
  const answer = await check([{ id: at(0, 0).id, day: "2017-05-22" }]);
  expect(codes(answer.body.warnings)).toEqual(["trainer_unavailable"]);
});

test("what is checked is the draft: a place left in it is free, one taken in it is not, one cancelled in it is closed", async () => {
  await edit([{ id: at(0, 0).id, day: "2017-05-22" }]);
  expect((await check([{ id: at(0, 1).id, slot: "am" }])).body.verdict).toBe("good");
  const taken = await check([{ id: at(0, 1).id, day: "2017-05-22", slot: "am" }]);
  expect(taken.body.conflicts).toMatchObject([{ kind: "cohort", other: { id: at(0, 0).id } }]);
  const cancelled = { params: { halfDayId: at(0, 2).id }, body: { reason: "Tempête" }, headers: { "if-match": "*" } };
  await referent(halfDayCancel, cancelled);
  const closed = await check([{ id: at(0, 2).id, slot: "pm" }]);
  expect(codes(closed.body.faults)).toEqual(["no_longer_planned"]);
});

test("the trainer whom only the draft gives counts, and so does what another cohort published, not what it drafts", async () => {
  const [trainer, other] = [await aTrainer(app.ctx), await aPlannedCohort(app.ctx)];
  const day = new Date("2017-05-22");
  const { prisma } = app.database;
  await prisma.unavailability.create({ data: { trainerId: trainer.id, from: day, to: day, everyWeeks: 1 } });
  await edit([{ id: at(0, 0).id, trainerId: trainer.id }]);
  await edit([{ id: at(0, 1, other).id, trainerId: trainer.id }], other);
  const away = await check([{ id: at(0, 0).id, day: "2017-05-22" }]);
  expect(codes(away.body.warnings)).toEqual(["trainer_unavailable"]);
  const beside = [{ id: at(0, 1).id, trainerId: trainer.id }];
  expect((await check(beside)).body.verdict).toBe("good");
  await published(referent, other.cohortId);
  expect((await check(beside)).body.conflicts).toMatchObject([
    { kind: "trainer", other: { cohortId: other.cohortId } },
  ]);
});

test("a half-day that exists only in the draft is checked like any other, and no longer once it was undone", async () => {
  const body = { reason: "Tempête", replacement: { day: "2017-05-22", slot: "am" } };
  const headers = { "if-match": "*" };
  const drafted = await referent(halfDayCancel, { params: { halfDayId: at(0, 0).id }, body, headers });
  const halfDays: HalfDay[] = drafted.body.sessions[0].halfDays;
  const instead = [{ id: halfDays.find(({ replacesId }) => replacesId === at(0, 0).id)?.id, slot: "pm" }];
  expect((await check(instead)).body.verdict).toBe("good");
  await referent(planUndo, { params: { cohortId: plan.cohortId }, headers });
  expect(codes((await check(instead)).body.faults)).toEqual(["unknown_half_day"]);
});

test("a room too small, somebody who does not teach the block, a weekend and the time after the edition warn", async () => {
  const trainer = await aTrainer(app.ctx, { blockCodes: ["CCP2"] });
  const room = await aRoom(app.ctx, { name: "Étang", capacity: 8 });
  const answer = await check([{ id: at(0, 0).id, day: "2017-05-20", trainerId: trainer.id, roomId: room.id }]);
  expect(answer.body.verdict).toBe("warn");
  expect(codes(answer.body.warnings)).toEqual(["trainer_does_not_teach", "room_too_small", "weekend_day"]);
  expect(answer.body.warnings[0].detail).toBe("Samedi 20 mai 2017, matin : Dominique Exemple n’enseigne pas CCP1.");
  expect(answer.body.warnings[1].detail).toBe(
    "Samedi 20 mai 2017, matin : la salle Étang a 8 places pour une promotion de 12.",
  );
  const late = await check([{ id: at(8, 0).id, day: "2022-06-01" }]);
  expect(codes(late.body.warnings)).toEqual(["after_title", "outside_cohort"]);
});

test("one that is not of the plan, or no longer planned, is bad", async () => {
  await app.database.prisma.halfDay.update({ where: { id: at(0, 1).id }, data: { state: "held" } });
  const answer = await check([{ id: nobody }, { id: at(0, 1).id, slot: "am" }]);
  expect(answer.body).toMatchObject({ verdict: "bad" });
  expect(codes(answer.body.faults)).toEqual(["unknown_half_day", "no_longer_planned"]);
});

test("nothing of a cancelled cohort is checked, and no cohort is nobody’s", async () => {
  const where = { id: plan.cohortId };
  await app.database.prisma.cohort.update({ where, data: { cancelledReason: "Faute de monde" } });
  const halfDays = [{ id: at(0, 0).id }];
  expect(await check(halfDays)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  expect((await check(halfDays, {}, nobody)).status).toBe(404);
});

test("the statement answers what its facts say", async () => {
  const trainer = await aTrainer(app.ctx);
  const room = await aRoom(app.ctx);
  await app.database.prisma.closure.create({
    data: { from: new Date("2031-08-01"), to: new Date("2031-08-31"), label: "Été" },
  });
  const unavailability = { trainerId: trainer.id, from: new Date("2017-05-01"), weekdays: [2], slot: "am" } as const;
  await app.database.prisma.unavailability.create({ data: { ...unavailability, weekdays: [2] } });
  const asked = [{ id: at(0, 0).id, trainerId: trainer.id, roomId: room.id }];
  const facts = await factsOfEdit(app.ctx, plan.cohortId, asked);
  expect(editCheckFacts.parse(facts)).toMatchObject({ trainers: [{ unavailabilities: [{ to: null }] }] });
});

test("codes that no database holds are refused as what they are, and an identifier may be in capitals", async () => {
  const { id } = at(0, 0);
  for (const blockCode of ["\u0000", "\ud800"]) {
    const { status, body } = await check([{ id, blockCode }]);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, "/halfDays/0/blockCode"]);
  }
  expect((await check([{ id: id.toUpperCase(), day: "2017-05-22" }])).body.verdict).toBe("good");
  expect((await edit([{ id: id.toUpperCase(), day: "2017-05-22" }])).status).toBe(200);
});
