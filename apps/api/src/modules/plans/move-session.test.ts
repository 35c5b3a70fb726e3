import { closureCreate, closureDelete } from "@passerelle/contracts/closures";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { sessionMove, sessionRead } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftedPlan } from "../../../test/drafts.ts";
import { besidesStaff } from "../../../test/resources.ts";

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

const july = ["2017-07-17", "2017-07-18", "2017-07-19", "2017-07-20"];

async function move(number: number, days: string[], version = plan.planVersion): Promise<Answer> {
  const sessionId = plan.sessions[number - 1]?.id ?? "";
  return referent(sessionMove, { params: { sessionId }, body: { days }, headers: { "if-match": `"${version}"` } });
}

const codes = (answer: Answer): string[] => besidesStaff(answer.body.proof).map(({ code }) => code);
const daysOf = (answer: Answer, number: number): string[] => answer.body.sessions[number - 1].days;

test("to a free week it goes, blocks and slots with it, and the answer is the plan", async () => {
  expect(plan.sessions[2]?.days).toEqual(july);
  const answer = await move(3, ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
  expect(answer.status).toBe(200);
  expect(daysOf(answer, 3)).toEqual(["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
  expect(answer.body.planVersion).toBe(plan.planVersion + 1);
  const blocks = (each: Plan) => each.sessions[2]?.halfDays.map(({ slot, blockCode }) => `${slot} ${blockCode}`);
  expect(blocks(answer.body)).toEqual(blocks(plan));
  expect(answer.body.sessions[2].halfDays[0].startsAt).toBe("2017-07-03T09:00");
  const event = await app.database.prisma.event.findFirstOrThrow({
    where: { type: "session.moved" },
    orderBy: { id: "desc" },
  });
  expect(event.data).toEqual({ from: { days: july }, to: { days: daysOf(answer, 3), cohortId: plan.cohortId } });
});

test("onto a public holiday it is refused, the day named", async () => {
  const answer = await move(3, ["2017-07-11", "2017-07-12", "2017-07-13", "2017-07-14"]);
  expect(answer).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  expect(answer.body.errors).toEqual([
    {
      pointer: "/days/3",
      code: "day_on_public_holiday",
      detail: "Vendredi 14 juillet 2017 est férié (fête nationale).",
      facts: { day: "2017-07-14", holiday: "national_day" },
    },
  ]);
});

test("onto a closure it is refused, its name told", async () => {
  const { body: closure } = await referent(closureCreate, {
    body: { from: "2017-07-05", to: "2017-07-05", label: "Désinsectisation" },
  });
  const answer = await move(3, ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
  expect(answer.body.errors).toMatchObject([
    { pointer: "/days/2", code: "day_on_closure", facts: { label: "Désinsectisation" } },
  ]);
  await referent(closureDelete, { params: { closureId: closure.id } });
});

test("before the edition is in force it is refused (R3)", async () => {
  const answer = await move(1, ["2017-05-15", "2017-05-16", "2017-05-17", "2017-05-18"]);
  expect(answer.body.errors).toMatchObject([{ pointer: "/days/0", code: "day_outside_title" }]);
});

test("into a month already used it goes, and the proof says so until it is right again", async () => {
  const used = await move(3, ["2017-06-26", "2017-06-27", "2017-06-28", "2017-06-29"]);
  expect(used.status).toBe(200);
  expect(codes(used)).toEqual(["two_sessions_in_month", "sessions_too_close"]);
  expect(used.body.proof.findings[0].detail).toBe("Juin 2017 porte plusieurs sessions : 2 et 3. Une par mois au plus.");
  const back = await move(3, july, used.body.planVersion);
  expect(codes(back)).toEqual([]);
});

test("by one day, over its own days, nothing overlaps", async () => {
  const answer = await move(3, ["2017-07-18", "2017-07-19", "2017-07-20", "2017-07-21"]);
  expect(answer.status).toBe(200);
});

test.each([
  ["a session before it", 3, ["2017-06-12", "2017-06-13", "2017-06-14", "2017-06-15"]],
  ["a session after it", 1, ["2017-06-12", "2017-06-13", "2017-06-14", "2017-06-15"]],
])("onto the days of %s it clashes (T1), each conflicting half-day named", async (_name, number, days) => {
  const answer = await move(number, days);
  expect(answer).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(answer.body.facts.conflicts).toHaveLength(6);
  expect(answer.body.detail).toContain("Mardi 13 juin 2017, matin : la promotion y est déjà.");
});

test.each([
  ["three days", july.slice(1), "day_count_differs"],
  ["the same day twice", [...july.slice(1), "2017-07-20"], "same_day_twice"],
])("to %s it is refused", async (_name, days, code) => {
  const answer = await move(3, days);
  expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer: "/days", code }] } });
});

