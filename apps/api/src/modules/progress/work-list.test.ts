import type { Plan } from "@passerelle/contracts/plans";
import { cohortProgressRead, workListRead, type WorkList } from "@passerelle/contracts/progress";
import { planEdit } from "@passerelle/contracts/plan-edits";
import { planDraftDiscard, planPublish } from "@passerelle/contracts/publications";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { aStoredWeek } from "../../../test/stored-weeks.ts";
import { toColumn, toLocalColumn } from "../../core/civil-day.ts";
import { createCohort } from "../cohorts/create-cohort.ts";
import { comingHalfDay, comingStatement } from "./half-days-to-staff.ts";
import { cohortFacts, factsOfCohort } from "./progress.queries.ts";
import {
  draftToPublish,
  listDraftsToPublish,
  listPlacementsInProgress,
  listUnsoundPlans,
  listWeeksWaiting,
  placementInProgress,
  unsoundPlan,
  weeksWaiting,
} from "./work-list.queries.ts";

let app: TestApp;
let referent: Client;
beforeEach(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterEach(() => app.close());

async function workListOn(day: string): Promise<WorkList> {
  app.setNow(`${day}T10:00:00Z`);
  const { status, body } = await referent(workListRead);
  expect(status).toBe(200);
  return body;
}

test("with nothing to do it is empty", async () => {
  expect(await workListOn("2017-05-02")).toEqual({
    asOf: "2017-05-02",
    weeksToValidate: { count: 0, minutes: 0, oldestSubmittedOn: null, cohorts: [] },
    traineesBehind: [],
    cohortsWithoutSoundPlan: [],
    halfDaysToStaff: [],
    draftsToPublish: [],
  });
});

test("submitted and confirmed weeks wait, by cohort, the oldest first by its day in France; others do not", async () => {
  const first = await aPlannedCohort(app.ctx);
  const second = await aPlannedCohort(app.ctx);
  const one = await anEnrolment(app.ctx, first.cohortId);
  const other = await anEnrolment(app.ctx, second.cohortId);
  const store = (enrolmentId: string, week: string, state: "draft" | "submitted" | "confirmed" | "validated") =>
    aStoredWeek(app.ctx, enrolmentId, { week, state, minutes: [420, 210] });
  await store(one.enrolmentId, "2017-W22", "submitted");
  await store(one.enrolmentId, "2017-W23", "confirmed");
  await store(one.enrolmentId, "2017-W24", "draft");
  await store(one.enrolmentId, "2017-W20", "validated");
  await aStoredWeek(app.ctx, other.enrolmentId, {
    week: "2017-W21",
    state: "submitted",
    minutes: [60],
    submittedAt: "2017-05-28T22:30:00Z", // half past midnight in Paris
  });
  const { weeksToValidate } = await workListOn("2017-06-20");
  expect(weeksToValidate).toMatchObject({ count: 3, minutes: 1320, oldestSubmittedOn: "2017-05-29" });
  expect(weeksToValidate.cohorts.map(({ cohortId, count }) => [cohortId, count])).toEqual([
    [second.cohortId, 1],
    [first.cohortId, 2],
  ]);
});

test("who is behind in a running cohort is named, as its progress counts them, most urgent first", async () => {
  const { cohortId } = await aPlannedCohort(app.ctx);
  const late = await anEnrolment(app.ctx, cohortId);
  const later = await anEnrolment(app.ctx, cohortId, { state: "suspended" });
  await anEnrolment(app.ctx, cohortId, { state: "dropped_out" });
  await anEnrolment(app.ctx, cohortId, { placement: "waived" });
  await anEnrolment(app.ctx, cohortId, { route: "vae" });
  const validated = { state: "validated", minutes: [420] } as const;
  await aStoredWeek(app.ctx, late.enrolmentId, { week: "2018-W08", ...validated });
  const { traineesBehind } = await workListOn("2018-03-01");
  expect(traineesBehind).toMatchObject([
    { enrolmentId: later.enrolmentId, cohortId, leftMinutes: 21000, forecastOn: null, deadline: "2018-03-04" },
    { enrolmentId: late.enrolmentId, cohortId, leftMinutes: 20580, deadline: "2018-03-04" },
  ]);
  expect(traineesBehind[1]?.forecastOn).not.toBeNull();
  const { body } = await referent(cohortProgressRead, { params: { cohortId } });
  expect(body.behind).toBe(2);
});

test("nobody is behind before there is too little time, nor once the cohort is over or cancelled", async () => {
  const { cohortId } = await aPlannedCohort(app.ctx);
  await anEnrolment(app.ctx, cohortId);
  const behindOn = async (day: string) => (await workListOn(day)).traineesBehind.length;
  expect([await behindOn("2017-06-20"), await behindOn("2018-03-31"), await behindOn("2018-04-01")]).toEqual([0, 1, 0]);
  await app.ctx.db.cohort.update({ where: { id: cohortId }, data: { cancelledReason: "Faute de monde" } });
  expect(await behindOn("2018-03-31")).toBe(0);
});

async function problemsOn(day: string) {
  const { cohortsWithoutSoundPlan } = await workListOn(day);
  return new Map(cohortsWithoutSoundPlan.map((each) => [each.cohortId, each]));
}

const firstHalfDay = (plan: Plan) => ({ id: plan.sessions[0]?.halfDays[0]?.id ?? "" });

/** The block of the fourth session, CCP2. */
async function anotherBlock(plan: Plan): Promise<string | null> {
  const where = { id: plan.sessions[3]?.halfDays[0]?.id ?? "" };
  return (await app.ctx.db.halfDay.findUniqueOrThrow({ where })).blockId;
}

async function oneTooMany({ cohortId, ...plan }: Plan): Promise<void> {
  await app.ctx.db.halfDay.create({
    data: {
      cohortId,
      sessionId: plan.sessions[0]?.id ?? "",
      kind: "teaching",
      day: toColumn("2017-05-22"),
      slot: "am",
      startsAt: toLocalColumn("2017-05-22", "09:00"),
      endsAt: toLocalColumn("2017-05-22", "12:30"),
      blockId: await anotherBlock({ cohortId, ...plan }),
    },
  });
}

test("a cohort without a plan, with a gap or with a surplus in a block is named until it is over", async () => {
  const sound = await aPlannedCohort(app.ctx);
  const short = await aPlannedCohort(app.ctx);
  const mixed = await aPlannedCohort(app.ctx);
  const over = await aPlannedCohort(app.ctx);
  const none = await aCohort(app.ctx, { startsOn: "2017-05-17" });
  const cancelled = await aCohort(app.ctx);
  await app.ctx.db.cohort.update({ where: { id: cancelled.id }, data: { cancelledReason: "Faute de monde" } });
  const noMore = { state: "cancelled", cancelledReason: "Neige" } as const;
  await app.ctx.db.halfDay.update({ where: firstHalfDay(short), data: noMore });
  await app.ctx.db.halfDayCompetency.deleteMany({ where: { halfDay: firstHalfDay(mixed) } });
  await app.ctx.db.halfDay.update({ where: firstHalfDay(mixed), data: { blockId: await anotherBlock(mixed) } });
  await oneTooMany(over);
  const listed = await problemsOn("2017-05-02");
  expect(listed.get(short.cohortId)).toMatchObject({ problem: "gap", dueMinutes: 15960, plannedMinutes: 15750 });
  expect(listed.get(mixed.cohortId)).toMatchObject({ problem: "gap", dueMinutes: 15960, plannedMinutes: 15960 });
  expect(listed.get(over.cohortId)).toMatchObject({ problem: "surplus", plannedMinutes: 16170 });
  expect(listed.get(none.id)).toMatchObject({ problem: "no_plan", plannedMinutes: 0, startsOn: "2017-05-17" });
  expect([...listed.keys()].at(-1)).toBe(none.id);
  expect([listed.has(sound.cohortId), listed.has(cancelled.id), listed.size]).toEqual([false, false, 4]);
  expect([(await problemsOn("2018-03-31")).size, (await problemsOn("2018-04-01")).size]).toEqual([4, 0]);
});

test("a gap published with its reason is no more to do (domain §4)", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const { cohortId } = plan;
  const none = await aCohort(app.ctx);
  const firstSession = plan.sessions[0]?.id ?? "";
  await app.ctx.db.halfDay.deleteMany({ where: { sessionId: firstSession } });
  expect((await problemsOn("2017-05-02")).get(cohortId)?.problem).toBe("gap");
  await app.ctx.db.cohort.updateMany({
    where: { id: { in: [cohortId, none.id] } },
    data: { gapReason: "Positionnement collectif" },
  });
  const accepted = await problemsOn("2017-05-02");
  expect([accepted.has(cohortId), accepted.get(none.id)?.problem]).toEqual([false, "no_plan"]);
});

