import { cohortCancel } from "@passerelle/contracts/cohorts";
import { type PlanDraft, planAdopt, planProposalCreate, planRead } from "@passerelle/contracts/plans";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { contentOf, draftedPlan, published } from "../../../test/drafts.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

const ifMatch = (version: number) => ({ "if-match": `"${version}"` });

async function proposed(cohortId: string): Promise<PlanDraft> {
  const { body } = await referent(planProposalCreate, { params: { cohortId }, body: { skipMonths: ["2017-08"] } });
  return body.plan;
}

async function adopt(cohortId: string, body: object, version: number): Promise<Answer> {
  return referent(planAdopt, { params: { cohortId }, body, headers: ifMatch(version) });
}

const drafted = (plan: Answer["body"]): PlanDraft => ({
  sessions: plan.sessions.map((session: Answer["body"]) => ({ halfDays: session.halfDays.map(planned) })),
  examHalfDays: plan.examHalfDays.map(planned),
});
const planned = ({ day, slot, blockCode, competencies }: Answer["body"]) => ({
  day,
  slot,
  blockCode,
  ...(competencies.length > 0 && { competencyCodes: competencies.map(({ code }: { code: string }) => code) }),
});
const idsOf = (plan: Answer["body"]): string[] =>
  plan.sessions.flatMap((session: Answer["body"]) => [
    session.id,
    ...session.halfDays.map(({ id }: { id: string }) => id),
  ]);

