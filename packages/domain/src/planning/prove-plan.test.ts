import { describe, expect, test } from "vitest";
import type { Finding } from "./findings.ts";
import { msads, msadsBounds, sessionOn } from "./msads.fixture.ts";
import type { Plan, PlannedSession } from "./plan.ts";
import { provePlan } from "./prove-plan.ts";

const may = ["2017-05-16", "2017-05-17", "2017-05-18", "2017-05-19"];
const june = ["2017-06-13", "2017-06-14", "2017-06-15", "2017-06-16"];
const july = ["2017-07-17", "2017-07-18", "2017-07-19", "2017-07-20"];
const two = { ...msads, sessionCount: 2 };

function findings(sessions: PlannedSession[], exam: string[] = ["2017-08-01", "2017-08-02"]): Finding[] {
  const plan: Plan = { sessions, examHalfDays: sessionOn("CCP3", ...exam).halfDays };
  return provePlan(two, plan, msadsBounds).findings;
}

test("an empty plan lacks every hour, block by block (R4)", () => {
  const proof = provePlan(msads, { sessions: [], examHalfDays: [] }, msadsBounds);
  expect(proof).toMatchObject({ exact: false, dueMinutes: 15960, plannedMinutes: 0, differenceMinutes: -15960 });
  expect(proof.blocks[1]).toEqual({
    code: "CCP2",
    competencies: [],
    dueMinutes: 6720,
    plannedMinutes: 0,
    differenceMinutes: -6720,
    dueHalfDays: 32,
    plannedHalfDays: 0,
  });
  expect(proof.expected).toEqual({ sessions: 9, sessionDays: 36, examDays: 2, halfDays: 76 });
});

test("a block's surplus does not hide another's gap", () => {
  const plan: Plan = { sessions: [sessionOn("B", may[0] ?? "")], examHalfDays: [] };
  const blocks = [
    { code: "A", minutes: 210 },
    { code: "B", minutes: 210 },
  ];
  const proof = provePlan({ ...msads, blocks }, plan, msadsBounds);
  expect(proof.blocks.map(({ differenceMinutes }) => differenceMinutes)).toEqual([-210, 210]);
  expect(proof).toMatchObject({ exact: false, differenceMinutes: 0 });
});

test("exam half-days count for nothing when the programme says so", () => {
  const plan: Plan = { sessions: [], examHalfDays: sessionOn("CCP3", "2017-08-01").halfDays };
  expect(provePlan(msads, plan, msadsBounds).plannedMinutes).toBe(420);
  expect(provePlan({ ...msads, examDaysCountAsTraining: false }, plan, msadsBounds).plannedMinutes).toBe(0);
});