test("a cohort that starts in more than a year may wait for its plan", async () => {
  await aCohort(app.ctx);
  const listed = async (day: string) => (await workListOn(day)).cohortsWithoutSoundPlan.length;
  expect([await listed("2016-05-15"), await listed("2016-05-16")]).toEqual([0, 1]);
});

test("each list names a hundred at most", async () => {
  const { programme } = await aCohort(app.ctx);
  const fields = { registrationOpensOn: "2017-01-01", registrationClosesOn: "2017-04-30", capacity: 200 };
  for (let each = 0; each < 100; each++) {
    const dates = { startsOn: "2017-05-16", endsOn: "2018-03-31" };
    const name = `Promotion ${each}`;
    await createCohort(app.ctx, { ...fields, ...dates, name, programmeId: programme.id, code: crypto.randomUUID() });
  }
  const cohorts = await app.ctx.db.cohort.findMany({ select: { id: true } });
  for (const { id } of cohorts) {
    const { enrolmentId } = await anEnrolment(app.ctx, id);
    await aStoredWeek(app.ctx, enrolmentId, { week: "2017-W22", state: "submitted", minutes: [60] });
  }
  const { weeksToValidate, traineesBehind, cohortsWithoutSoundPlan } = await workListOn("2018-03-30");
  expect([weeksToValidate.count, weeksToValidate.minutes, cohorts.length]).toEqual([101, 6060, 101]);
  expect([weeksToValidate.cohorts.length, traineesBehind.length, cohortsWithoutSoundPlan.length]).toEqual([
    100, 100, 100,
  ]);
});

