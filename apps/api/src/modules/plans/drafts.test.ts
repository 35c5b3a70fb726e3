import { planEdit, planUndo, sessionSplit } from "@passerelle/contracts/plan-edits";
import { type Plan, planAdopt, planRead } from "@passerelle/contracts/plans";
import { draftChangeUndo, planDraftDiscard, planPublish } from "@passerelle/contracts/publications";
import { halfDayCancel, halfDayMove } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../../test/builders.ts";
import { signedIn, password } from "../../../test/accounts.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { contentOf, draftedPlan, halfDayAt, halfDayIn, published, publishing } from "../../../test/drafts.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { createUser } from "../accounts/create-user.ts";

let app: TestApp;
let camille: Client;
let noa: Client;
let plan: Plan;
let trainerId: string;
let roomId: string;
beforeAll(async () => {
  app = await startApp();
  [camille, noa] = [await aReferent("Camille"), await aReferent("Noa")];
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
  trainerId = (await aTrainer(app.ctx)).id;
  roomId = (await aRoom(app.ctx, { name: "Garrigue" })).id;
});
afterAll(() => app.close());

const any = { "if-match": "*" };
const at = (session: number, index: number) => halfDayAt(plan, session, index);
const drafted = (cohortId = plan.cohortId) => draftedPlan(camille, cohortId);

async function aReferent(givenName: string): Promise<Client> {
  const email = `${crypto.randomUUID()}@exemple.test`;
  await createUser(app.ctx, { email, givenName, usualName: "Exemple", roles: ["referent"], password });
  return signedIn(app, email);
}

function edit(halfDays: object[], client = camille, headers: Record<string, string> = any): Promise<Answer> {
  return client(planEdit, { params: { cohortId: plan.cohortId }, body: { halfDays }, headers });
}

function undo(changeId: string, headers: Record<string, string> = any, cohortId = plan.cohortId): Promise<Answer> {
  return camille(draftChangeUndo, { params: { cohortId, changeId }, headers });
}

const discard = (cohortId = plan.cohortId) => camille(planDraftDiscard, { params: { cohortId }, headers: any });

test("changes of two referents gather in their order, each with its author and its hour, in one plan", async () => {
  app.setNow("2017-05-03T08:00:00Z");
  await edit([{ id: at(0, 0).id, day: "2017-05-22" }], camille);
  app.setNow("2017-05-03T09:00:00Z");
  await edit([{ id: at(0, 1).id, roomId }], noa);
  const sent = { params: { halfDayId: at(0, 2).id }, body: { reason: "Tempête" }, headers: any };
  const { body: last } = await camille(halfDayCancel, sent);
  app.setNow("2017-05-02T10:00:00Z");
  const read = await drafted();
  expect(read.draft?.changes.map(({ id: _id, ...told }) => told)).toEqual([
    {
      detail: "La demi-journée du mardi 16 mai 2017 (matin) est déplacée : elle a lieu le lundi 22 mai 2017 (matin).",
      by: "Camille Exemple",
      at: "2017-05-03T08:00:00.000Z",
      applies: true,
    },
    {
      detail: "Le mardi 16 mai 2017 (après-midi) se tient en salle Garrigue.",
      by: "Noa Exemple",
      at: "2017-05-03T09:00:00.000Z",
      applies: true,
    },
    {
      detail: "La demi-journée du mercredi 17 mai 2017 (matin) est annulée. Motif : Tempête",
      by: "Camille Exemple",
      at: "2017-05-03T09:00:00.000Z",
      applies: true,
    },
  ]);
  expect(last).toEqual(read);
  expect(halfDayIn(read, at(0, 0).id)?.day).toBe("2017-05-22");
  expect(halfDayIn(read, at(0, 1).id)?.room?.id).toBe(roomId);
  expect(halfDayIn(read, at(0, 2).id)?.state).toBe("cancelled");
  expect(await draftedPlan(noa, plan.cohortId)).toEqual(read);
});

test("a plan without a draft is the published one, with no change in it", async () => {
  const { body } = await camille(planRead, { params: { cohortId: plan.cohortId } });
  expect(body.draft).toBeNull();
  expect(await drafted()).toEqual({ ...body, draft: { changes: [] } });
  const { id } = await aCohort(app.ctx);
  expect(await drafted(id)).toMatchObject({ sessions: [], published: null, draft: { changes: [] } });
});

test("each change raises the version that the next must name; without it nothing is drafted (428)", async () => {
  const first = await edit([{ id: at(0, 0).id, trainerId }], camille, { "if-match": `"${plan.planVersion}"` });
  expect(first.headers["etag"]).toBe(`"${plan.planVersion + 1}"`);
  const changeId = first.body.draft.changes[0].id;
  const without = [
    await edit([{ id: at(0, 1).id, trainerId }], noa, {}),
    await undo(changeId, {}),
    await noa(planDraftDiscard, { params: { cohortId: plan.cohortId } }),
  ];
  expect(without.map(({ status }) => status)).toEqual([428, 428, 428]);
  expect(await drafted()).toEqual(first.body);
});

