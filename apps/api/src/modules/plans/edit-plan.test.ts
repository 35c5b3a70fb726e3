import { closureCreate, closureDelete } from "@passerelle/contracts/closures";
import { planEdit } from "@passerelle/contracts/plan-edits";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { halfDayMove, sessionMove } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftedPlan, halfDayAt, halfDayIn as found, published } from "../../../test/drafts.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";

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

const at = (session: number, index: number) => halfDayAt(plan, session, index);
const drafted = () => draftedPlan(referent, plan.cohortId);

function edit(halfDays: object[], more: object = {}, version: number | "*" = "*"): Promise<Answer> {
  const headers = { "if-match": version === "*" ? "*" : `"${version}"` };
  return referent(planEdit, { params: { cohortId: plan.cohortId }, body: { halfDays, ...more }, headers });
}

test("a half-day is given a trainer, a room, a block and competencies, and the proof counts them", async () => {
  const [trainer, room] = [await aTrainer(app.ctx), await aRoom(app.ctx, { name: "Garrigue" })];
  const one = at(0, 0);
  const given = { id: one.id, trainerId: trainer.id, roomId: room.id, blockCode: "CCP2" };
  const { code = "", plannedHalfDays = 0 } = (await drafted()).proof.blocks[1]?.competencies[0] ?? {};
  const answer = await edit([{ ...given, competencyCodes: [code] }], {}, plan.planVersion);
  expect(answer.status).toBe(200);
  expect(answer.body.planVersion).toBe(plan.planVersion + 1);
  expect(found(answer.body, one.id)).toMatchObject({
    blockCode: "CCP2",
    competencies: [{ code }],
    trainer: { id: trainer.id, name: "Dominique Exemple" },
    room: { id: room.id, name: "Garrigue" },
  });
  expect(answer.body.proof.blocks[1].competencies[0]).toMatchObject({
    code,
    plannedHalfDays: plannedHalfDays + 1,
    plannedMinutes: (plannedHalfDays + 1) * 210,
  });
  expect(answer.body.proof.blocks[0].differenceMinutes).toBe(-210);
});

test("two half-days change places in one edit, which neither could alone", async () => {
  const [one, other] = [at(0, 0), at(1, 3)];
  const places = ({ day, slot }: HalfDay) => ({ day, slot });
  expect(await edit([{ id: one.id, ...places(other) }])).toMatchObject({ status: 409 });
  const answer = await edit([
    { id: one.id, ...places(other) },
    { id: other.id, ...places(one) },
  ]);
  expect(answer.status).toBe(200);
  expect(found(answer.body, one.id)).toMatchObject(places(other));
  expect(found(answer.body, other.id)).toMatchObject(places(one));
  expect(found(answer.body, one.id)?.sessionId).toBe(one.sessionId);
});

test("two half-days edited to one place are in each other's way", async () => {
  const place = { day: "2017-06-26", slot: "am" };
  const answer = await edit([
    { id: at(0, 0).id, ...place },
    { id: at(0, 1).id, ...place },
  ]);
  expect(answer).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(answer.body.facts.conflicts).toMatchObject([
    { halfDayId: at(0, 1).id, kind: "cohort", ...place, other: { id: at(0, 0).id, startsAt: "2017-06-26T09:00" } },
  ]);
  expect(answer.body.errors).toMatchObject([{ pointer: "/halfDays/1/day", code: "cohort_taken" }]);
});

test("all or nothing: one fault and nothing is drafted, each fault at its place", async () => {
  const before = await drafted();
  const answer = await edit([
    { id: at(0, 0).id, day: "2017-05-22" },
    { id: at(0, 1).id, day: "2017-07-14" },
    { id: at(0, 2).id, blockCode: "CCP9" },
    { id: at(0, 3).id, trainerId: nobody, roomId: nobody },
    { id: at(0, 4).id, remote: true, roomId: (await aRoom(app.ctx)).id },
    { id: at(0, 5).id, competencyCodes: ["ZZ"] },
    { id: at(0, 6).id, day: "2017-05-15" },
  ]);
  expect(answer).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  const faults = answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
  expect(faults.toSorted((a: string, b: string) => a.localeCompare(b))).toEqual([
    "/halfDays/1/day day_on_public_holiday",
    "/halfDays/2/blockCode unknown_block",
    "/halfDays/3/roomId unknown_room",
    "/halfDays/3/trainerId unknown_trainer",
    "/halfDays/4/roomId remote_with_room",
    "/halfDays/5/competencyCodes unknown_competency",
    "/halfDays/6/day day_outside_title",
  ]);
  expect(await drafted()).toEqual(before);
});

