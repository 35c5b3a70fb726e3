import { describe, expect, test } from "vitest";
import { checkPlan } from "./check-plan.ts";
import { msads, msadsBounds, sessionOn } from "./msads.fixture.ts";
import type { Plan, PlanCalendar } from "./plan.ts";

const calendar: PlanCalendar = {
  ...msadsBounds,
  closures: [{ from: "2017-08-01", to: "2017-08-31", label: "Été" }],
};
const planned = (...days: string[]): Plan => ({ sessions: [sessionOn("CCP1", ...days)], examHalfDays: [] });
const codes = (plan: Plan, shape = msads) => checkPlan(shape, plan, calendar).map(({ code }) => code);

test("a plan on working days of the edition has no fault", () => {
  expect(checkPlan(msads, planned("2017-05-16", "2017-05-17"), calendar)).toEqual([]);
});

test("an empty plan has no fault", () => {
  expect(checkPlan(msads, { sessions: [], examHalfDays: [] }, calendar)).toEqual([]);
});

describe("the first half-day falls while the edition is in force (R3)", () => {
  test("15 May 2017 precedes the 2017 edition, and both its half-days are refused", () => {
    expect(checkPlan(msads, planned("2017-05-15", "2017-05-16"), calendar)).toEqual(
      [0, 1].map((halfDayIndex) => ({
        at: { sessionIndex: 0, halfDayIndex },
        code: "day_outside_title",
        facts: { day: "2017-05-15", from: "2017-05-16", to: "2022-05-15" },
      })),
    );
  });

  test("17 May 2027 follows the 2022 edition, 14 May 2027 does not", () => {
    const titleInForce = { from: "2022-05-16", to: "2027-05-16" };
    const faultsOn = (...days: string[]) => checkPlan(msads, planned(...days), { titleInForce, closures: [] });
    expect(faultsOn("2027-05-14")).toEqual([]);
    expect(faultsOn("2027-05-18").map(({ code }) => code)).toEqual(["day_outside_title"]);
    // 17 May 2027 is Whit Monday as well.
    expect(faultsOn("2027-05-17").map(({ code }) => code)).toEqual([
      "day_outside_title",
      "day_on_public_holiday",
      "day_on_public_holiday",
    ]);
  });

  test("who began in time may finish later", () => {
    const titleInForce = { from: "2022-05-16", to: "2027-05-16" };
    expect(checkPlan(msads, planned("2027-05-14", "2027-05-18"), { titleInForce, closures: [] })).toEqual([]);
  });
});

describe("no half-day on a day off (T1)", () => {
  test("a public holiday is named", () => {
    expect(checkPlan(msads, planned("2017-05-25"), calendar)[0]).toEqual({
      at: { sessionIndex: 0, halfDayIndex: 0 },
      code: "day_on_public_holiday",
      facts: { day: "2017-05-25", holiday: "ascension" },
    });
  });

  test("26 December is a holiday in Alsace and Moselle only", () => {
    const local: PlanCalendar = { ...calendar, holidayZone: "alsace-moselle" };
    expect(checkPlan(msads, planned("2017-12-26"), calendar)).toEqual([]);
    expect(checkPlan(msads, planned("2017-12-26"), local)).toHaveLength(2);
  });

  test.each([
    ["2017-07-31", 0],
    ["2017-08-01", 2],
    ["2017-08-31", 2],
    ["2017-09-01", 0],
  ])("a closure holds from its first day to its last: %s has %i faults", (day, count) => {
    const faults = checkPlan(msads, planned(day), calendar);
    expect(faults).toHaveLength(count);
    expect(faults.every(({ code }) => code === "day_on_closure")).toBe(true);
  });

  test("an exam half-day is held to the same", () => {
    const { halfDays: examHalfDays } = sessionOn("CCP3", "2017-08-15");
    expect(
      checkPlan(msads, { sessions: [], examHalfDays }, calendar).map(({ at, code }) => [at.sessionIndex, code]),
    ).toEqual([
      [null, "day_on_public_holiday"],
      [null, "day_on_closure"],
      [null, "day_on_public_holiday"],
      [null, "day_on_closure"],
    ]);
  });
});

test("a cohort is never twice in one half-day, across sessions too (T1)", () => {
  const once = { day: "2017-05-16", slot: "am", blockCode: "CCP1" } as const;
  const plan: Plan = { sessions: [{ halfDays: [once] }, { halfDays: [once] }], examHalfDays: [] };
  expect(checkPlan(msads, plan, calendar)).toEqual([
    {
      at: { sessionIndex: 1, halfDayIndex: 0 },
      code: "half_day_twice",
      facts: { day: "2017-05-16", slot: "am", first: { sessionIndex: 0, halfDayIndex: 0 } },
    },
  ]);
});

describe("a day has two half-days and ten hours at most (R5)", () => {
  test("eleven hours are refused, ten are not", () => {
    const plan = planned("2017-05-16");
    expect(codes(plan, { ...msads, halfDayMinutes: 300 })).toEqual([]);
    expect(checkPlan({ ...msads, halfDayMinutes: 330 }, plan, calendar)).toEqual([
      {
        at: { sessionIndex: 0, halfDayIndex: 1 },
        code: "too_many_minutes_a_day",
        facts: { day: "2017-05-16", minutes: 660, mostMinutes: 600 },
      },
    ]);
  });

  test("a third half-day is refused, however short", () => {
    const { halfDays } = sessionOn("CCP1", "2017-05-16");
    const plan: Plan = { sessions: [{ halfDays: [...halfDays, ...halfDays.slice(0, 1)] }], examHalfDays: [] };
    expect(codes(plan, { ...msads, halfDayMinutes: 60 })).toContain("too_many_minutes_a_day");
  });
});

describe("a half-day is of a block of the programme", () => {
  test("an unknown block is refused", () => {
    const plan: Plan = { sessions: [sessionOn("CCP9", "2017-05-16")], examHalfDays: [] };
    expect(codes(plan)).toEqual(["unknown_block", "unknown_block"]);
  });

  test("only an exam half-day that does not count as training may have none", () => {
    const { halfDays } = sessionOn(null, "2017-05-16");
    expect(codes({ sessions: [{ halfDays }], examHalfDays: [] })).toEqual(["block_missing", "block_missing"]);
    expect(codes({ sessions: [], examHalfDays: halfDays })).toEqual(["block_missing", "block_missing"]);
    expect(codes({ sessions: [], examHalfDays: halfDays }, { ...msads, examDaysCountAsTraining: false })).toEqual([]);
  });
});

test("30 February is no day at all (G4)", () => {
  expect(() => checkPlan(msads, planned("2018-02-30"), calendar)).toThrow(RangeError);
});