test("who comes second is refused with the drafted plan as it is, whose last change says what moved and who moved it", async () => {
  const version = { "if-match": `"${plan.planVersion}"` };
  await edit([{ id: at(0, 0).id, day: "2017-05-22" }], noa, version);
  const read = await drafted();
  const stale = [
    await edit([{ id: at(0, 0).id, day: "2017-05-23" }], camille, version),
    await undo(read.draft?.changes[0]?.id ?? "", version),
    await camille(planDraftDiscard, { params: { cohortId: plan.cohortId }, headers: version }),
    await camille(planUndo, { params: { cohortId: plan.cohortId }, headers: version }),
    await camille(planPublish, { params: { cohortId: plan.cohortId }, body: {}, headers: version }),
  ];
  for (const { status, body } of stale) {
    expect([status, body.code]).toEqual([412, "stale"]);
    expect(body.facts.current).toEqual(read);
    expect(body.facts.current.draft.changes.at(-1)).toMatchObject({
      by: "Noa Exemple",
      detail: expect.stringContaining("elle a lieu le lundi 22 mai 2017 (matin)"),
    });
  }
  expect(await drafted()).toEqual(read);
});

test("of two referents who change a draft at once, one change is made and the other told; sent again, both are there", async () => {
  const version = (of: number) => ({ "if-match": `"${of}"` });
  const edits = [[{ id: at(0, 0).id, trainerId }], [{ id: at(0, 1).id, roomId }]];
  const clients = [camille, noa];
  const answers = await Promise.all(
    edits.map((halfDays, index) => edit(halfDays, clients[index], version(plan.planVersion))),
  );
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  const late = answers.findIndex(({ status }) => status === 412);
  const { current } = answers[late]?.body.facts ?? {};
  const again = await edit(edits[late] ?? [], clients[late], version(current.planVersion));
  expect(again.status).toBe(200);
  expect(halfDayIn(again.body, at(0, 0).id)?.trainer?.id).toBe(trainerId);
  expect(halfDayIn(again.body, at(0, 1).id)?.room?.id).toBe(roomId);
  expect(again.body.draft.changes).toHaveLength(2);
});

