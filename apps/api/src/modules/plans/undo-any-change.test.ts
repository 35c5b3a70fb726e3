import { planEdit, planRedo } from "@passerelle/contracts/plan-edits";
import { type Plan, planAdopt } from "@passerelle/contracts/plans";
import { draftChangeUndo } from "@passerelle/contracts/publications";
import { halfDayCancel, halfDayMove } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { contentOf, draftedPlan, halfDayAt, halfDayIn, published, publishing } from "../../../test/drafts.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
let trainerId: string;
let roomId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
  trainerId = (await aTrainer(app.ctx)).id;
  roomId = (await aRoom(app.ctx)).id;
});
afterAll(() => app.close());

const any = { "if-match": "*" };
const at = (session: number, index: number, of = plan) => halfDayAt(of, session, index);
const drafted = () => draftedPlan(referent, plan.cohortId);
const content = async () => contentOf(await drafted());
const redo = () => referent(planRedo, { params: { cohortId: plan.cohortId }, headers: any });

function edit(halfDays: object[], more: object = {}, { cohortId } = plan): Promise<Answer> {
  return referent(planEdit, { params: { cohortId }, body: { halfDays, ...more }, headers: any });
}

function cancel(halfDayId: string, replacement?: object): Promise<Answer> {
  const body = { reason: "Tempête", ...(replacement && { replacement }) };
  return referent(halfDayCancel, { params: { halfDayId }, body, headers: any });
}

function move(halfDayId: string, day: string, slot = "am"): Promise<Answer> {
  return referent(halfDayMove, { params: { halfDayId }, body: { day, slot }, headers: any });
}

/** The identifiers of the changes of the draft, in their order. */
async function changeIds(): Promise<string[]> {
  return ((await drafted()).draft?.changes ?? []).map(({ id }) => id);
}

function undo(changeId = ""): Promise<Answer> {
  return referent(draftChangeUndo, { params: { cohortId: plan.cohortId, changeId }, headers: any });
}

test("giving a half-day a trainer and moving it are two changes: either is undone, the other stays", async () => {
  const { id } = at(0, 0);
  for (const [index, left] of [
    [0, { day: "2017-05-22", trainer: null }],
    [1, { day: "2017-05-16", trainer: { id: trainerId } }],
  ] as const) {
    await edit([{ id, trainerId }]);
    await move(id, "2017-05-22");
    const answer = await undo((await changeIds())[index]);
    expect(halfDayIn(answer.body, id)).toMatchObject(left);
    await undo((await changeIds())[0]);
  }
});

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

test.each(orders)(
  "three changes are undone in the order %i, %i, %i to the published plan, and done again",
  async (...order) => {
    const before = await content();
    await edit([{ id: at(0, 0).id, trainerId, roomId }]);
    await move(at(0, 0).id, "2017-05-22");
    await cancel(at(0, 1).id, { day: "2017-05-23", slot: "am" });
    const [after, ids] = [await content(), await changeIds()];
    for (const index of order) expect((await undo(ids[index])).status).toBe(200);
    expect(await content()).toEqual(before);
    expect(await changeIds()).toEqual([]);
    for (const _ of order) expect((await redo()).status).toBe(200);
    expect(await content()).toEqual(after);
    expect(await changeIds()).toEqual(ids);
  },
);

type Draft = () => Promise<unknown>;

const buildsOn: [name: string, first: Draft, then: Draft][] = [
  ["a second move", () => move(at(0, 0).id, "2017-05-22"), () => move(at(0, 0).id, "2017-05-23")],
  [
    "another slot of the day it moved to",
    () => move(at(0, 0).id, "2017-05-22"),
    () => move(at(0, 0).id, "2017-05-22", "pm"),
  ],
  [
    "another trainer",
    () => edit([{ id: at(0, 0).id, trainerId }]),
    async () => edit([{ id: at(0, 0).id, trainerId: (await aTrainer(app.ctx)).id }]),
  ],
  [
    "competencies of the block it was given",
    () => edit([{ id: at(0, 0).id, blockCode: "CCP2", competencyCodes: [] }]),
    async () => {
      const [, second] = (await drafted()).proof.blocks;
      return edit([{ id: at(0, 0).id, competencyCodes: [second?.competencies[0]?.code] }]);
    },
  ],
  [
    "a distance, once its room was left",
    () => edit([{ id: at(1, 0).id, roomId: null }]),
    () => edit([{ id: at(1, 0).id, remote: true }]),
  ],
  [
    "a reason to be on the day it moved to, closed meanwhile",
    () => move(at(0, 0).id, "2017-05-22"),
    async () => {
      const day = new Date("2017-05-22");
      const { id } = await app.database.prisma.closure.create({ data: { from: day, to: day, label: "Grève" } });
      const answer = await edit([{ id: at(0, 0).id }], { overrideReason: "Cours maintenu" });
      await app.database.prisma.closure.delete({ where: { id } });
      return answer;
    },
  ],
  ["its cancellation", () => edit([{ id: at(0, 0).id, trainerId }]), () => cancel(at(0, 0).id)],
  [
    "what is held in its place",
    () => edit([{ id: at(0, 0).id, blockCode: "CCP2" }]),
    () => cancel(at(0, 0).id, { day: "2017-05-22", slot: "am" }),
  ],
  [
    "a change of what is held in place of another",
    () => cancel(at(0, 0).id, { day: "2017-05-22", slot: "am" }),
    async () => {
      const instead = (await drafted()).sessions[0]?.halfDays.find(({ replacesId }) => replacesId === at(0, 0).id);
      return edit([{ id: instead?.id, trainerId }]);
    },
  ],
  [
    "another plan, which it is no longer in",
    () => edit([{ id: at(0, 0).id, trainerId }]),
    () => {
      const sessions = plan.sessions.slice(1).map(({ halfDays }) => ({
        halfDays: halfDays.map(({ day, slot, blockCode }) => ({ day, slot, blockCode })),
      }));
      const body = { sessions, examHalfDays: [], gapReason: "En deux temps" };
      return referent(planAdopt, { params: { cohortId: plan.cohortId }, body, headers: any });
    },
  ],
];

