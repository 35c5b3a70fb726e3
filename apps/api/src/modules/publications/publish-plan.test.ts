import { planVersionRestore } from "@passerelle/contracts/plan-versions";
import { type HalfDay, type Plan, planAdopt, planRead } from "@passerelle/contracts/plans";
import { planDraftRead } from "@passerelle/contracts/publications";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { halfDayAt } from "../../../test/drafts.ts";
import { aTrainee } from "../../../test/people.ts";
import { anyVersion, draftingBy, publishedRows, revisionsOf } from "../../../test/publishing.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { toColumn } from "../../core/civil-day.ts";

let app: TestApp;
let referent: Client;
let by: ReturnType<typeof draftingBy>;
let plan: Plan;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  by = draftingBy(referent);
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
  cohortId = plan.cohortId;
});
afterAll(() => app.close());

const at = (session: number, index: number) => halfDayAt(plan, session, index);
const july = ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"];

test("publishing makes the drafted plan the published one, as the next version, with who, when and the note", async () => {
  app.setNow("2017-05-03T08:00:00Z");
  await by.moveSession(plan.sessions[2]?.id, july);
  const { body, status } = await by.publish(cohortId, { note: "La salle est inondée." });
  expect(status).toBe(200);
  const published = { publishedAt: "2017-05-03T08:00:00.000Z", publishedBy: "Camille Exemple", gapReason: null };
  expect(body.published).toEqual({ number: 2, note: "La salle est inondée.", ...published });
  expect(body.draft).toEqual({ changes: [] });
  expect(body.history).toEqual({ undo: null, redo: null });
  const read = (await referent(planRead, { params: { cohortId } })).body;
  expect(read.sessions[2].days).toEqual(july);
  expect({ ...body, draft: null }).toEqual(read);
  app.setNow("2017-05-02T10:00:00Z");
});

test("a version keeps what it made of the half-days that differ, and nothing of the others", async () => {
  const trainer = await aTrainer(app.ctx);
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: trainer.id }]);
  await by.publish(cohortId);
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  await by.edit(cohortId, [{ id: at(0, 1).id, remote: true }]);
  await by.edit(cohortId, [{ id: at(0, 1).id, remote: false }]);
  await by.publish(cohortId);
  const revisions = await revisionsOf(app, cohortId);
  expect(revisions.filter(({ number }) => number === 1).map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: 76 }, () => 0),
  );
  expect(revisions.filter(({ number }) => number > 1)).toEqual([
    { number: 2, id: at(0, 0).id, sequence: 1, row: expect.objectContaining({ trainerId: trainer.id, remote: false }) },
    { number: 3, id: at(0, 0).id, sequence: 2, row: expect.objectContaining({ trainerId: trainer.id, remote: true }) },
  ]);
});

test("a half-day that leaves the plan is kept as gone, and one that comes back goes on from there", async () => {
  const draftOf = ({ day, slot, blockCode, competencies }: HalfDay) => {
    return { day, slot, blockCode, competencyCodes: competencies.map(({ code }) => code) };
  };
  const sessions = plan.sessions.map(({ halfDays }) => ({ halfDays: halfDays.map(draftOf) }));
  const whole = { sessions, examHalfDays: plan.examHalfDays.map(draftOf) };
  const without = { ...whole, sessions: sessions.slice(1), gapReason: "Une session de moins" };
  const adopt = (body: object) => referent(planAdopt, { params: { cohortId }, body, headers: anyVersion });
  expect((await adopt(without)).status).toBe(200);
  expect((await by.publish(cohortId)).status).toBe(200);
  const gone = (await revisionsOf(app, cohortId)).filter(({ number }) => number === 2);
  expect(new Set(gone.map(({ id }) => id))).toEqual(new Set(plan.sessions[0]?.halfDays.map(({ id }) => id)));
  expect(gone.every(({ row, sequence }) => row === null && sequence === 1)).toBe(true);
  expect((await referent(planVersionRestore, { params: { cohortId, number: "1" }, headers: anyVersion })).status).toBe(
    200,
  );
  expect((await by.publish(cohortId)).status).toBe(200);
  const back = (await revisionsOf(app, cohortId)).filter(({ number }) => number === 3);
  expect(new Set(back.map(({ id }) => id))).toEqual(new Set(gone.map(({ id }) => id)));
  expect(back.every(({ row, sequence }) => row !== null && sequence === 2)).toBe(true);
});

