import { planEdit, planRedo, planUndo, sessionSplit } from "@passerelle/contracts/plan-edits";
import type { Contract } from "@passerelle/contracts/http";
import { type HalfDay, type Plan, planAdopt, planRead } from "@passerelle/contracts/plans";
import { cohortProgressRead, enrolmentProgressRead } from "@passerelle/contracts/progress";
import { draftChangeUndo, planDraftDiscard, planDraftRead, planPublish } from "@passerelle/contracts/publications";
import {
  halfDayCancel,
  halfDayList,
  halfDayMove,
  halfDayRead,
  sessionList,
  sessionMove,
  sessionRead,
} from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftedPlan, halfDayAt, published } from "../../../test/drafts.ts";
import { aTrainee } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { findDraftedHalfDay, findDraftedSession } from "./drafted.queries.ts";

let app: TestApp;
let referent: Client;
let trainee: Client;
let trainer: Client;
let plan: Plan;
let enrolmentId: string;
let before: string[];
let drafted: Plan;
let changeId: string;

const any = { "if-match": "*" };
const at = (session: number, index: number) => halfDayAt(plan, session, index);

beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  plan = await aPlannedCohort(app.ctx);
  ({ client: trainee, enrolmentId } = await aTrainee(app, plan.cohortId));
  const account = await anAccount(app, "trainer");
  trainer = await signedIn(app, account.email);
  const { id: trainerId } = await aTrainer(app.ctx, { userId: account.userId });
  await edit([0, 1, 2].map((index) => ({ id: at(0, index).id, trainerId })));
  await published(referent, plan.cohortId);
  before = await seenByOthers();
  await makeDraft(trainerId);
  drafted = await draftedPlan(referent, plan.cohortId);
  changeId = drafted.draft?.changes[0]?.id ?? "";
});
afterAll(() => app.close());

const edit = (halfDays: object[]) =>
  referent(planEdit, { params: { cohortId: plan.cohortId }, body: { halfDays }, headers: any });

