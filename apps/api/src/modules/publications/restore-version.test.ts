import { planUndo, sessionSplit } from "@passerelle/contracts/plan-edits";
import { planVersionRestore } from "@passerelle/contracts/plan-versions";
import { type Plan, planAdopt } from "@passerelle/contracts/plans";
import { planDraftRead } from "@passerelle/contracts/publications";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { contentOf, draftedPlan, halfDayAt } from "../../../test/drafts.ts";
import { anyVersion, draftingBy, publishedRows } from "../../../test/publishing.ts";
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
const restore = (number: number, headers: Record<string, string> = anyVersion, client = referent): Promise<Answer> =>
  client(planVersionRestore, { params: { cohortId, number: String(number) }, headers });

test("a version restored and published is the very rows it was, whatever came after", async () => {
  const [trainer, room] = [await aTrainer(app.ctx), await aRoom(app.ctx)];
  const competencyCodes = plan.proof.blocks[0]?.competencies.map(({ code }) => code);
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: trainer.id, roomId: room.id, competencyCodes }]);
  await by.cancel(at(1, 0).id, { replacement: { day: "2017-06-19", slot: "pm" } });
  await by.publish(cohortId);
  const before = await publishedRows(app, cohortId);
  expect(before.competencies.length).toBeGreaterThan(competencyCodes?.length ?? 0);
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: null, blockCode: "CCP2" }]);
  await by.moveSession(plan.sessions[2]?.id, july);
  const days = plan.sessions[3]?.days.slice(2);
  await referent(sessionSplit, {
    params: { sessionId: plan.sessions[3]?.id ?? "" },
    body: { days },
    headers: anyVersion,
  });
  await by.publish(cohortId, { gapReason: "Motif d’exemple" });
  const halfDays = [{ day: "2017-05-16", slot: "am", blockCode: "CCP1" }];
  const other = { sessions: [{ halfDays }], examHalfDays: [], gapReason: "Tout autre chose" };
  await referent(planAdopt, { params: { cohortId }, body: other, headers: anyVersion });
  await by.publish(cohortId);
  expect(await publishedRows(app, cohortId)).not.toEqual(before);
  expect((await restore(2)).status).toBe(200);
  expect((await by.publish(cohortId)).body.published.number).toBe(5);
  expect(await publishedRows(app, cohortId)).toEqual(before);
});

test("restoring is one more change of the draft, told by its number, and undone like any", async () => {
  await by.moveSession(plan.sessions[2]?.id, july);
  await by.publish(cohortId);
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  const before = await draftedPlan(referent, cohortId);
  const { status, body } = await restore(1);
  expect(status).toBe(200);
  expect(body.draft.changes.map(({ detail, by: who }: Record<string, unknown>) => [detail, who]).at(-1)).toEqual([
    "Le planning redevient celui de la version 1.",
    "Camille Exemple",
  ]);
  expect(contentOf(body)).toEqual(contentOf(plan));
  const undone = await referent(planUndo, { params: { cohortId }, headers: anyVersion });
  expect(contentOf(undone.body)).toEqual(contentOf(before));
});

test("restoring what is already so changes nothing and tells nothing", async () => {
  const { status, body } = await restore(1);
  expect([status, body.planVersion, body.draft.changes]).toEqual([200, plan.planVersion, []]);
  expect(await app.ctx.db.event.count({ where: { entityId: cohortId, type: "plan.restored" } })).toBe(0);
});

test("the reason of a version comes back with it", async () => {
  await by.cancel(at(0, 0).id);
  await by.publish(cohortId, { gapReason: "Rattrapé en juin" });
  await restore(1);
  await by.publish(cohortId);
  expect((await restore(2)).body.gapReason).toBe("Rattrapé en juin");
  expect((await by.publish(cohortId)).body.published).toMatchObject({ number: 4, gapReason: "Rattrapé en juin" });
});