test("there is nothing to publish in an empty draft, nor in one whose changes come to nothing", async () => {
  const isRefused = async () => {
    const { status, body } = await by.publish(cohortId);
    expect({ status, code: body.code, detail: body.detail }).toEqual({
      status: 409,
      code: "illegal_move",
      detail: "Il n’y a rien à publier : le brouillon ne change rien au planning publié.",
    });
  };
  await isRefused();
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: false }]);
  await isRefused();
});

test("hours that do not add up need a reason, which is kept; once they add up, none is", async () => {
  await by.cancel(at(0, 0).id);
  const refused = await by.publish(cohortId);
  expect(refused).toMatchObject({ status: 422, body: { code: "reason_required" } });
  expect(refused.body.detail).toBe(
    "Le compte n’y est pas (CCP1 73 h 30 / 77 h). Dites pourquoi pour le publier ainsi.",
  );
  expect(refused.body.errors).toEqual([expect.objectContaining({ pointer: "/gapReason" })]);
  const published = await by.publish(cohortId, { gapReason: "Rattrapé en juin" });
  expect(published.body).toMatchObject({ gapReason: "Rattrapé en juin", published: { gapReason: "Rattrapé en juin" } });
  await by.edit(cohortId, [{ id: at(0, 1).id, remote: true }]);
  expect((await by.publish(cohortId)).body.published).toMatchObject({ number: 3, gapReason: "Rattrapé en juin" });
  await referent(planVersionRestore, { params: { cohortId, number: "1" }, headers: anyVersion });
  const exact = await by.publish(cohortId, { gapReason: "Motif de trop" });
  expect(exact.body).toMatchObject({
    gapReason: null,
    published: { number: 4, gapReason: null },
    proof: { exact: true },
  });
});

test("what another cohort published meanwhile is not taken from it: it is named, and nothing is published", async () => {
  const other = await aPlannedCohort(app.ctx);
  await app.ctx.db.cohort.update({ where: { id: other.cohortId }, data: { name: "2017-B" } });
  const trainer = await aTrainer(app.ctx);
  const same = halfDayAt(other, 0, 0);
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: trainer.id }]);
  await by.edit(other.cohortId, [{ id: same.id, trainerId: trainer.id }]);
  expect((await by.publish(other.cohortId)).status).toBe(200);
  const before = await publishedRows(app, cohortId);
  const refused = await by.publish(cohortId);
  expect(refused).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(refused.body.detail).toContain("Dominique Exemple intervient déjà pour la promotion 2017-B");
  expect(await publishedRows(app, cohortId)).toEqual(before);
  expect((await referent(planDraftRead, { params: { cohortId } })).body.draft.changes).toHaveLength(1);
});

test("a day closed meanwhile is refused for what would come to it, and not for what was there", async () => {
  await by.moveSession(plan.sessions[2]?.id, july);
  const close = (day: string) =>
    app.ctx.db.closure.create({ data: { from: toColumn(day), to: toColumn(day), label: "Inventaire" } });
  const closures = [await close("2017-07-04"), await close(at(0, 0).day)];
  const refused = await by.publish(cohortId);
  expect(refused).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  expect(refused.body.errors.map(({ code }: { code: string }) => code)).toEqual(["day_on_closure"]);
  expect(refused.body.detail).toBe("Mardi 4 juillet 2017 est un jour de fermeture (Inventaire).");
  await by.moveSession(plan.sessions[2]?.id, ["2017-07-10", "2017-07-11", "2017-07-12", "2017-07-13"]);
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  expect((await by.publish(cohortId)).status).toBe(200);
  await app.ctx.db.closure.deleteMany({ where: { id: { in: closures.map(({ id }) => id) } } });
});

test("a change overtaken by a half-day held meanwhile is named, and keeps the draft from being published", async () => {
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  await by.edit(cohortId, [{ id: at(0, 1).id, remote: true }]);
  await app.ctx.db.halfDay.update({ where: { id: at(0, 0).id }, data: { state: "held" } });
  const refused = await by.publish(cohortId);
  expect(refused).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  const [first] = (await referent(planDraftRead, { params: { cohortId } })).body.draft.changes;
  expect(first.applies).toBe(false);
  expect(refused.body.errors).toEqual([
    { pointer: "", code: "change_outdated", detail: first.detail, facts: { changeId: first.id } },
  ]);
});