test.each(buildsOn)("a change on which a later one builds is not undone before it: %s", async (_name, first, then) => {
  await edit([{ id: at(1, 0).id, roomId }]);
  await published(referent, plan.cohortId);
  const before = await content();
  expect(await first()).toMatchObject({ status: 200 });
  const between = await content();
  expect(await then()).toMatchObject({ status: 200 });
  const [after, [one, two]] = [await content(), await changeIds()];
  const refused = await undo(one);
  expect(refused).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  expect(refused.body.detail).toBe("Un changement fait ensuite s’appuie sur celui-ci : annulez-le d’abord.");
  expect(await content()).toEqual(after);
  expect(contentOf((await undo(two)).body)).toEqual(between);
  expect(contentOf((await undo(one)).body)).toEqual(before);
});

test.each([
  ["moved away from", () => move(at(0, 0).id, "2017-05-22")],
  ["cancelled", () => cancel(at(0, 0).id)],
])(
  "a place that was %s and is taken since, in the same plan, is not taken back: who has it is named",
  async (_name, first) => {
    await first();
    await move(at(0, 1).id, "2017-05-16");
    const [one, two] = await changeIds();
    const refused = await undo(one);
    expect(refused).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
    expect(refused.body.facts.conflicts).toMatchObject([
      { halfDayId: at(0, 0).id, kind: "cohort", day: "2017-05-16", slot: "am", other: { id: at(0, 1).id } },
    ]);
    expect((await undo(two)).status).toBe(200);
    expect((await undo(one)).status).toBe(200);
  },
);

test("a trainer whom another cohort published since is not taken back, whatever was changed after", async () => {
  const other = await aPlannedCohort(app.ctx);
  await edit([{ id: at(0, 0).id, trainerId }]);
  await published(referent, plan.cohortId);
  await edit([{ id: at(0, 0).id, day: "2017-05-22" }]);
  await edit([{ id: at(0, 0).id, trainerId: null }]);
  await edit([{ id: at(0, 0).id, roomId }]);
  await edit([{ id: at(0, 0, other).id, day: "2017-05-22", trainerId }], {}, other);
  await published(referent, other.cohortId);
  const [moved, left, given] = await changeIds();
  const refused = await undo(left);
  expect(refused).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(refused.body.facts.conflicts).toMatchObject([{ kind: "trainer", other: { cohortId: other.cohortId } }]);
  for (const id of [given, moved, left]) expect((await undo(id)).status).toBe(200);
});

test("what another cohort published in the way of a draft stops only its publication: what else is in it is undone", async () => {
  const other = await aPlannedCohort(app.ctx);
  await edit([{ id: at(0, 0).id, trainerId }]);
  await edit([{ id: at(0, 0).id, roomId }]);
  await edit([{ id: at(0, 0, other).id, trainerId }], {}, other);
  await published(referent, other.cohortId);
  const [taken, given] = await changeIds();
  expect((await undo(given)).status).toBe(200);
  expect(await publishing(referent, plan.cohortId)).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect((await redo()).status).toBe(200);
  expect((await undo(taken)).status).toBe(200);
  const done = await published(referent, plan.cohortId);
  expect(halfDayIn(done, at(0, 0).id)).toMatchObject({ trainer: null, room: { id: roomId } });
});

test("a plan adopted over a draft leaves each change undone that it does not touch", async () => {
  await edit([{ id: at(0, 0).id, roomId }]);
  const sessions = plan.sessions.map(({ halfDays }) => ({
    halfDays: halfDays.map(({ id, day, slot, blockCode }) => ({
      day,
      slot,
      blockCode,
      trainerId,
      roomId: id === at(0, 0).id ? roomId : null,
    })),
  }));
  const examHalfDays = plan.examHalfDays.map(({ day, slot, blockCode }) => ({ day, slot, blockCode }));
  const sent = { params: { cohortId: plan.cohortId }, body: { sessions, examHalfDays }, headers: any };
  expect(await referent(planAdopt, sent)).toMatchObject({ status: 200 });
  const answer = await undo((await changeIds())[0]);
  expect(halfDayIn(answer.body, at(0, 0).id)).toMatchObject({ trainer: { id: trainerId }, room: null });
});