describe("what is allowed and shown", () => {
  test("a plan in order has nothing to show", () => {
    expect(findings([sessionOn("CCP1", ...may), sessionOn("CCP2", ...june)])).toEqual([]);
  });

  test("two sessions in a month, whatever their order in the plan, and sessions too close", () => {
    const late = ["2017-05-29", "2017-05-30", "2017-05-31", "2017-06-01"];
    expect(findings([sessionOn("CCP1", ...late), sessionOn("CCP1", ...may)], ["2017-07-03", "2017-07-04"])).toEqual([
      { code: "two_sessions_in_month", facts: { month: "2017-05", sessions: [1, 0] } },
      { code: "sessions_too_close", facts: { sessions: [1, 0], actualDays: 10, requiredDays: 14 } },
    ]);
  });

  test("fourteen days from the end of one session to the start of the next are enough", () => {
    const next = ["2017-06-02"];
    const found = findings([sessionOn("CCP1", ...may), sessionOn("CCP1", ...next)], ["2017-07-03", "2017-07-04"]);
    expect(found.map(({ code }) => code)).toEqual(["session_day_count"]);
  });

  test("a session over two weeks, its gap, and its number of days", () => {
    const days = ["2017-05-16", "2017-05-18", "2017-05-22"];
    expect(findings([sessionOn("CCP1", ...days), sessionOn("CCP1", ...june)])).toEqual([
      { code: "session_day_count", facts: { session: 0, actual: 3, required: 4 } },
      { code: "session_in_several_weeks", facts: { session: 0, weeks: ["2017-W20", "2017-W21"] } },
      {
        code: "session_days_broken",
        facts: { session: 0, missingDays: ["2017-05-17", "2017-05-19", "2017-05-20", "2017-05-21"] },
      },
    ]);
  });

  test("too few sessions or exam days", () => {
    expect(findings([sessionOn("CCP1", ...may)], ["2017-06-20"])).toEqual([
      { code: "session_count", facts: { actual: 1, required: 2 } },
      { code: "exam_day_count", facts: { actual: 1, required: 2 } },
    ]);
  });

  test("an exam with a working day inside; a weekend or a holiday inside is none", () => {
    const sessions = [sessionOn("CCP1", ...may), sessionOn("CCP1", ...june)];
    expect(findings(sessions, ["2017-07-13", "2017-07-17"])).toEqual([]);
    expect(findings(sessions, ["2017-07-12", "2017-07-17"])).toEqual([
      { code: "exam_not_consecutive", facts: { workingDaysBetween: ["2017-07-13"] } },
    ]);
  });

  test("teaching after the exam", () => {
    expect(findings([sessionOn("CCP1", ...may), sessionOn("CCP1", ...july)], ["2017-07-10", "2017-07-11"])).toEqual([
      { code: "exam_before_last_session", facts: { examDay: "2017-07-10", lastSessionDay: "2017-07-20" } },
    ]);
  });

  test("an exam more than two months after the last session; two months to the day are not too many", () => {
    const sessions = [sessionOn("CCP1", ...may), sessionOn("CCP1", ...june)];
    expect(findings(sessions, ["2017-08-14", "2017-08-16"])).toEqual([]);
    expect(findings(sessions, ["2017-08-16", "2017-08-17"])).toEqual([
      { code: "exam_too_late", facts: { examDay: "2017-08-17", lastSessionDay: "2017-06-16", latest: "2017-08-16" } },
    ]);
  });

  test("a block that comes back again and again is named once, with how many times and the first", () => {
    const [one, two, three, four] = may.map(
      (day, index) => sessionOn(["CCP1", "CCP2"][index % 2] ?? null, day).halfDays,
    );
    const halfDays = [one, two, three, four].flatMap((each) => each ?? []);
    const june2 = june.map((day, index) => sessionOn(["CCP1", "CCP2"][index % 2] ?? null, day).halfDays);
    expect(findings([{ halfDays }, { halfDays: june2.flat() }])).toEqual([
      { code: "block_order", facts: { day: "2017-05-18", slot: "am", blockCode: "CCP1", after: "CCP2", times: 3 } },
    ]);
  });

  test("a block that comes back after the next has begun", () => {
    const [first, second, third, fourth] = may.map((day, index) => {
      return sessionOn(["CCP1", "CCP2", "CCP1", "CCP3"][index] ?? null, day).halfDays;
    });
    const halfDays = [first, second, third, fourth].flatMap((each) => each ?? []);
    expect(findings([{ halfDays }, sessionOn("CCP3", ...june)])).toEqual([
      { code: "block_order", facts: { day: "2017-05-18", slot: "am", blockCode: "CCP1", after: "CCP2", times: 1 } },
    ]);
  });

  test("a Saturday", () => {
    const days = ["2017-05-17", "2017-05-18", "2017-05-19", "2017-05-20"];
    expect(findings([sessionOn("CCP1", ...days), sessionOn("CCP1", ...june)])).toEqual([
      { code: "weekend_day", facts: { day: "2017-05-20" } },
    ]);
  });

  test("the first day after the edition's end", () => {
    const calendar = { ...msadsBounds, titleInForce: { from: "2017-01-01", to: "2017-06-13" } };
    const sessions = [sessionOn("CCP1", ...may), sessionOn("CCP1", ...june)];
    const plan: Plan = { sessions, examHalfDays: sessionOn("CCP3", "2017-08-01", "2017-08-02").halfDays };
    expect(provePlan(two, plan, calendar).findings).toEqual([
      { code: "after_title", facts: { day: "2017-06-14", titleEnds: "2017-06-13" } },
    ]);
  });

  test("days outside the cohort's own dates are found, both its ends being inside", () => {
    const days = ["2017-05-16", "2017-05-17", "2017-05-18", "2017-05-19"];
    const plan: Plan = { sessions: [sessionOn("CCP1", ...days)], examHalfDays: [] };
    const cohort = { from: "2017-05-17", to: "2017-05-18" };
    const found = provePlan(two, plan, { ...msadsBounds, cohort }).findings.filter(
      ({ code }) => code === "outside_cohort",
    );
    expect(found).toEqual([{ code: "outside_cohort", facts: { days: ["2017-05-16", "2017-05-19"], ...cohort } }]);
  });
});