test("a half-day of no plan, of another, or given twice is refused where it is named", async () => {
  const other = await aPlannedCohort(app.ctx);
  const foreign = other.sessions[0]?.halfDays[0]?.id;
  const answer = await edit([{ id: nobody }, { id: foreign, slot: "pm" }, { id: at(0, 0).id }, { id: at(0, 0).id }]);
  expect(answer).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  expect(answer.body.errors).toMatchObject([
    { pointer: "/halfDays/0/id", code: "unknown_half_day" },
    { pointer: "/halfDays/1/id", code: "unknown_half_day" },
    { pointer: "/halfDays/3/id", code: "edited_twice" },
  ]);
});

test("one held or cancelled no longer changes, the others neither", async () => {
  await app.database.prisma.halfDay.update({ where: { id: at(0, 1).id }, data: { state: "held" } });
  const answer = await edit([
    { id: at(0, 0).id, day: "2017-05-22" },
    { id: at(0, 1).id, day: "2017-05-23" },
  ]);
  expect(answer).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  expect(answer.body.errors).toMatchObject([{ pointer: "/halfDays/1/id", code: "no_longer_planned" }]);
  expect(found(await drafted(), at(0, 0).id)?.day).toBe("2017-05-16");
});

test("at a distance it leaves its room, and given a room it is there again", async () => {
  const room = await aRoom(app.ctx);
  const { id } = at(0, 0);
  await edit([{ id, roomId: room.id }]);
  const remote = await edit([{ id, remote: true }]);
  expect(found(remote.body, id)).toMatchObject({ remote: true, room: null });
  const back = await edit([{ id, roomId: room.id }]);
  expect(found(back.body, id)).toMatchObject({ remote: false, room: { id: room.id } });
});

test("another block takes the competencies away unless they are said anew; the same block keeps them", async () => {
  const { id } = at(0, 0);
  const [first] = (await drafted()).proof.blocks;
  const codes = first?.competencies.map(({ code }) => code) ?? [];
  const given = await edit([{ id, competencyCodes: [codes[1], codes[0], codes[1]] }]);
  expect(found(given.body, id)?.competencies.map(({ code }) => code)).toEqual(codes.slice(0, 2));
  const same = await edit([{ id, blockCode: "CCP1", slot: "am" }]);
  expect(same.body.planVersion).toBe(given.body.planVersion);
  const other = await edit([{ id, blockCode: "CCP2" }]);
  expect(found(other.body, id)).toMatchObject({ blockCode: "CCP2", competencies: [] });
});

test("an edit that changes nothing leaves the version, and tells no event", async () => {
  const events = () => app.database.prisma.event.count();
  const [before, planBefore] = [await events(), await drafted()];
  const { id, day, slot } = at(0, 0);
  const answer = await edit([{ id, day, slot, trainerId: null, remote: false }], {}, plan.planVersion);
  expect(answer).toMatchObject({ status: 200, headers: { etag: `"${plan.planVersion}"` } });
  expect(answer.body).toEqual(planBefore);
  const sent = { params: { halfDayId: id }, body: { day, slot }, headers: { "if-match": "*" } };
  expect((await referent(halfDayMove, sent)).body.planVersion).toBe(plan.planVersion);
  expect(await events()).toBe(before);
});

test("a written reason lets what moves onto a holiday stand there, and goes when it leaves (T1)", async () => {
  const [one, other] = [at(0, 0), at(0, 1)];
  const overrideReason = "Journée portes ouvertes";
  const answer = await edit(
    [
      { id: one.id, day: "2017-07-14" },
      { id: other.id, day: "2017-05-22" },
    ],
    { overrideReason },
  );
  expect(answer.status).toBe(200);
  expect(found(answer.body, one.id)?.overrideReason).toBe(overrideReason);
  expect(found(answer.body, other.id)?.overrideReason).toBeNull();
  const codes = answer.body.proof.findings.map(({ code }: { code: string }) => code);
  expect(codes).not.toContain("day_on_public_holiday");
  const sameDay = await edit([{ id: one.id, slot: "pm" }]);
  expect(found(sameDay.body, one.id)?.overrideReason).toBe(overrideReason);
  expect(await edit([{ id: one.id, day: "2017-08-15" }])).toMatchObject({ status: 422 });
  const left = await edit([{ id: one.id, day: "2017-05-29" }]);
  expect(found(left.body, one.id)?.overrideReason).toBeNull();
});