test("an adopted plan is drafted as it was proposed, its version one more, told by one event", async () => {
  const cohort = await aCohort(app.ctx);
  const draft = await proposed(cohort.id);
  const adopted = await adopt(cohort.id, draft, cohort.version);
  expect(adopted.status).toBe(200);
  expect(adopted.headers["etag"]).toBe(`"${cohort.version + 1}"`);
  const read = await draftedPlan(referent, cohort.id);
  expect(read).toEqual(adopted.body);
  expect(drafted(read)).toEqual(draft);
  expect(read.sessions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(read.sessions[0]?.halfDays[0]).toMatchObject({ startsAt: "2017-05-16T09:00", endsAt: "2017-05-16T12:30" });
  const events = await app.database.prisma.event.findMany({ where: { entityId: cohort.id, type: "plan.adopted" } });
  expect(events).toHaveLength(1);
  expect(events[0]?.data).toMatchObject({ from: { sessions: [] }, to: { sessions: draft.sessions } });
});

test("an adopted plan is the cohort's once it is published, and read back as it was proposed", async () => {
  const cohort = await aCohort(app.ctx);
  const draft = await proposed(cohort.id);
  const read = async () => (await referent(planRead, { params: { cohortId: cohort.id } })).body;
  const { body: adopted } = await adopt(cohort.id, draft, cohort.version);
  expect(await read()).toMatchObject({ sessions: [], examHalfDays: [], published: null, draft: null });
  await published(referent, cohort.id);
  expect(drafted(await read())).toEqual(draft);
  expect(contentOf(await read())).toEqual(contentOf(adopted));
});

test("a gap needs its reason, which names the blocks, and is kept", async () => {
  const cohort = await aCohort(app.ctx);
  const draft = await proposed(cohort.id);
  const short = { ...draft, sessions: draft.sessions.slice(0, 8) };
  const refused = await adopt(cohort.id, short, cohort.version);
  expect(refused).toMatchObject({ status: 422, body: { code: "reason_required" } });
  expect(refused.body.facts).toEqual({ blocks: [{ code: "CCP3", differenceMinutes: -8 * 210 }] });
  const accepted = await adopt(cohort.id, { ...short, gapReason: "Salle fermée en février" }, cohort.version);
  expect(accepted.body).toMatchObject({ gapReason: "Salle fermée en février", proof: { exact: false } });
  expect(accepted.body.proof.findings).toContainEqual(expect.objectContaining({ code: "session_count" }));
});

test("all that the rules forbid is told at once, each at its place, and nothing is drafted", async () => {
  const cohort = await aCohort(app.ctx);
  await app.database.prisma.closure.create({
    data: { from: new Date("2017-10-02"), to: new Date("2017-10-06"), label: "Travaux" },
  });
  const half = (day: string, slot: "am" | "pm", blockCode: string | null = "CCP1") => ({ day, slot, blockCode });
  const body = {
    sessions: [
      { halfDays: [half("2017-05-15", "am"), half("2017-07-14", "am"), half("2017-07-14", "am")] },
      { halfDays: [half("2017-10-03", "pm"), half("2017-11-06", "pm", "CCP9"), half("2017-11-06", "am", null)] },
    ],
    examHalfDays: [],
    gapReason: "essai",
  };
  const { status, body: problem } = await adopt(cohort.id, body, cohort.version);
  expect([status, problem.code]).toEqual([422, "plan_refused"]);
  const faults = problem.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
  expect(faults.toSorted((a: string, b: string) => a.localeCompare(b))).toEqual([
    "/sessions/0/halfDays/0/day day_outside_title", // R3
    "/sessions/0/halfDays/1/day day_on_public_holiday",
    "/sessions/0/halfDays/2/day day_on_public_holiday",
    "/sessions/0/halfDays/2/day half_day_twice", // T1
    "/sessions/1/halfDays/0/day day_on_closure",
    "/sessions/1/halfDays/1/blockCode unknown_block",
    "/sessions/1/halfDays/2/blockCode block_missing",
  ]);
  expect(await draftedPlan(referent, cohort.id)).toMatchObject({ sessions: [], draft: { changes: [] } });
  await app.database.prisma.closure.deleteMany();
});

test("what does not change keeps its identifier, sessions and half-days alike", async () => {
  const before = await aPlannedCohort(app.ctx);
  const { sessions, examHalfDays } = drafted(before);
  const [first, ...others] = sessions;
  const remote = { halfDays: first?.halfDays.map((halfDay) => ({ ...halfDay, remote: true })) };
  const after = await adopt(before.cohortId, { sessions: [...others, remote], examHalfDays }, before.planVersion);
  expect(after.status).toBe(200);
  expect(idsOf(after.body)).toEqual(idsOf(before));
  expect(idsOf(await published(referent, before.cohortId))).toEqual(idsOf(before));
  expect(await app.database.prisma.session.count({ where: { cohortId: before.cohortId } })).toBe(9);
});

test("a half-day already held must stay as it was", async () => {
  const before = await aPlannedCohort(app.ctx);
  const held = before.sessions[0]?.halfDays[0];
  await app.database.prisma.halfDay.update({ where: { id: held?.id ?? "" }, data: { state: "held" } });
  const draft = drafted(before);
  const without = { ...draft, sessions: draft.sessions.slice(1), gapReason: "sans la première" };
  const refused = await adopt(before.cohortId, without, before.planVersion);
  expect(refused).toMatchObject({ status: 409, body: { code: "held_half_day_missing" } });
  expect(refused.body.facts.halfDays).toMatchObject([{ id: held?.id, day: "2017-05-16", slot: "am" }]);
  expect((await adopt(before.cohortId, draft, before.planVersion)).status).toBe(200);
});

test("of two adoptions at once on one version, one is drafted and the other told with what is", async () => {
  const cohort = await aCohort(app.ctx);
  const draft = await proposed(cohort.id);
  const short = { ...draft, sessions: draft.sessions.slice(0, 5), gapReason: "en deux temps" };
  const answers = await Promise.all([adopt(cohort.id, draft, cohort.version), adopt(cohort.id, short, cohort.version)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  const winner = answers.find(({ status }) => status === 200);
  const loser = answers.find(({ status }) => status === 412);
  expect(loser?.body.facts.current).toEqual(winner?.body);
  expect(await draftedPlan(referent, cohort.id)).toEqual(winner?.body);
});

test("a cancelled cohort adopts nothing", async () => {
  const cohort = await aCohort(app.ctx);
  const draft = await proposed(cohort.id);
  const params = { cohortId: cohort.id };
  const { body } = await referent(cohortCancel, { params, body: { reason: "Pas assez d’inscriptions" } });
  expect(await adopt(cohort.id, draft, body.version)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("the log says what was before, and cannot be rewritten", async () => {
  const { prisma } = app.database;
  await expect(prisma.event.updateMany({ data: { type: "nothing.happened" } })).rejects.toThrow("append-only");
  await expect(prisma.event.deleteMany()).rejects.toThrow("append-only");
});

test("a half-day held before its day was closed does not stand in the way of another plan", async () => {
  const before = await aPlannedCohort(app.ctx);
  const { prisma } = app.database;
  const held = before.sessions[0]?.halfDays ?? [];
  const ids = held.filter(({ day }) => day === "2017-05-16").map(({ id }) => id);
  await prisma.halfDay.updateMany({ where: { id: { in: ids } }, data: { state: "held" } });
  const day = new Date("2017-05-16");
  const { id } = await prisma.closure.create({ data: { from: day, to: day, label: "Régularisée" } });
  expect((await adopt(before.cohortId, drafted(before), before.planVersion)).status).toBe(200);
  await prisma.closure.delete({ where: { id } });
});

test("a half-day already held changes neither block nor kind", async () => {
  const before = await aPlannedCohort(app.ctx);
  const held = before.sessions[0]?.halfDays[0];
  await app.database.prisma.halfDay.update({ where: { id: held?.id ?? "" }, data: { state: "held" } });
  const draft = drafted(before);
  const [first, ...others] = draft.sessions;
  const [half, ...rest] = first?.halfDays ?? [];
  const renamed = { ...draft, sessions: [{ halfDays: [{ ...half, blockCode: "CCP2" }, ...rest] }, ...others] };
  const examined = { sessions: [{ halfDays: rest }, ...others], examHalfDays: [half, ...draft.examHalfDays] };
  for (const body of [renamed, examined]) {
    const refused = await adopt(before.cohortId, { ...body, gapReason: "essai" }, before.planVersion);
    expect(refused).toMatchObject({ status: 409, body: { facts: { halfDays: [{ id: held?.id }] } } });
  }
});

test("a reason of blanks is none", async () => {
  const cohort = await aCohort(app.ctx);
  const refused = await adopt(cohort.id, { sessions: [], examHalfDays: [], gapReason: "  " }, cohort.version);
  expect(refused).toMatchObject({
    status: 400,
    body: { code: "request_invalid", errors: [{ pointer: "/gapReason" }] },
  });
});