test("once a half-day of it was held, it stays, and its ability says so before", async () => {
  const { prisma } = app.database;
  await prisma.halfDay.update({ where: { id: plan.sessions[2]?.halfDays[0]?.id ?? "" }, data: { state: "held" } });
  const params = { sessionId: plan.sessions[2]?.id ?? "" };
  const { body: session } = await referent(sessionRead, { params });
  expect(session.can.move).toEqual({ allowed: false, code: "illegal_move" });
  expect(await move(3, july)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("of two moves at once on one version, one is made and the other told with the plan as it is", async () => {
  const answers = await Promise.all([
    move(3, ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]),
    move(4, ["2017-09-04", "2017-09-05", "2017-09-06", "2017-09-07"]),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
  const drafted = await draftedPlan(referent, plan.cohortId);
  expect(answers.find(({ status }) => status === 412)?.body.facts.current).toEqual(drafted);
});

test("what is already wrong elsewhere does not stop a move, and stays in the proof", async () => {
  const { body: closure } = await referent(closureCreate, {
    body: { from: "2017-09-18", to: "2017-09-18", label: "Grève" },
  });
  const answer = await move(3, ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
  expect(answer.status).toBe(200);
  expect(codes(answer)).toEqual(["day_on_closure"]);
  await referent(closureDelete, { params: { closureId: closure.id } });
});

test("days sent in any order are taken in theirs, and a fault points at the one that was sent", async () => {
  const refused = await move(3, ["2017-07-14", "2017-07-13", "2017-07-12", "2017-07-11"]);
  expect(refused.body.errors).toMatchObject([{ pointer: "/days/0", facts: { day: "2017-07-14" } }]);
  const answer = await move(3, ["2017-07-06", "2017-07-03", "2017-07-05", "2017-07-04"]);
  expect(daysOf(answer, 3)).toEqual(["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
});

test("another cohort may teach on the same days", async () => {
  const other = await aPlannedCohort(app.ctx);
  expect(other.sessions[3]?.days).toEqual(plan.sessions[3]?.days);
  const july = ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"];
  expect((await move(3, july)).status).toBe(200);
  const sent = { params: { sessionId: other.sessions[2]?.id ?? "" }, body: { days: july } };
  const answer = await referent(sessionMove, { ...sent, headers: { "if-match": `"${other.planVersion}"` } });
  expect(answer.status).toBe(200);
});

test("a cancelled half-day stays where it was when its session moves", async () => {
  const halfDayId = plan.sessions[2]?.halfDays[0]?.id ?? "";
  await app.database.prisma.halfDay.update({
    where: { id: halfDayId },
    data: { state: "cancelled", cancelledReason: "Tempête" },
  });
  const answer = await move(3, ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
  expect(answer.status).toBe(200);
  const days = answer.body.sessions[2].halfDays.map(({ day, state }: HalfDay) => `${day} ${state}`);
  expect(days[0]).toBe("2017-07-03 planned");
  expect(days.at(-1)).toBe("2017-07-17 cancelled");
});

test("no session of a cancelled cohort moves", async () => {
  await app.database.prisma.cohort.update({
    where: { id: plan.cohortId },
    data: { cancelledReason: "Faute de monde" },
  });
  expect(await move(3, july)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});
