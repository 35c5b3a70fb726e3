import { expect, test } from "vitest";
import { moveHalfDay, moveSession } from "./move-days.ts";
import { daysBySession, sessionOn } from "./msads.fixture.ts";
import type { Plan, PlannedHalfDay } from "./plan.ts";

const plan: Plan = {
  sessions: [
    { halfDays: [...sessionOn("CCP1", "2017-05-16").halfDays, ...sessionOn("CCP2", "2017-05-18").halfDays] },
    sessionOn("CCP3", "2017-06-13", "2017-06-14"),
  ],
  examHalfDays: sessionOn("CCP3", "2017-07-03", "2017-07-04").halfDays,
};

test("a session's days move one onto one, slots and blocks with them, the rest staying as it was", () => {
  const before = JSON.stringify(plan);
  const move = moveSession(plan, 0, ["2017-05-23", "2017-05-22"]);
  expect(move).toEqual({
    outcome: "moved",
    plan: {
      ...plan,
      sessions: [
        { halfDays: [...sessionOn("CCP1", "2017-05-22").halfDays, ...sessionOn("CCP2", "2017-05-23").halfDays] },
        plan.sessions[1],
      ],
    },
  });
  expect(JSON.stringify(plan)).toBe(before);
});

test("a session may move onto some of its own days", () => {
  const move = moveSession(plan, 1, ["2017-06-14", "2017-06-15"]);
  expect(move.outcome === "moved" && daysBySession(move.plan)[1]).toEqual(["2017-06-14", "2017-06-15"]);
});

test("the exam days move as a session does", () => {
  const move = moveSession(plan, null, ["2017-07-10", "2017-07-11"]);
  expect(move.outcome === "moved" && daysBySession(move.plan)[2]).toEqual(["2017-07-10", "2017-07-11"]);
});

test.each([
  [0, ["2017-05-22"], { code: "day_count_differs", facts: { actual: 1, required: 2 } }],
  [0, ["2017-05-22", "2017-05-22"], { code: "same_day_twice", facts: { day: "2017-05-22" } }],
  [2, ["2017-05-22"], { code: "no_such_session", facts: { sessionIndex: 2, sessions: 2 } }],
])("moving session %i to %j makes no sense", (session, days, fault) => {
  expect(moveSession(plan, session, days)).toEqual({ outcome: "refused", fault });
});

test("a half-day moves with its block, and its session stays in date order", () => {
  const move = moveHalfDay(plan, { sessionIndex: 0, halfDayIndex: 0 }, "2017-05-19", "am");
  const expected: PlannedHalfDay[] = [
    { day: "2017-05-16", slot: "pm", blockCode: "CCP1" },
    { day: "2017-05-18", slot: "am", blockCode: "CCP2" },
    { day: "2017-05-18", slot: "pm", blockCode: "CCP2" },
    { day: "2017-05-19", slot: "am", blockCode: "CCP1" },
  ];
  expect(move.outcome === "moved" && move.plan.sessions[0]?.halfDays).toEqual(expected);
});

test.each([
  [{ sessionIndex: 5, halfDayIndex: 0 }, "no_such_session"],
  [{ sessionIndex: null, halfDayIndex: 4 }, "no_such_half_day"],
])("there is no half-day at %j", (path, code) => {
  expect(moveHalfDay(plan, path, "2017-05-19", "am")).toMatchObject({ outcome: "refused", fault: { code } });
});
