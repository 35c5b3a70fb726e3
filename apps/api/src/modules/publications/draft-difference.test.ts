import { draftDifferenceRead } from "@passerelle/contracts/plan-versions";
import { type Plan, planAdopt } from "@passerelle/contracts/plans";
import { Client as PgClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { halfDayAt } from "../../../test/drafts.ts";
import { aTrainee, anEnrolment } from "../../../test/people.ts";
import { anyVersion, draftingBy } from "../../../test/publishing.ts";
import { aTrainer } from "../../../test/resources.ts";
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
const read = async (): Promise<Answer["body"]> => {
  const { status, body } = await by.difference(cohortId);
  expect(status).toBe(200);
  return body;
};
const details = (items: readonly { detail: string }[]) => items.map(({ detail }) => detail);

test("an empty draft changes nothing, concerns nobody and is not to be published", async () => {
  await aTrainee(app, cohortId);
  expect(await read()).toEqual({
    planVersion: plan.planVersion,
    next: 2,
    lines: [],
    days: [],
    blocks: plan.proof.blocks.map(({ code, shortTitle, dueMinutes }) => {
      return { code, shortTitle, dueMinutes, minutesBefore: dueMinutes, minutesAfter: dueMinutes, outcome: "same" };
    }),
    appeared: [],
    settled: [],
    conflicts: [],
    faults: [],
    outdated: [],
    people: [],
    needsReason: false,
    publishable: false,
  });
});

test("a draft is told in words, days and hours by block, whatever the order of its changes", async () => {
  await by.moveSession(plan.sessions[2]?.id, july);
  await by.cancel(at(1, 0).id);
  const { lines, days, blocks, needsReason, publishable } = await read();
  expect(details(lines)).toEqual([
    "La demi-journée du mardi 13 juin 2017 (matin) est annulée. Motif : Salle inondée.",
    "La session 3, prévue du lundi 17 au jeudi 20 juillet, a lieu du lundi 3 au jeudi 6 juillet 2017.",
  ]);
  expect(
    lines.map(({ kind, halfDayIds }: { kind: string; halfDayIds: string[] }) => [kind, halfDayIds.length]),
  ).toEqual([
    ["half_days_cancelled", 1],
    ["session_moved", 8],
  ]);
  expect(days).toEqual(["2017-06-13", ...july, "2017-07-17", "2017-07-18", "2017-07-19", "2017-07-20"]);
  expect(
    blocks.map(({ code, minutesBefore, minutesAfter, outcome }: Record<string, unknown>) => {
      return [code, minutesBefore, minutesAfter, outcome];
    }),
  ).toEqual([
    ["CCP1", 4620, 4410, "short"],
    ["CCP2", 6720, 6720, "same"],
    ["CCP3", 4620, 4620, "same"],
  ]);
  expect({ needsReason, publishable }).toEqual({ needsReason: true, publishable: true });
});

test("a block that has its hours again is settled, one that has too many is over, and a drafted reason is one", async () => {
  await by.cancel(at(0, 0).id);
  await by.publish(cohortId, { gapReason: "En attendant une salle" });
  expect(await read()).toMatchObject({ needsReason: false, publishable: false });
  const draftOf = ({ day, slot, blockCode }: Plan["examHalfDays"][number]) => ({ day, slot, blockCode });
  const sessions = plan.sessions.map(({ halfDays }) => ({ halfDays: halfDays.map(draftOf) }));
  sessions.at(-1)?.halfDays.push({ day: "2018-02-19", slot: "am", blockCode: "CCP3" });
  const body = { sessions, examHalfDays: plan.examHalfDays.map(draftOf), gapReason: "Une de plus" };
  await referent(planAdopt, { params: { cohortId }, body, headers: anyVersion });
  const { blocks, needsReason } = await read();
  expect(blocks.map(({ code, outcome }: Record<string, unknown>) => [code, outcome])).toEqual([
    ["CCP1", "settled"],
    ["CCP2", "same"],
    ["CCP3", "over"],
  ]);
  expect(needsReason).toBe(false);
});

test("what the proof finds is told as it appears and as it is settled; the same of fewer half-days is neither", async () => {
  const trainer = await aTrainer(app.ctx, { blockCodes: ["CCP3"] });
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: trainer.id, remote: true }]);
  const teachesNot = ["Dominique Exemple n’intervient pas sur le bloc CCP1 : le mardi 16 mai 2017 (matin)."];
  const drafted = await read();
  expect(drafted.appeared.map(({ code }: { code: string }) => code)).toEqual(["trainer_does_not_teach"]);
  expect(drafted.settled).toEqual([]);
  expect(details(drafted.appeared)[0]?.slice(0, 17)).toBe(teachesNot[0]?.slice(0, 17));
  await by.publish(cohortId);
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: null }]);
  const back = await read();
  expect(details(back.settled)).toEqual(details(drafted.appeared));
  expect(back.appeared.map(({ code }: { code: string }) => code)).toEqual(["trainer_missing"]);
});

