import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDayAt, dayNumberOf } from "../time.ts";
import { daysOf, previousWeek, weekOf } from "./iso-week.ts";
import { stageForecast, stagePace, stageStanding, type StageDue, type WeekMinutes } from "./pace.ts";

const settings = { seed: 20170619, numRuns: 400 };

const declared = (week: string, declaredMinutes: number): WeekMinutes => ({
  week,
  declaredMinutes,
  validatedMinutes: 0,
});
const validated = (week: string, validatedMinutes: number): WeekMinutes => ({
  week,
  declaredMinutes: 0,
  validatedMinutes,
});

describe("pace", () => {
  // Wednesday of 2017-W25: the four full weeks are 21 to 24.
  const today = "2017-06-21";

  test.each<[string, WeekMinutes[], number | null]>([
    ["nothing logged", [], null],
    ["four weeks alike", ["2017-W21", "2017-W22", "2017-W23", "2017-W24"].map((week) => validated(week, 2100)), 2100],
    ["one week in four", [validated("2017-W22", 2100)], 525],
    ["declared and validated together", [validated("2017-W21", 2100), declared("2017-W24", 1400)], 875],
    ["a week with some of each", [{ week: "2017-W23", declaredMinutes: 100, validatedMinutes: 300 }], 100],
    ["this week, which is not over", [validated("2017-W25", 2100)], null],
    ["the fifth week back", [validated("2017-W20", 2100)], null],
    ["half a minute, rounded up", [declared("2017-W24", 2)], 1],
    ["less than half a minute, which is no pace", [declared("2017-W24", 1)], null],
    ["weeks of nothing", [declared("2017-W24", 0)], null],
  ])("%s", (_, weeks, pace) => {
    expect(stagePace(weeks, today)).toBe(pace);
  });

  test("four weeks back run over the year's end and a week 53", () => {
    const weeks = ["2020-W51", "2020-W52", "2020-W53", "2021-W01"].map((week, index) =>
      declared(week, 4 * 10 ** index),
    );
    expect(stagePace(weeks, "2021-01-11")).toBe(1111);
    expect(stagePace(weeks, "2021-01-17")).toBe(1111);
    expect(stagePace(weeks, "2021-01-18")).toBe(1110);
  });

  test("is the same every day of a week, in whatever order the weeks come, and counts only the four before it", () => {
    const amount = fc.integer({ min: 0, max: 2880 });
    const day = fc.integer({ min: dayNumberOf("2017-01-01"), max: dayNumberOf("2027-12-31") }).map(civilDayAt);
    const amounts = fc.array(fc.tuple(amount, amount), { minLength: 7, maxLength: 7 });
    const property = fc.property(day, amounts, (onDay, minutes) => {
      let week = weekOf(onDay);
      const weeks = minutes.map(([declaredMinutes, validatedMinutes]) => {
        const one = { week, declaredMinutes, validatedMinutes };
        week = previousWeek(week);
        return one;
      });
      const total = minutes.slice(1, 5).reduce((sum, [one, other]) => sum + one + other, 0);
      const pace = Math.round(total / 4);
      for (const each of daysOf(weekOf(onDay))) expect(stagePace(weeks.toReversed(), each)).toBe(pace || null);
    });
    fc.assert(property, settings);
  });
});