test("a session, and a half-day alone, take the reason too, on a closure as on a holiday", async () => {
  const closure = { from: "2017-07-05", to: "2017-07-05", label: "Désinsectisation" };
  const { body: closed } = await referent(closureCreate, { body: closure });
  const sent = { params: { sessionId: plan.sessions[2]?.id ?? "" }, headers: { "if-match": "*" } };
  const days = ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"];
  expect(await referent(sessionMove, { ...sent, body: { days } })).toMatchObject({ status: 422 });
  const overrideReason = "Dans la salle d’à côté";
  const moved = await referent(sessionMove, { ...sent, body: { days, overrideReason } });
  expect(moved.status).toBe(200);
  const reasons = moved.body.sessions[2].halfDays.map((each: HalfDay) => each.overrideReason);
  expect(reasons).toEqual([null, null, null, null, overrideReason, overrideReason, null, null]);
  const ascension = { day: "2017-05-25", slot: "am", overrideReason };
  const one = { params: { halfDayId: at(0, 0).id }, body: ascension, headers: { "if-match": "*" } };
  expect(found((await referent(halfDayMove, one)).body, at(0, 0).id)).toMatchObject(ascension);
  await referent(closureDelete, { params: { closureId: closed.id } });
});

test("what was already so does not stop an edit: a day closed since, given a trainer all the same", async () => {
  const closure = { from: "2017-05-16", to: "2017-05-16", label: "Grève" };
  const { body: closed } = await referent(closureCreate, { body: closure });
  const answer = await edit([{ id: at(0, 0).id, trainerId: (await aTrainer(app.ctx)).id }]);
  expect(answer.status).toBe(200);
  await referent(closureDelete, { params: { closureId: closed.id } });
});

test("a reason given to what is on a day closed since is kept, and settles the proof", async () => {
  const closure = { from: "2017-05-16", to: "2017-05-16", label: "Grève" };
  const { body: closed } = await referent(closureCreate, { body: closure });
  const halfDays = [{ id: at(0, 0).id }, { id: at(0, 1).id }];
  const answer = await edit(halfDays, { overrideReason: "Cours maintenu" });
  const codes = answer.body.proof.findings.map(({ code }: { code: string }) => code);
  expect(codes).not.toContain("day_on_closure");
  await referent(closureDelete, { params: { closureId: closed.id } });
});

test.each([
  ["when winter time begins", ["2017-10-28", "2017-10-29", "2017-10-30"]],
  ["when summer time begins", ["2018-03-24", "2018-03-25", "2018-03-26"]],
])("local times hold %s", async (_name, days) => {
  const ids = [at(0, 0).id, at(0, 2).id, at(0, 4).id];
  const answer = await edit(days.map((day, index) => ({ id: ids[index], day, slot: "am" })));
  expect(answer.status).toBe(200);
  await published(referent, plan.cohortId);
  for (const [index, day] of days.entries()) {
    const times = { startsAt: `${day}T09:00`, endsAt: `${day}T12:30`, minutes: 210 };
    expect(found(answer.body, ids[index] ?? "")).toMatchObject(times);
    const rows = await app.database.pool.query(
      "select starts_at::text, ends_at::text, extract(epoch from ends_at - starts_at)::int as seconds from half_day where id = $1",
      [ids[index]],
    );
    expect(rows.rows).toEqual([{ starts_at: `${day} 09:00:00`, ends_at: `${day} 12:30:00`, seconds: 12_600 }]);
  }
});

test("no half-day of a cancelled cohort is edited", async () => {
  const where = { id: plan.cohortId };
  await app.database.prisma.cohort.update({ where, data: { cancelledReason: "Faute de monde" } });
  expect(await edit([{ id: at(0, 0).id, slot: "pm" }])).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("its event names what changed, with the names of the time", async () => {
  const room = await aRoom(app.ctx, { name: "Garrigue" });
  const { id, day, slot } = at(0, 0);
  await edit([{ id, roomId: room.id }]);
  const where = { type: "plan.edited", entityId: plan.cohortId };
  const event = await app.database.prisma.event.findFirstOrThrow({ where });
  expect(event.data).toEqual({
    from: { halfDays: [{ id, day, slot, room: null }] },
    to: { halfDays: [{ id, day, slot, room: { id: room.id, name: "Garrigue" } }], cohortId: plan.cohortId },
  });
});