test("half-days held since keep their state, as long as the version has them as they were held", async () => {
  await by.moveSession(plan.sessions[2]?.id, july);
  await by.publish(cohortId);
  await app.ctx.db.halfDay.update({ where: { id: at(0, 0).id }, data: { state: "held" } });
  await app.ctx.db.halfDay.update({ where: { id: at(0, 1).id }, data: { state: "locked" } });
  const { status, body } = await restore(1);
  expect(status).toBe(200);
  expect([halfDayAt(body, 0, 0).state, halfDayAt(body, 0, 1).state]).toEqual(["held", "locked"]);
  expect((await by.publish(cohortId)).status).toBe(200);
  const held = await app.ctx.db.halfDay.findMany({ where: { cohortId, state: { not: "planned" } } });
  expect(held.map(({ id }) => id).toSorted()).toEqual([at(0, 0).id, at(0, 1).id].toSorted());
});

test("a version that has a half-day held since elsewhere, otherwise or not at all is refused, and says which", async () => {
  const room = await aRoom(app.ctx);
  await by.edit(cohortId, [
    { id: at(0, 0).id, day: "2017-05-22" },
    { id: at(0, 1).id, roomId: room.id },
  ]);
  await by.cancel(at(0, 2).id, { replacement: { day: "2017-05-23", slot: "pm" } });
  await by.publish(cohortId);
  const added = (await draftedPlan(referent, cohortId)).sessions[0]?.halfDays.find(
    ({ replacesId }) => replacesId !== null,
  );
  const ids = [at(0, 0).id, at(0, 1).id, added?.id ?? ""];
  for (const id of ids) {
    await app.ctx.db.halfDay.update({ where: { id }, data: { state: "held" } });
    const refused = await restore(1);
    expect(refused).toMatchObject({ status: 409, body: { code: "held_half_day_missing" } });
    expect(refused.body.facts.halfDays).toMatchObject([{ id }]);
    await app.ctx.db.halfDay.update({ where: { id }, data: { state: "planned" } });
  }
  expect((await restore(1)).status).toBe(200);
});

test("what other cohorts took meanwhile is not taken back: it is named", async () => {
  const room = await aRoom(app.ctx, { name: "Étang" });
  const other = await aPlannedCohort(app.ctx);
  await by.edit(cohortId, [{ id: at(0, 0).id, roomId: room.id }]);
  await by.publish(cohortId);
  await by.edit(cohortId, [{ id: at(0, 0).id, roomId: null }]);
  await by.publish(cohortId);
  await by.edit(other.cohortId, [{ id: halfDayAt(other, 0, 0).id, roomId: room.id }]);
  await by.publish(other.cohortId);
  const refused = await restore(2);
  expect(refused).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(refused.body.detail).toContain("la salle Étang est déjà prise");
});

test("a day closed since is refused for what would come back to it, and not for what stayed", async () => {
  const close = (day: string) =>
    app.ctx.db.closure.create({ data: { from: toColumn(day), to: toColumn(day), label: "Inventaire" } });
  await by.moveSession(plan.sessions[2]?.id, july);
  await by.publish(cohortId);
  const closures = [await close(at(0, 0).day)];
  expect((await restore(1)).status).toBe(200);
  await referent(planUndo, { params: { cohortId }, headers: anyVersion });
  closures.push(await close("2017-07-18"));
  const refused = await restore(1);
  expect(refused).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  expect(refused.body.detail).toBe("Mardi 18 juillet 2017 est un jour de fermeture (Inventaire).");
  await app.ctx.db.closure.deleteMany({ where: { id: { in: closures.map(({ id }) => id) } } });
});

test("restoring needs the version it was read at, a plan that still changes, and somebody who may change it", async () => {
  await by.edit(cohortId, [{ id: at(0, 0).id, remote: true }]);
  expect((await restore(1, {})).status).toBe(428);
  expect((await restore(1, { "if-match": `"${plan.planVersion}"` })).status).toBe(412);
  expect((await restore(2)).status).toBe(404);
  for (const role of ["trainer", "examiner", "trainee"] as const) {
    expect((await restore(1, anyVersion, await app.as(role))).status).toBe(403);
  }
  expect((await restore(1, anyVersion, await app.withKey("sessions:read"))).status).toBe(403);
  await app.ctx.db.cohort.update({ where: { id: cohortId }, data: { cancelledReason: "Trop peu d’inscrits" } });
  expect(await restore(1)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  await app.ctx.db.cohort.update({ where: { id: cohortId }, data: { cancelledReason: null } });
  const { planVersion } = (await referent(planDraftRead, { params: { cohortId } })).body;
  expect((await restore(1, { "if-match": `"${planVersion}"` })).status).toBe(200);
});
