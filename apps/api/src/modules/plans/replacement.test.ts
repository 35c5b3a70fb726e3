import { planEdit } from "@passerelle/contracts/plan-edits";
import { type HalfDay, type Plan, planRead } from "@passerelle/contracts/plans";
import { halfDayCancel } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftedPlan, halfDayAt, published } from "../../../test/drafts.ts";
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

function cancel(halfDayId: string, replacement?: object): Promise<Answer> {
  const body = { reason: "Salle inondée", ...(replacement && { replacement }) };
  return referent(halfDayCancel, { params: { halfDayId }, body, headers: any });
}

const edit = (halfDays: object[], of = plan) =>
  referent(planEdit, { params: { cohortId: of.cohortId }, body: { halfDays }, headers: any });
const replacing = (body: Plan, id: string): HalfDay | undefined =>
  [...body.sessions.flatMap(({ halfDays }) => halfDays), ...body.examHalfDays].find(
    ({ replacesId }) => replacesId === id,
  );

test("the one held instead is in the same session, with its block, competencies, trainer and room", async () => {
  const { id, sessionId } = at(0, 0);
  const { proof } = (await referent(planRead, { params: { cohortId: plan.cohortId } })).body;
  const { code } = proof.blocks[0].competencies[0];
  await edit([{ id, trainerId, roomId, competencyCodes: [code] }]);
  const answer = await cancel(id, { day: "2017-05-22", slot: "pm" });
  expect(answer.status).toBe(200);
  expect(replacing(answer.body, id)).toMatchObject({
    sessionId,
    kind: "teaching",
    day: "2017-05-22",
    startsAt: "2017-05-22T13:30",
    blockCode: "CCP1",
    competencies: [{ code }],
    trainer: { id: trainerId },
    room: { id: roomId },
    state: "planned",
  });
  expect(answer.body.proof.exact).toBe(true);
  expect(at(0, 0, answer.body)).toMatchObject({ id, state: "cancelled", cancelledReason: "Salle inondée" });
});

test("its trainer and room may be others, or none", async () => {
  const { id } = at(0, 0);
  await edit([{ id, trainerId, roomId }]);
  const answer = await cancel(id, {
    day: "2017-05-22",
    slot: "pm",
    trainerId: null,
    roomId: (await aRoom(app.ctx)).id,
  });
  expect(replacing(answer.body, id)).toMatchObject({ trainer: null, room: { name: expect.stringContaining("Salle") } });
});

test("in the very place of the cancelled one it may be, and an exam half-day is replaced too", async () => {
  const { id, day, slot } = at(0, 0);
  expect((await cancel(id, { day, slot })).status).toBe(200);
  const exam = plan.examHalfDays[0]?.id ?? "";
  const answer = await cancel(exam, { day: "2018-03-08", slot: "am" });
  expect(replacing(answer.body, exam)).toMatchObject({ kind: "exam", sessionId: null, day: "2018-03-08" });
});

test("a gap adopted keeps its reason when the hours are replaced, and loses it when they are not", async () => {
  await app.database.prisma.cohort.update({ where: { id: plan.cohortId }, data: { gapReason: "Adopté ainsi" } });
  expect((await cancel(at(0, 0).id, { day: "2017-05-22", slot: "am" })).body.gapReason).toBe("Adopté ainsi");
  expect((await cancel(at(0, 1).id)).body.gapReason).toBeNull();
});

test("what it runs into is refused where it stands, and nothing is cancelled", async () => {
  const { id } = at(0, 0);
  const nobody = "01890a5d-ac96-774b-bcce-b302099a8057";
  const holiday = await cancel(id, { day: "2017-05-25", slot: "am", trainerId: nobody });
  expect(holiday).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  expect(holiday.body.errors).toMatchObject([
    { pointer: "/replacement/trainerId", code: "unknown_trainer" },
    { pointer: "/replacement/day", code: "day_on_public_holiday" },
  ]);
  const own = await cancel(id, { day: "2017-05-17", slot: "am" });
  expect(own).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(own.body.facts.conflicts).toMatchObject([{ halfDayId: null, kind: "cohort" }]);
  const other = await aPlannedCohort(app.ctx);
  await edit([{ id: at(0, 2, other).id, roomId, day: "2017-05-22", slot: "am" }], other);
  await published(referent, other.cohortId);
  const taken = await cancel(id, { day: "2017-05-22", slot: "am", roomId });
  expect(taken.body.errors).toMatchObject([{ pointer: "/replacement/roomId", code: "room_taken" }]);
  expect((await draftedPlan(referent, plan.cohortId)).draft?.changes).toEqual([]);
});

test("with a written reason it may be on a holiday, and the draft says when it is held instead", async () => {
  const { id } = at(0, 0);
  const overrideReason = "Accord du groupe";
  const answer = await cancel(id, { day: "2017-05-25", slot: "am", overrideReason });
  expect(replacing(answer.body, id)?.overrideReason).toBe(overrideReason);
  expect(answer.body.draft.changes.at(-1).detail).toBe(
    "La demi-journée du mardi 16 mai 2017 (matin) est annulée et remplacée le jeudi 25 mai 2017 (matin). Motif : Salle inondée",
  );
});