test("the statements answer what their types say", async () => {
  const { cohortId } = await aPlannedCohort(app.ctx);
  await aCohort(app.ctx);
  const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
  await aStoredWeek(app.ctx, enrolmentId, { week: "2017-W22", state: "submitted", minutes: [60] });
  const { titleVersionId } = await app.ctx.db.programme.findFirstOrThrow({ where: { cohorts: { some: {} } } });
  const decision = { personId, enrolmentId, titleVersionId, obtained: false, reason: "Entretien trop court" };
  await app.ctx.db.ccpResult.create({ data: { ...decision, decidedOn: toColumn("2017-06-01") } });
  app.setNow("2017-06-20T10:00:00Z");
  const facts = cohortFacts.parse(await factsOfCohort(app.ctx, cohortId));
  expect([facts.trainees[0]?.weeks.length, facts.trainees[0]?.results.length]).toEqual([1, 1]);
  expect((await listWeeksWaiting(app.ctx)).map((row) => weeksWaiting.parse(row))).toHaveLength(1);
  expect((await listPlacementsInProgress(app.ctx)).map((row) => placementInProgress.parse(row))).toHaveLength(1);
  expect((await listUnsoundPlans(app.ctx)).map((row) => unsoundPlan.parse(row))).toHaveLength(1);
  await app.ctx.db.planChange.updateMany({ where: { cohortId }, data: { state: "drafted", number: null } });
  expect((await listDraftsToPublish(app.ctx)).map((row) => draftToPublish.parse(row))).toHaveLength(1);
});

