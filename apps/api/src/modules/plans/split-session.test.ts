import { sessionSplit } from "@passerelle/contracts/plan-edits";
import type { HalfDay, Plan, Session } from "@passerelle/contracts/plans";
import { halfDayCancel, sessionMove } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
});
afterAll(() => app.close());

const any = { "if-match": "*" };
const split = (days: string[]): Promise<Answer> =>
  referent(sessionSplit, { params: { sessionId: plan.sessions[0]?.id ?? "" }, body: { days }, headers: any });
const daysOf = (answer: Answer) => answer.body.sessions.map(({ days }: Session) => days);

test("some of a session's days become a session of their own, which moves apart", async () => {
  expect(plan.sessions[0]?.days).toEqual(["2017-05-16", "2017-05-17", "2017-05-18", "2017-05-19"]);
  const answer = await split(["2017-05-18", "2017-05-19"]);
  expect(answer.status).toBe(200);
  expect(answer.body.sessions).toHaveLength(10);
  expect(daysOf(answer).slice(0, 2)).toEqual([
    ["2017-05-16", "2017-05-17"],
    ["2017-05-18", "2017-05-19"],
  ]);
  expect(answer.body.sessions[0].id).toBe(plan.sessions[0]?.id);
  const ids = (sessions: Session[]) => sessions.flatMap(({ halfDays }) => halfDays.map(({ id }) => id)).toSorted();
  expect(ids(answer.body.sessions)).toEqual(ids(plan.sessions));
  const sent = { params: { sessionId: answer.body.sessions[1].id }, body: { days: ["2017-05-29", "2017-05-30"] } };
  const moved = await referent(sessionMove, { ...sent, headers: any });
  expect(daysOf(moved)[1]).toEqual(["2017-05-29", "2017-05-30"]);
});

test("what is cancelled on a day goes with it", async () => {
  const cancelled = plan.sessions[0]?.halfDays[7]?.id ?? "";
  await referent(halfDayCancel, { params: { halfDayId: cancelled }, body: { reason: "Tempête" }, headers: any });
  const answer = await split(["2017-05-19"]);
  expect(answer.body.sessions[1].halfDays.map(({ id }: HalfDay) => id)).toContain(cancelled);
});

test("days that are not the session's, or twice, are refused where they stand, and so are all of them", async () => {
  const wrong = await split(["2017-05-22", "2017-05-16", "2017-05-16"]);
  expect(wrong).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  expect(wrong.body.errors).toMatchObject([
    { pointer: "/days/0", code: "day_not_in_session" },
    { pointer: "/days/2", code: "same_day_twice" },
  ]);
  const all = await split(plan.sessions[0]?.days ?? []);
  expect(all).toMatchObject({ status: 422, body: { errors: [{ pointer: "/days", code: "nothing_left" }] } });
});

test("a session of which a half-day was held is not split", async () => {
  const where = { id: plan.sessions[0]?.halfDays[0]?.id ?? "" };
  await app.database.prisma.halfDay.update({ where, data: { state: "held" } });
  expect(await split(["2017-05-19"])).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});