describe("forecast", () => {
  const today = "2017-06-21";

  test.each<[string, number, number, number | null, string | null]>([
    ["ten weeks of 35 h", 21_000, 0, 2100, "2017-08-30"],
    ["a minute more takes a week more", 21_001, 0, 2100, "2017-09-06"],
    ["the last minute takes a week", 21_000, 20_999, 2100, "2017-06-28"],
    ["over the year's end", 21_000, 0, 700, "2018-01-17"],
    ["nothing left", 21_000, 21_000, 2100, null],
    ["more than was due", 21_000, 22_000, 2100, null],
    ["no pace", 21_000, 0, null, null],
    ["a pace of 0", 21_000, 0, 0, null],
    ["the last week of the calendar", 4306, 0, 1, "2099-12-30"],
    ["a pace that would take it past 2099", 4307, 0, 1, null],
  ])("%s", (_, requiredMinutes, validatedMinutes, weeklyPaceMinutes, forecast) => {
    expect(stageForecast({ requiredMinutes, validatedMinutes, weeklyPaceMinutes }, today)).toBe(forecast);
  });

  test("is the first multiple of weeks after which the pace has done what is left", () => {
    const minutes = fc.integer({ min: 0, max: 30_000 });
    const property = fc.property(minutes, minutes, fc.integer({ min: 1, max: 2880 }), (required, validated, pace) => {
      const progress = { requiredMinutes: required, validatedMinutes: validated, weeklyPaceMinutes: pace };
      const forecast = stageForecast(progress, today);
      const left = required - validated;
      const isInCalendar = dayNumberOf(today) + 7 * Math.ceil(left / pace) <= dayNumberOf("2099-12-31");
      expect(forecast === null).toBe(left <= 0 || !isInCalendar);
      if (forecast === null) return;
      const weeks = (dayNumberOf(forecast) - dayNumberOf(today)) / 7;
      expect(Number.isInteger(weeks)).toBe(true);
      expect(pace * weeks).toBeGreaterThanOrEqual(left);
      expect(pace * (weeks - 1)).toBeLessThan(left);
    });
    fc.assert(property, settings);
  });
});

describe("standing", () => {
  const today = "2017-06-21";
  const due: StageDue = {
    placement: "required",
    requiredMinutes: 21_000,
    validatedMinutes: 0,
    weeklyPaceMinutes: 2100,
    forecastOn: "2017-08-30",
    deadline: "2018-03-31",
  };
  const idle = { weeklyPaceMinutes: null, forecastOn: null };

  test.each<[string, Partial<StageDue>, string]>([
    ["a forecast before the deadline", {}, "on_pace"],
    ["a forecast on the deadline", { deadline: "2017-08-30" }, "on_pace"],
    ["a forecast the day after the deadline", { deadline: "2017-08-29" }, "behind"],
    ["a forecast without a deadline", { deadline: null }, "on_pace"],
    ["a pace too slow for any forecast", { weeklyPaceMinutes: 1, forecastOn: null }, "behind"],
    ["the same without a deadline", { weeklyPaceMinutes: 1, forecastOn: null, deadline: null }, "on_pace"],
    ["no pace, and time enough", idle, "no_pace"],
    ["no pace, and just time enough at 35 h a week", { ...idle, deadline: "2017-08-30" }, "no_pace"],
    ["no pace, and a day too few at 35 h a week", { ...idle, deadline: "2017-08-29" }, "behind"],
    ["no pace, and the deadline today", { ...idle, validatedMinutes: 20_999, deadline: today }, "behind"],
    ["no pace, and the deadline long past", { ...idle, deadline: "2017-01-01" }, "behind"],
    ["no pace and no deadline", { ...idle, deadline: null }, "no_pace"],
    ["all validated, however late", { ...idle, validatedMinutes: 21_000, deadline: "2017-06-01" }, "done"],
    ["more than was due", { validatedMinutes: 21_500, forecastOn: null }, "done"],
    ["a waived placement", { ...idle, placement: "waived", deadline: "2017-06-01" }, "not_required"],
    ["a VAE candidate", { ...idle, placement: "not_applicable", validatedMinutes: 0 }, "not_required"],
  ])("%s", (_, change, standing) => {
    expect(stageStanding({ ...due, ...change }, today)).toBe(standing);
  });

  test("more validated minutes never make a trainee late", () => {
    const minutes = fc.integer({ min: 0, max: 21_500 });
    const deadlines = fc.option(
      fc.integer({ min: -30, max: 200 }).map((days) => civilDayAt(dayNumberOf(today) + days)),
    );
    const paces = fc.option(fc.integer({ min: 1, max: 2880 }));
    const property = fc.property(minutes, minutes, paces, deadlines, (one, other, weeklyPaceMinutes, deadline) => {
      const isBehind = (validatedMinutes: number) => {
        const progress = { requiredMinutes: 21_000, validatedMinutes, weeklyPaceMinutes };
        const forecastOn = stageForecast(progress, today);
        return stageStanding({ ...progress, placement: "required", forecastOn, deadline }, today) === "behind";
      };
      const [less, more] = [Math.min(one, other), Math.max(one, other)];
      expect({ less: isBehind(less), more: isBehind(more) }).not.toEqual({ less: false, more: true });
      expect(deadline === null && isBehind(less)).toBe(false);
    });
    fc.assert(property, settings);
  });
});