test("what keeps a draft from being published is told before: others’ half-days, closed days, changes overtaken", async () => {
  const other = await aPlannedCohort(app.ctx);
  await app.ctx.db.cohort.update({ where: { id: other.cohortId }, data: { name: "2017-B" } });
  const trainer = await aTrainer(app.ctx);
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: trainer.id }]);
  await by.edit(cohortId, [{ id: at(0, 2).id, day: "2017-05-22" }]);
  await by.edit(cohortId, [{ id: at(0, 4).id, remote: true }]);
  expect(await read()).toMatchObject({ conflicts: [], faults: [], outdated: [], publishable: true });
  await by.edit(other.cohortId, [{ id: halfDayAt(other, 0, 0).id, trainerId: trainer.id }]);
  expect(await read()).toMatchObject({ conflicts: [], publishable: true });
  await by.publish(other.cohortId);
  const clash = await read();
  expect(clash.publishable).toBe(false);
  expect(clash.conflicts).toEqual([
    expect.objectContaining({
      halfDayId: at(0, 0).id,
      kind: "trainer",
      other: expect.objectContaining({ id: halfDayAt(other, 0, 0).id, cohortName: "2017-B" }),
      detail: "Mardi 16 mai 2017, matin : Dominique Exemple intervient déjà pour la promotion 2017-B (CCP1).",
    }),
  ]);
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: null }]);
  expect((await read()).publishable).toBe(true);
  const closure = { from: toColumn("2017-05-22"), to: toColumn("2017-05-22"), label: "Inventaire" };
  const { id } = await app.ctx.db.closure.create({ data: closure });
  const closed = await read();
  expect(closed.publishable).toBe(false);
  expect(details(closed.faults)).toEqual(["Lundi 22 mai 2017 est un jour de fermeture (Inventaire)."]);
  await app.ctx.db.closure.delete({ where: { id } });
  await app.ctx.db.halfDay.update({ where: { id: at(0, 4).id }, data: { state: "held" } });
  const overtaken = await read();
  expect(overtaken.publishable).toBe(false);
  expect(overtaken.outdated.map(({ applies, by: who }: Record<string, unknown>) => [applies, who])).toEqual([
    [false, "Camille Exemple"],
  ]);
  expect(overtaken.days).not.toContain(at(0, 4).day);
});

test("those it concerns are named with what each would be told: no other trainee, nothing that is not theirs", async () => {
  const [ccp1, ccp2] = [
    at(0, 0),
    plan.sessions.flatMap(({ halfDays }) => halfDays).find((each) => each.blockCode === "CCP2"),
  ];
  const person = (id: string, data: object) => app.ctx.db.person.update({ where: { id }, data });
  const everything = await aTrainee(app, cohortId);
  await person(everything.personId, { usualName: "Toutentier" });
  const exempted = await anEnrolment(app.ctx, cohortId, { state: "suspended" });
  await person(exempted.personId, { usualName: "Dispensé", email: "dispense@exemple.test" });
  const { programme } = await app.ctx.db.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    include: { programme: { include: { blocks: { include: { block: true } } } } },
  });
  await app.ctx.db.enrolmentBlock.updateMany({
    where: {
      enrolmentId: exempted.enrolmentId,
      blockId: programme.blocks.find(({ block }) => block.code === "CCP1")?.blockId ?? "",
    },
    data: { prescribedMinutes: 0 },
  });
  await person((await anEnrolment(app.ctx, cohortId, { route: "vae" })).personId, { usualName: "Candidate" });
  for (const state of ["completed", "dropped_out", "excluded", "cancelled"] as const) {
    await anEnrolment(app.ctx, cohortId, { state });
  }
  const [before, after, idle] = [await aTrainer(app.ctx), await aTrainer(app.ctx), await aTrainer(app.ctx)];
  await person(before.personId, { givenName: "Avant", email: "avant@exemple.test" });
  await person(after.personId, { givenName: "Après" });
  await by.edit(cohortId, [
    { id: ccp1.id, trainerId: before.id },
    { id: at(3, 0).id, trainerId: idle.id },
  ]);
  await by.publish(cohortId);
  await by.edit(cohortId, [{ id: ccp1.id, trainerId: after.id }]);
  await by.edit(cohortId, [{ id: ccp2?.id, day: "2017-11-30" }]);
  const told = (await read()).people.map(({ name, as, told: how, lines }: Record<string, unknown>) => {
    return [name, as, how, (lines as string[]).length];
  });
  expect(told).toEqual([
    ["Amel Dispensé", ["trainee"], "mail", 1],
    ["Après Exemple", ["trainer"], "no_address", 1],
    ["Avant Exemple", ["trainer"], "mail", 1],
    ["Amel Toutentier", ["trainee"], "mail", 2],
  ]);
});

