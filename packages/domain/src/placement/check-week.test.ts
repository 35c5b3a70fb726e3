import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkSubmission, checkWeek, maxDayMinutes, maxWeekMinutes, type StageDay } from "./check-week.ts";
import { daysOf } from "./iso-week.ts";

// 12 to 18 June 2017, Monday to Sunday.
const week = "2017-W24";
const bounds = { today: "2017-06-18", from: "2017-05-16", to: "2018-03-31" };
const logged = (...minutes: number[]): StageDay[] =>
  daysOf(week).flatMap((day, index) => {
    const ofDay = minutes[index];
    return ofDay === undefined ? [] : [{ day, minutes: ofDay }];
  });

test.each<[string, StageDay[]]>([
  ["an ordinary one", logged(420, 420, 420, 420, 420)],
  ["one not begun", []],
  ["one of a single Sunday", [{ day: "2017-06-18", minutes: 300 }]],
  ["a day of ten hours", logged(600)],
  ["forty-eight hours", logged(480, 480, 480, 480, 480, 480)],
  ["a day of nothing", logged(0)],
])("%s holds", (_, days) => {
  expect(checkWeek(week, days, bounds)).toEqual([]);
});

test("the training's first and last days hold, and today, and any later day while there is no last one", () => {
  const day = "2017-06-14";
  const days = [{ day, minutes: 420 }];
  expect(checkWeek(week, days, { today: day, from: day, to: day })).toEqual([]);
  expect(checkWeek(week, days, { today: day, from: day, to: null })).toEqual([]);
});

describe("is refused (P4)", () => {
  test("sixty hours", () => {
    expect(checkWeek(week, logged(600, 600, 600, 600, 600, 600), bounds)).toEqual([
      { pointer: "/days", code: "week_too_long", facts: { week, minutes: 3600, mostMinutes: 2880 } },
    ]);
  });

  test("a minute more than forty-eight hours", () => {
    expect(checkWeek(week, logged(481, 480, 480, 480, 480, 480), bounds)).toMatchObject([{ code: "week_too_long" }]);
  });

  test("a minute more than ten hours", () => {
    expect(checkWeek(week, logged(420, 601), bounds)).toEqual([
      {
        pointer: "/days/1/minutes",
        code: "day_too_long",
        facts: { day: "2017-06-13", minutes: 601, mostMinutes: 600 },
      },
    ]);
  });

  test("week 53 of a year of 52", () => {
    expect(() => checkWeek("2017-W53", [], bounds)).toThrow(RangeError);
    expect(
      checkWeek("2020-W53", [{ day: "2021-01-03", minutes: 60 }], { ...bounds, today: "2021-01-03", to: null }),
    ).toEqual([]);
  });

  test.each(["2017-06-11", "2017-06-19"])("%s, which lies in another week", (day) => {
    expect(checkWeek(week, [{ day, minutes: 60 }], { ...bounds, today: "2017-06-30" })).toEqual([
      {
        pointer: "/days/0/day",
        code: "day_outside_week",
        facts: { day, week, from: "2017-06-12", to: "2017-06-18" },
      },
    ]);
  });

  test("30 February, which lies in none (G4)", () => {
    const days = [{ day: "2018-02-30", minutes: 60 }];
    expect(checkWeek("2018-W09", days, { ...bounds, today: "2018-03-31" })).toMatchObject([
      { code: "day_outside_week" },
    ]);
  });

  test("a day twice", () => {
    expect(checkWeek(week, [...logged(60, 60), { day: "2017-06-12", minutes: 60 }], bounds)).toEqual([
      { pointer: "/days/2/day", code: "day_repeated", facts: { day: "2017-06-12", first: "/days/0/day" } },
    ]);
  });

  test("tomorrow", () => {
    expect(checkWeek(week, logged(60, 60, 60), { ...bounds, today: "2017-06-13" })).toEqual([
      { pointer: "/days/2/day", code: "day_in_future", facts: { day: "2017-06-14", today: "2017-06-13" } },
    ]);
  });

  test("the day before the training and the day after it", () => {
    const days = logged(60, 60, 60);
    expect(checkWeek(week, days, { ...bounds, from: "2017-06-13" })).toEqual([
      { pointer: "/days/0/day", code: "day_before_training", facts: { day: "2017-06-12", from: "2017-06-13" } },
    ]);
    expect(checkWeek(week, days, { ...bounds, to: "2017-06-13" })).toEqual([
      { pointer: "/days/2/day", code: "day_after_training", facts: { day: "2017-06-14", to: "2017-06-13" } },
    ]);
  });

  test("everything at once", () => {
    const days = [
      { day: "2017-06-11", minutes: 700 },
      { day: "2017-06-11", minutes: 700 },
      { day: "2017-06-14", minutes: 1500 },
    ];
    const narrow = { today: "2017-06-13", from: "2017-06-12", to: "2017-06-13" };
    expect(checkWeek(week, days, narrow).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      "/days/0/day day_outside_week",
      "/days/0/day day_before_training",
      "/days/0/minutes day_too_long",
      "/days/1/day day_outside_week",
      "/days/1/day day_before_training",
      "/days/1/minutes day_too_long",
      "/days/2/day day_in_future",
      "/days/2/day day_after_training",
      "/days/2/minutes day_too_long",
      "/days/1/day day_repeated",
      "/days week_too_long",
    ]);
  });
});

test.each<[string, StageDay[]]>([
  ["no day", []],
  ["a day of nothing", logged(0, 0)],
])("a week of %s is not submitted", (_, days) => {
  expect(checkSubmission(days)).toEqual([{ pointer: "/days", code: "week_empty", facts: { dayCount: days.length } }]);
});

test("a week of one minute is submitted", () => {
  expect(checkSubmission(logged(0, 1))).toEqual([]);
});

test("a week holds exactly when its days are its own, once each, over, in the training, and short enough", () => {
  const day = fc.integer({ min: 11, max: 19 }).map((each) => `2017-06-${each}`);
  const minutes = fc.constantFrom(0, 60, 420, 480, 599, 600, 601);
  const weeks = fc.oneof(
    fc.array(fc.record({ day, minutes }), { maxLength: 8 }),
    fc.array(minutes, { minLength: 5, maxLength: 7 }).map((each) => logged(...each)),
  );
  const held = { true: 0, false: 0 };
  const property = fc.property(weeks, day, day, fc.option(day), (days, today, from, to) => {
    const rightDays = days.every(
      (each) =>
        each.day >= "2017-06-12" &&
        each.day <= "2017-06-18" &&
        each.day <= today &&
        each.day >= from &&
        (to === null || each.day <= to),
    );
    const once = new Set(days.map((each) => each.day)).size === days.length;
    const total = days.reduce((sum, each) => sum + each.minutes, 0);
    const short = total <= maxWeekMinutes && days.every((each) => each.minutes <= maxDayMinutes);
    const holds = rightDays && once && short;
    held[`${holds}`] += 1;
    expect(checkWeek(week, days, { today, from, to }).length === 0).toBe(holds);
  });
  fc.assert(property, { seed: 20170612, numRuns: 600 });
  expect(Math.min(held.true, held.false)).toBeGreaterThan(20);
});