test("of two who publish at once, one does and the other is told to read again", async () => {
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  const { planVersion } = (await referent(planDraftRead, { params: { cohortId } })).body;
  const headers = { "if-match": `"${planVersion}"` };
  const answers = await Promise.all([by.publish(cohortId, {}, headers), by.publish(cohortId, {}, headers)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 412]));
  expect(await app.ctx.db.planVersion.count({ where: { cohortId } })).toBe(2);
});

test("of two cohorts that publish the same room at once, one has it, and the other is told who does", async () => {
  const room = await aRoom(app.ctx);
  const other = await aPlannedCohort(app.ctx);
  await by.edit(cohortId, [{ id: at(0, 0).id, roomId: room.id }]);
  await by.edit(other.cohortId, [{ id: halfDayAt(other, 0, 0).id, roomId: room.id }]);
  const answers = await Promise.all([by.publish(cohortId), by.publish(other.cohortId)]);
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  const refused = answers.find(({ status }) => status === 409);
  expect(refused?.body).toMatchObject({ code: "half_day_overlap", facts: { conflicts: [{ kind: "room" }] } });
  expect(await app.ctx.db.halfDay.count({ where: { roomId: room.id } })).toBe(1);
});

test("the same request again publishes once, answers the same and tells once", async () => {
  const { personId } = await aTrainee(app, cohortId);
  await app.ctx.db.person.update({ where: { id: personId }, data: { givenName: "Inès" } });
  await by.edit(cohortId, [{ id: at(0, 0).id, day: "2017-05-22" }]);
  const headers = { ...anyVersion, "idempotency-key": crypto.randomUUID() };
  const [one, two] = [await by.publish(cohortId, {}, headers), await by.publish(cohortId, {}, headers)];
  expect(one.status).toBe(200);
  expect(two).toMatchObject({ status: 200, body: one.body });
  await app.deliver();
  expect(app.mails.filter(({ text }) => text.startsWith("Bonjour Inès,"))).toHaveLength(1);
});

test("only those who keep plans publish them; others’ cohorts do not exist for trainees", async () => {
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  for (const role of ["trainer", "examiner", "trainee"] as const) {
    const answer = await draftingBy(await app.as(role)).publish(cohortId);
    expect([role, answer.status]).toEqual([role, 403]);
  }
  const { client } = await aTrainee(app, cohortId);
  expect((await draftingBy(client).publish(cohortId)).status).toBe(403);
  const reader = await app.withKey("sessions:read");
  expect((await draftingBy(reader).publish(cohortId)).status).toBe(403);
  const { status, body } = await draftingBy(await app.withKey("sessions:write")).publish(cohortId);
  expect([status, body.published.publishedBy]).toEqual([200, null]);
  await by.edit(cohortId, [{ id: at(0, 1).id, remote: true }]);
  expect((await draftingBy(await app.as("admin")).publish(cohortId)).status).toBe(200);
});

test("a cancelled cohort publishes nothing more", async () => {
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  await app.ctx.db.cohort.update({ where: { id: cohortId }, data: { cancelledReason: "Trop peu d’inscrits" } });
  const answer = await by.publish(cohortId);
  expect(answer).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  expect(answer.body.detail).toBe("Cette promotion est annulée : elle ne change plus.");
});

test("a room freed by a version may be had at once by another cohort’s draft", async () => {
  const room = await aRoom(app.ctx);
  const other = await aPlannedCohort(app.ctx);
  await by.edit(cohortId, [{ id: at(0, 0).id, roomId: room.id }]);
  await by.publish(cohortId);
  const wanted = [{ id: halfDayAt(other, 0, 0).id, roomId: room.id }];
  expect((await by.edit(other.cohortId, wanted)).status).toBe(409);
  await by.edit(cohortId, [{ id: at(0, 0).id, roomId: null }]);
  expect((await by.edit(other.cohortId, wanted)).status).toBe(409);
  await by.publish(cohortId);
  expect((await by.edit(other.cohortId, wanted)).status).toBe(200);
  expect((await by.publish(other.cohortId)).status).toBe(200);
});