test("of two who undo two changes at once, one is done and the other told", async () => {
  await edit([{ id: at(0, 0).id, trainerId }]);
  const { body } = await edit([{ id: at(0, 1).id, roomId }], noa);
  const version = { "if-match": `"${body.planVersion}"` };
  const answers = await Promise.all(body.draft.changes.map(({ id }: { id: string }) => undo(id, version)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  expect((await drafted()).draft?.changes).toHaveLength(1);
});

test("a draft given up leaves the published plan, and nothing of it to do again", async () => {
  const before = await drafted();
  await edit([{ id: at(0, 0).id, trainerId }]);
  await edit([{ id: at(0, 1).id, roomId }], noa);
  await camille(planUndo, { params: { cohortId: plan.cohortId }, headers: any });
  const given = await discard();
  expect(given).toMatchObject({ status: 200, body: { planVersion: plan.planVersion + 4 } });
  expect(given.body).toMatchObject({ draft: { changes: [] }, history: { undo: null, redo: null } });
  expect(contentOf(given.body)).toEqual(contentOf(before));
  const where = { entityId: plan.cohortId, type: "plan.draft-discarded" };
  const [told] = await app.database.prisma.event.findMany({ where });
  expect(told?.data).toEqual({ from: null, to: { changes: 1, cohortId: plan.cohortId } });
  const nothing = await discard();
  expect(nothing).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  expect(nothing.body.detail).toBe("Ce brouillon est vide : il n’y a rien à abandonner.");
});

test("a half-day held meanwhile overtakes the change that moves it, and the rest of the draft goes on", async () => {
  await edit([
    { id: at(0, 0).id, day: "2017-05-22" },
    { id: at(0, 1).id, day: "2017-05-22" },
  ]);
  await edit([{ id: at(0, 0).id, roomId }], noa);
  await edit([{ id: at(1, 0).id, trainerId }], noa);
  await app.database.prisma.halfDay.update({ where: { id: at(0, 0).id }, data: { state: "held" } });
  const read = await drafted();
  expect(read.draft?.changes.map(({ applies }) => applies)).toEqual([false, false, true]);
  expect(halfDayIn(read, at(0, 0).id)).toMatchObject({ day: "2017-05-16", state: "held", room: null });
  expect(halfDayIn(read, at(0, 1).id)?.day).toBe("2017-05-16"); // a change is made whole or not at all
  expect(halfDayIn(read, at(1, 0).id)?.trainer?.id).toBe(trainerId);
  expect(await edit([{ id: at(0, 0).id, trainerId }])).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  const more = await edit([{ id: at(0, 1).id, roomId }]);
  expect(more.body.draft.changes.map(({ applies }: { applies: boolean }) => applies)).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(await publishing(camille, plan.cohortId)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  for (const { id } of read.draft?.changes.slice(0, 2) ?? []) expect((await undo(id)).status).toBe(200);
  const done = await published(camille, plan.cohortId);
  expect(halfDayIn(done, at(0, 0).id)).toMatchObject({ day: "2017-05-16", state: "held", room: null });
  expect(halfDayIn(done, at(0, 1).id)).toMatchObject({ day: "2017-05-16", room: { id: roomId } });
  expect(halfDayIn(done, at(1, 0).id)?.trainer?.id).toBe(trainerId);
});

test("only a change of this very draft is undone: another cohort's, a published one, one undone are not there", async () => {
  const other = await aPlannedCohort(app.ctx);
  const elsewhere = { params: { cohortId: other.cohortId }, headers: any };
  const halfDays = [{ id: halfDayAt(other, 0, 0).id, trainerId }];
  const { body: foreign } = await camille(planEdit, { ...elsewhere, body: { halfDays } });
  const { body: first } = await edit([{ id: at(0, 1).id, trainerId }]);
  await published(camille, plan.cohortId);
  const { body: second } = await edit([{ id: at(0, 2).id, trainerId }]);
  const [undone] = second.draft.changes;
  expect((await undo(undone.id)).status).toBe(200);
  const before = await drafted();
  for (const { id } of [foreign.draft.changes[0], first.draft.changes[0], undone]) {
    expect(await undo(id)).toMatchObject({ status: 404 });
  }
  expect(await drafted()).toEqual(before);
});

test("a cancelled cohort's draft stays as it was: nothing goes in, nothing comes out", async () => {
  const { body } = await edit([{ id: at(0, 0).id, trainerId }]);
  const where = { id: plan.cohortId };
  await app.database.prisma.cohort.update({ where, data: { cancelledReason: "Faute de monde" } });
  const refused = [await edit([{ id: at(0, 1).id, trainerId }]), await undo(body.draft.changes[0].id), await discard()];
  for (const { status, body: problem } of refused) expect([status, problem.code]).toEqual([409, "illegal_move"]);
  expect((await drafted()).draft).toEqual(body.draft);
});

test("half-days that exist only in a draft are moved, edited, cancelled and split by their identifiers", async () => {
  const cohort = await aCohort(app.ctx);
  const of = { params: { cohortId: cohort.id }, headers: any };
  const days = ["2017-05-16", "2017-05-17"] as const;
  const halfDays = days.map((day) => ({ day, slot: "am", blockCode: "CCP1" }));
  const draft = { sessions: [{ halfDays }], examHalfDays: [], gapReason: "essai" };
  const { body: adopted } = await camille(planAdopt, { ...of, body: draft });
  const [one, two] = [halfDayAt(adopted, 0, 0), halfDayAt(adopted, 0, 1)];
  const edited = await camille(planEdit, { ...of, body: { halfDays: [{ id: one.id, trainerId }] } });
  expect(halfDayIn(edited.body, one.id)?.trainer?.id).toBe(trainerId);
  const place = { day: "2017-05-18", slot: "pm" };
  const moved = await camille(halfDayMove, { params: { halfDayId: one.id }, body: place, headers: any });
  expect(halfDayIn(moved.body, one.id)).toMatchObject(place);
  const replacement = { day: "2017-05-22", slot: "am" };
  const cancel = { body: { reason: "Tempête", replacement }, headers: any };
  const cancelled = await camille(halfDayCancel, { params: { halfDayId: two.id }, ...cancel });
  const instead = halfDayAt(cancelled.body, 0, 2);
  expect(instead).toMatchObject({ ...replacement, replacesId: two.id });
  const split = { params: { sessionId: one.sessionId ?? "" }, body: { days: ["2017-05-22"] }, headers: any };
  const parted = await camille(sessionSplit, split);
  expect(parted.body.sessions).toHaveLength(2);
  const again = await camille(halfDayCancel, {
    params: { halfDayId: instead.id },
    body: { reason: "Panne" },
    headers: any,
  });
  expect(halfDayIn(again.body, instead.id)).toMatchObject({ state: "cancelled", cancelledReason: "Panne" });
  const done = await published(camille, cohort.id, { gapReason: "essai" });
  expect(contentOf(done)).toMatchObject({ sessions: contentOf(again.body).sessions ?? [] });
});
