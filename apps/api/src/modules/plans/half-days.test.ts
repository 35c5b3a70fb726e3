import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { halfDayCancel, halfDayList, halfDayMove, halfDayRead } from "@passerelle/contracts/sessions";
import type { Contract } from "@passerelle/contracts/http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftedPlan, published } from "../../../test/drafts.ts";
import { violatedConstraint } from "../../core/constraints.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
let first: HalfDay;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
  const half = plan.sessions[0]?.halfDays[0];
  if (half !== undefined) first = half;
});
afterAll(() => app.close());

async function change(
  contract: Contract,
  halfDayId: string,
  body: object,
  version = plan.planVersion,
): Promise<Answer> {
  return referent(contract, { params: { halfDayId }, body, headers: { "if-match": `"${version}"` } });
}

test("a half-day moves to another day and slot, its block with it, for all once it is published", async () => {
  const answer = await change(halfDayMove, first.id, { day: "2017-05-22", slot: "pm" });
  expect(answer.status).toBe(200);
  const read = async () => (await referent(halfDayRead, { params: { halfDayId: first.id } })).body;
  expect(await read()).toMatchObject({ day: "2017-05-16", slot: "am", startsAt: "2017-05-16T09:00" });
  await published(referent, plan.cohortId);
  expect(await read()).toMatchObject({
    day: "2017-05-22",
    slot: "pm",
    blockCode: "CCP1",
    startsAt: "2017-05-22T13:30",
  });
  const codes = answer.body.proof.findings.map(({ code }: { code: string }) => code);
  expect(codes).toContain("session_in_several_weeks");
});

test("an exam half-day moves too, and the proof minds the exam's own rules", async () => {
  const exam = plan.examHalfDays[0]?.id ?? "";
  const answer = await change(halfDayMove, exam, { day: "2018-02-12", slot: "am" });
  expect(answer.status).toBe(200);
  const codes = answer.body.proof.findings.map(({ code }: { code: string }) => code);
  expect(codes).toEqual(expect.arrayContaining(["exam_before_last_session", "exam_not_consecutive"]));
});

test("onto a slot the cohort has, it clashes (T1)", async () => {
  const answer = await change(halfDayMove, first.id, { day: "2017-05-17", slot: "am" });
  expect(answer).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(answer.body.facts.conflicts).toMatchObject([{ day: "2017-05-17", slot: "am" }]);
});

test("onto Ascension Day it is refused, the day named", async () => {
  const answer = await change(halfDayMove, first.id, { day: "2017-05-25", slot: "am" });
  expect(answer.body.errors).toMatchObject([{ pointer: "/day", facts: { holiday: "ascension" } }]);
});

test("a cancelled half-day keeps its reason, its hours are due again, and its slot is free", async () => {
  const answer = await change(halfDayCancel, first.id, { reason: "Salle inondée" });
  expect(answer.body.proof.blocks[0]).toMatchObject({ code: "CCP1", differenceMinutes: -210, plannedHalfDays: 21 });
  expect(answer.body.sessions[0].halfDays[0]).toMatchObject({ state: "cancelled", cancelledReason: "Salle inondée" });
  const second = plan.sessions[0]?.halfDays[1]?.id ?? "";
  const moved = await change(halfDayMove, second, { day: first.day, slot: "am" }, answer.body.planVersion);
  expect(moved.status).toBe(200);
  const again = await change(halfDayCancel, first.id, { reason: "encore" }, moved.body.planVersion);
  expect(again).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("a session whose half-days are all cancelled keeps its number, and the proof counts its days", async () => {
  let version = plan.planVersion;
  for (const { id } of plan.sessions[0]?.halfDays ?? []) {
    const answer = await change(halfDayCancel, id, { reason: "Tempête" }, version);
    version = answer.body.planVersion;
  }
  const { sessions, proof } = await draftedPlan(referent, plan.cohortId);
  expect(sessions[0]).toMatchObject({ number: 1, days: [], can: { move: { allowed: false } } });
  const details = proof.findings.map(({ detail }) => detail);
  expect(details).toContain("La session 1 a 0 jours au lieu de 4.");
});

test.each([
  ["cohort", () => ({ cohortId: plan.cohortId }), 76],
  ["session", () => ({ sessionId: plan.sessions[0]?.id ?? "" }), 8],
  ["kind", () => ({ cohortId: plan.cohortId, kind: "exam" }), 4],
  ["days", () => ({ cohortId: plan.cohortId, from: "2017-05-16", to: "2017-05-17" }), 4],
] as const)("the list is filtered by %s", async (_name, query, count) => {
  const { body } = await referent(halfDayList, { query: { ...query(), limit: "200" } });
  expect(body.items).toHaveLength(count);
});

test("the database itself refuses an overlap, whoever writes it", async () => {
  const { prisma } = app.database;
  const row = await prisma.halfDay.findUniqueOrThrow({ where: { id: first.id }, omit: { id: true } });
  const error: unknown = await prisma.halfDay.create({ data: row }).catch((reason: unknown) => reason);
  expect(violatedConstraint(error)).toBe("half_day_cohort_no_overlap");
});

test("nor does it let one be moved onto another, or be cancelled without a reason", async () => {
  const { prisma } = app.database;
  const where = { id: first.id };
  const other = await prisma.halfDay.findUniqueOrThrow({ where: { id: plan.sessions[1]?.halfDays[0]?.id ?? "" } });
  const { day, startsAt, endsAt } = other;
  const overlap = await prisma.halfDay.update({ where, data: { day, startsAt, endsAt } }).catch(String);
  expect(overlap).toContain("half_day_cohort_no_overlap");
  const silent = await prisma.halfDay.update({ where, data: { state: "cancelled" } }).catch(String);
  expect(silent).toContain("half_day_cancelled_with_reason");
});

test.each([
  ["moved", halfDayMove, { day: "2017-05-22", slot: "pm" }],
  ["cancelled", halfDayCancel, { reason: "trop tard" }],
])("one already held is not %s, and its ability says so before", async (_name, contract, body) => {
  await app.database.prisma.halfDay.update({ where: { id: first.id }, data: { state: "held" } });
  const { body: read } = await referent(halfDayRead, { params: { halfDayId: first.id } });
  const denied = { allowed: false, code: "illegal_move" };
  expect(read.can).toEqual({ move: denied, cancel: denied });
  expect(await change(contract, first.id, body)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("of a move and a cancellation at once on one version, one is made and the other told", async () => {
  const answers = await Promise.all([
    change(halfDayMove, first.id, { day: "2017-05-22", slot: "pm" }),
    change(halfDayCancel, first.id, { reason: "Salle inondée" }),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

test("a change without the version it was read at is refused, and told which is current", async () => {
  const sent = { params: { halfDayId: first.id }, body: { reason: "Salle inondée" } };
  const answer = await referent(halfDayCancel, sent);
  expect(answer).toMatchObject({ status: 428, body: { code: "precondition_required" } });
  expect(answer.body.detail).toContain(`"${plan.planVersion}"`);
});