test("a VAE candidate without prescribed hours is told of the exam, and of nothing else", async () => {
  const { personId } = await anEnrolment(app.ctx, cohortId, { route: "vae" });
  await by.edit(cohortId, [{ id: at(0, 0).id, day: "2017-05-22" }]);
  expect((await read()).people).toEqual([]);
  await by.edit(cohortId, [{ id: plan.examHalfDays[0]?.id, day: "2018-03-12" }]);
  expect((await read()).people).toMatchObject([
    { personId, as: ["trainee"], lines: [expect.stringContaining("12 mars 2018")] },
  ]);
});

test("who is trainee and trainer at once is named once, and told both", async () => {
  const trainer = await aTrainer(app.ctx);
  const { client } = await aTrainee(app, cohortId, { personId: trainer.personId });
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: trainer.id }]);
  const { people } = await read();
  expect(people).toMatchObject([{ personId: trainer.personId, as: ["trainee", "trainer"], told: "mail" }]);
  expect(people[0].lines).toHaveLength(2);
  expect((await client(draftDifferenceRead, { params: { cohortId } })).status).toBe(403);
});

test("who no longer has an account is written to where they said, else nowhere", async () => {
  const { personId } = await aTrainee(app, cohortId);
  await app.ctx.db.user.update({ where: { personId }, data: { deactivatedAt: new Date() } });
  await by.edit(cohortId, [{ id: at(0, 0).id, day: "2017-05-22" }]);
  expect((await read()).people).toMatchObject([{ personId, told: "no_address" }]);
  await app.ctx.db.person.update({ where: { id: personId }, data: { email: "chez-elle@exemple.test" } });
  expect((await read()).people).toMatchObject([{ personId, told: "mail" }]);
});

test("all is told in the caller’s language", async () => {
  await aTrainee(app, cohortId);
  await by.edit(cohortId, [{ id: at(0, 0).id, day: "2017-05-22" }]);
  const { body } = await referent(draftDifferenceRead, { params: { cohortId }, headers: { "accept-language": "en" } });
  expect(details(body.lines)).toEqual([
    "The half-day of Tuesday 16 May (morning) moves to Monday 22 May 2017 (morning).",
  ]);
  expect(body.people[0].lines[0]).toContain("Monday 22 May 2017");
});

test("reading takes as many statements for twelve trainees as for one, and changes nothing", async () => {
  await by.moveSession(plan.sessions[2]?.id, july);
  await by.cancel(at(1, 0).id);
  const { version } = await app.ctx.db.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  const statements = async () => {
    const spy = vi.spyOn(PgClient.prototype, "query");
    await read();
    const { length } = spy.mock.calls;
    spy.mockRestore();
    return length;
  };
  await anEnrolment(app.ctx, cohortId);
  await read();
  const one = await statements();
  for (let more = 0; more < 11; more++) await anEnrolment(app.ctx, cohortId);
  expect((await read()).people).toHaveLength(12);
  expect(await statements()).toBe(one);
  expect((await app.ctx.db.cohort.findUniqueOrThrow({ where: { id: cohortId } })).version).toBe(version);
});

test("only those who keep plans read what a draft would change; a cohort that is not there is not found", async () => {
  for (const role of ["trainer", "examiner", "trainee"] as const) {
    const answer = await (await app.as(role))(draftDifferenceRead, { params: { cohortId } });
    expect([role, answer.status]).toEqual([role, 403]);
  }
  for (const client of [await app.as("admin"), await app.withKey("sessions:read")]) {
    expect((await client(draftDifferenceRead, { params: { cohortId } })).status).toBe(200);
  }
  const nobodys = { cohortId: "01890a5d-ac96-774b-bcce-b302099a8057" };
  expect((await referent(draftDifferenceRead, { params: nobodys })).status).toBe(404);
});