/** A draft of everything: moved, cancelled, replaced, taken from one trainer and given to them elsewhere, split. */
async function makeDraft(trainerId: string): Promise<void> {
  const { id: roomId } = await aRoom(app.ctx);
  const replaced = { reason: "Tempête", replacement: { day: "2017-05-24", slot: "am", trainerId } };
  const answers = [
    await edit([
      { id: at(0, 0).id, day: "2017-05-22" },
      { id: at(0, 1).id, trainerId: null },
      { id: at(1, 0).id, trainerId, roomId, blockCode: "CCP2" },
    ]),
    await referent(halfDayCancel, { params: { halfDayId: at(0, 2).id }, body: replaced, headers: any }),
    await referent(halfDayCancel, { params: { halfDayId: at(0, 3).id }, body: { reason: "Panne" }, headers: any }),
    await referent(sessionSplit, {
      params: { sessionId: plan.sessions[1]?.id ?? "" },
      body: { days: plan.sessions[1]?.days.slice(2) },
      headers: any,
    }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
}

/** All that anybody reads of a cohort's half-days and hours, but for the version that the next change must name. */
async function seenByOthers(): Promise<string[]> {
  const { cohortId } = plan;
  const ask = async (client: Client, contract: Contract, sent: object) => {
    const { status, body } = await client(contract, sent);
    const others = (key: string, value: unknown) => (/^(planVersion|version|requestId)$/.test(key) ? undefined : value);
    return JSON.stringify([contract.operationId, status, body], others);
  };
  const query = { cohortId, limit: "200" };
  return [
    await ask(trainee, planRead, { params: { cohortId } }),
    await ask(trainee, halfDayList, { query }),
    await ask(trainee, halfDayRead, { params: { halfDayId: at(0, 0).id } }),
    await ask(trainee, sessionList, { query }),
    await ask(trainee, sessionRead, { params: { sessionId: plan.sessions[0]?.id } }),
    await ask(trainee, enrolmentProgressRead, { params: { enrolmentId } }),
    await ask(trainer, halfDayList, { query: { limit: "200" } }),
    await ask(trainer, halfDayRead, { params: { halfDayId: at(0, 2).id } }),
    await ask(trainer, halfDayRead, { params: { halfDayId: at(1, 0).id } }),
    await ask(referent, planRead, { params: { cohortId } }),
    await ask(referent, halfDayList, { query }),
    await ask(referent, cohortProgressRead, { params: { cohortId } }),
  ];
}

test("nobody's timetable, hours or progress changes before a draft is published; the referent's neither", async () => {
  expect(drafted.draft?.changes).toHaveLength(4);
  expect(await seenByOthers()).toEqual(before);
});

test("administrators, referents and keys that change plans read a draft; other roles and keys do not (403)", async () => {
  const params = { cohortId: plan.cohortId };
  const readers = [await app.as("admin"), await app.as("referent"), await app.withKey("sessions:write")];
  for (const client of readers) {
    const { status, body } = await client(planDraftRead, { params });
    expect([status, body.draft?.changes.length]).toEqual([200, 4]);
  }
  const others = [trainee, trainer, await app.as("examiner"), await app.withKey("sessions:read")];
  for (const client of others) {
    expect(await client(planDraftRead, { params })).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  }
});

test("nor does anybody else change one: it is not theirs to undo, do again, give up or publish (403)", async () => {
  const params = { cohortId: plan.cohortId, changeId };
  for (const client of [trainee, trainer, await app.as("examiner"), await app.withKey("sessions:read")]) {
    for (const contract of [draftChangeUndo, planDraftDiscard, planUndo, planRedo, planPublish]) {
      const { status } = await client(contract, {
        params,
        headers: any,
        ...(contract === planPublish && { body: {} }),
      });
      expect([contract.operationId, status]).toEqual([contract.operationId, 403]);
    }
  }
  expect(await draftedPlan(referent, plan.cohortId)).toEqual(drafted);
});

test("a draft of a cohort that does not exist is not there (404)", async () => {
  const params = { cohortId: "01890a5d-ac96-774b-bcce-b302099a8057", changeId };
  for (const contract of [planDraftRead, draftChangeUndo, planDraftDiscard]) {
    expect([contract.operationId, (await referent(contract, { params, headers: any })).status]).toEqual([
      contract.operationId,
      404,
    ]);
  }
});

/** The half-day held in place of the cancelled one, and the session split off: neither is published. */
function draftedOnly(): { halfDayId: string; sessionId: string } {
  const halfDays = drafted.sessions.flatMap((session): HalfDay[] => session.halfDays);
  const instead = halfDays.find(({ replacesId }) => replacesId === at(0, 2).id);
  const known = new Set(plan.sessions.map(({ id }) => id));
  const apart = drafted.sessions.find(({ id }) => !known.has(id));
  if (instead === undefined || apart === undefined) throw new Error("nothing is only drafted");
  return { halfDayId: instead.id, sessionId: apart.id };
}

test("what is only drafted is not there for whoever reads what is published, nor for whoever may not draft", async () => {
  const params = draftedOnly();
  for (const client of [referent, trainee, trainer]) {
    expect((await client(halfDayRead, { params })).status).toBe(404);
    expect((await client(sessionRead, { params })).status).toBe(404);
    const { body } = await client(halfDayList, { query: { sessionId: params.sessionId } });
    expect(body.items).toEqual([]);
  }
});

test("nor is it found by its identifier for whoever does not see every plan, whatever the operation would let in (G1)", async () => {
  const { halfDayId, sessionId } = draftedOnly();
  for (const role of ["trainer", "trainee", "examiner"] as const) {
    const actor = { kind: "person", tokenId: "", userId: crypto.randomUUID(), roles: [role] } as const;
    const ctx = { ...app.ctx, actor };
    await expect(findDraftedHalfDay(ctx, halfDayId)).rejects.toMatchObject({ code: "not_found" });
    await expect(findDraftedSession(ctx, sessionId)).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await findDraftedHalfDay(app.ctx, halfDayId)).toEqual({ cohortId: plan.cohortId });
});

test("what is only drafted is changed by its identifier as long as the change that made it is in the draft", async () => {
  const { halfDayId, sessionId } = draftedOnly();
  const move = async () => [
    await referent(halfDayMove, { params: { halfDayId }, body: { day: "2017-05-29", slot: "am" }, headers: any }),
    await referent(sessionMove, { params: { sessionId }, body: { days: ["2017-06-22", "2017-06-23"] }, headers: any }),
  ];
  expect((await move()).map(({ status }) => status)).toEqual([200, 200]);
  const { draft } = await draftedPlan(referent, plan.cohortId);
  for (const { id } of draft?.changes.toReversed() ?? []) {
    const params = { cohortId: plan.cohortId, changeId: id };
    expect((await referent(draftChangeUndo, { params, headers: any })).status).toBe(200);
  }
  expect((await move()).map(({ status }) => status)).toEqual([404, 404]);
});

test("what a draft took out of the plan is changed no more (404), and still read as it is published", async () => {
  const { cohortId, sessions } = await aPlannedCohort(app.ctx);
  const [gone, ...kept] = sessions;
  const planned = kept.map(({ halfDays }) => ({
    halfDays: halfDays.map(({ day, slot, blockCode }) => ({ day, slot, blockCode })),
  }));
  const body = { sessions: planned, examHalfDays: [], gapReason: "En deux temps" };
  expect(await referent(planAdopt, { params: { cohortId }, body, headers: any })).toMatchObject({ status: 200 });
  const params = { sessionId: gone?.id ?? "", halfDayId: gone?.halfDays[0]?.id ?? "" };
  const changes: [Contract, object][] = [
    [halfDayMove, { day: "2017-05-22", slot: "am" }],
    [halfDayCancel, { reason: "Tempête" }],
    [sessionMove, { days: gone?.days }],
    [sessionSplit, { days: gone?.days.slice(1) }],
  ];
  for (const [contract, body] of changes) {
    const { status } = await referent(contract, { params, body, headers: any });
    expect([contract.operationId, status]).toEqual([contract.operationId, 404]);
  }
  expect((await referent(halfDayRead, { params })).status).toBe(200);
  expect((await referent(sessionRead, { params })).body.days).toEqual(gone?.days);
});