test("drafts wait to be published, the longest waiting first, until they are published or given up", async () => {
  const [one, other] = [await aPlannedCohort(app.ctx), await aPlannedCohort(app.ctx)];
  const [trainer] = [await aTrainer(app.ctx)];
  const headers = { "if-match": "*" };
  const edit = async (plan: Plan, halfDay: number, instant: string) => {
    app.setNow(instant);
    const halfDays = [{ id: plan.sessions[0]?.halfDays[halfDay]?.id, trainerId: trainer.id }];
    const answer = await referent(planEdit, { params: { cohortId: plan.cohortId }, body: { halfDays }, headers });
    expect(answer.status).toBe(200);
  };
  await edit(other, 0, "2017-05-03T08:00:00Z");
  await edit(one, 1, "2017-05-03T09:00:00Z");
  await edit(other, 2, "2017-05-03T10:00:00Z");
  const waiting = async () => (await workListOn("2017-05-04")).draftsToPublish;
  expect(await waiting()).toEqual([
    { cohortId: other.cohortId, cohortName: "Promotion 2017-2018", changes: 2, since: "2017-05-03T08:00:00.000Z" },
    { cohortId: one.cohortId, cohortName: "Promotion 2017-2018", changes: 1, since: "2017-05-03T09:00:00.000Z" },
  ]);
  await referent(planPublish, { params: { cohortId: other.cohortId }, body: {}, headers });
  expect((await waiting()).map(({ cohortId }) => cohortId)).toEqual([one.cohortId]);
  await referent(planDraftDiscard, { params: { cohortId: one.cohortId }, headers });
  expect(await waiting()).toEqual([]);
});

test("half-days of the next eight weeks without anybody or any room are named by cohort; an exam needs no trainer", async () => {
  const { cohortId } = await aPlannedCohort(app.ctx);
  const { halfDaysToStaff } = await workListOn("2018-01-20");
  expect(halfDaysToStaff.map(({ problem, count, firstDay }) => [problem, count, firstDay])).toEqual([
    ["trainer_missing", 8, "2018-02-13"],
    ["room_missing", 12, "2018-02-13"],
  ]);
  expect(new Set(halfDaysToStaff.map((entry) => entry.cohortId))).toEqual(new Set([cohortId]));
  expect((await workListOn("2018-03-20")).halfDaysToStaff).toEqual([]);
});

test("a trainer or a room that is not to be had is named, each with its half-days, and only while planned", async () => {
  const { cohortId } = await aPlannedCohort(app.ctx);
  const [trainer, room] = [await aTrainer(app.ctx), await aRoom(app.ctx, { name: "Garrigue" })];
  await app.ctx.db.halfDay.updateMany({ where: { cohortId }, data: { trainerId: trainer.id, roomId: room.id } });
  const away = { trainerId: trainer.id, from: toColumn("2018-02-01"), to: toColumn("2018-02-28"), slot: "pm" as const };
  await app.ctx.db.unavailability.create({ data: away });
  await app.ctx.db.room.update({ where: { id: room.id }, data: { retiredOn: toColumn("2018-02-16") } });
  const named = async () =>
    (await workListOn("2018-01-20")).halfDaysToStaff.map(({ problem, name, count }) => [problem, name, count]);
  expect(await named()).toEqual([
    ["trainer_unavailable", "Dominique Exemple", 4],
    ["room_unavailable", "Garrigue", 6],
  ]);
  await app.ctx.db.halfDay.updateMany({
    where: { cohortId, day: toColumn("2018-02-13") },
    data: { state: "cancelled", cancelledReason: "Grève" },
  });
  expect(await named()).toEqual([
    ["trainer_unavailable", "Dominique Exemple", 3],
    ["room_unavailable", "Garrigue", 6],
  ]);
});

test("the statement of coming half-days answers what it says", async () => {
  await aPlannedCohort(app.ctx);
  const { rows } = await app.database.pool.query(comingStatement.text, ["2018-01-01", "2018-03-31"]);
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) comingHalfDay.parse(row);
});
