import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { civilDayAt, dayNumberOf, weekdayAt } from "../time.ts";
import { daysOf, isIsoWeek, mondayOf, nextWeek, previousWeek, weekFromMonday, weekOf } from "./iso-week.ts";

test.each(["2017-W01", "2017-W52", "2020-W53", "2026-W53", "2000-W01", "2099-W53"])("%s is a week", (week) => {
  expect(isIsoWeek(week)).toBe(true);
});

test.each([
  ["week 53 of a year of 52 (P4)", "2017-W53"],
  ["week 53 of a year of 52 that begins on a Saturday", "2022-W53"],
  ["week 0", "2017-W00"],
  ["week 54", "2020-W54"],
  ["a year before 2000", "1999-W52"],
  ["a year after 2099", "2100-W01"],
  ["a week of one digit", "2017-W1"],
  ["a week without its dash", "2017W20"],
  ["a small w", "2017-w20"],
  ["a day of a week", "2017-W20-2"],
  ["a day", "2017-05-16"],
  ["more than a week", "2017-W20\n"],
  ["nothing", ""],
])("%s is no week", (_, text) => {
  expect(isIsoWeek(text)).toBe(false);
  expect(() => mondayOf(text)).toThrow(RangeError);
  expect(() => daysOf(text)).toThrow(RangeError);
  expect(() => previousWeek(text)).toThrow(RangeError);
  expect(() => nextWeek(text)).toThrow(RangeError);
});

test.each([
  ["2017-05-16", "2017-W20", "2017-05-15"],
  ["2018-12-31", "2019-W01", "2018-12-31"],
  ["2021-01-03", "2020-W53", "2020-12-28"],
  ["2023-01-01", "2022-W52", "2022-12-26"],
  ["2017-03-26", "2017-W12", "2017-03-20"],
])("%s lies in %s, which begins on %s", (day, week, monday) => {
  expect(weekOf(day)).toBe(week);
  expect(mondayOf(week)).toBe(monday);
});

test("a week is seven days, the one clocks change in too", () => {
  expect(daysOf("2017-W12")).toEqual([
    "2017-03-20",
    "2017-03-21",
    "2017-03-22",
    "2017-03-23",
    "2017-03-24",
    "2017-03-25",
    "2017-03-26",
  ]);
});

test("the weeks before and after run over the year's end", () => {
  expect([previousWeek("2021-W01"), nextWeek("2020-W53")]).toEqual(["2020-W53", "2021-W01"]);
  expect([previousWeek("2018-W01"), nextWeek("2017-W52")]).toEqual(["2017-W52", "2018-W01"]);
});

test("a week is named after a Monday only", () => {
  expect(weekFromMonday("2017-05-15")).toBe("2017-W20");
  expect(() => weekFromMonday("2017-05-16")).toThrow(RangeError);
  expect(() => weekFromMonday("2017-05-14")).toThrow(RangeError);
});

test.each(["2017-02-30", "tomorrow"])("%s lies in no week (G4)", (day) => {
  expect(() => weekOf(day)).toThrow(RangeError);
});

test("a year has a week 53 exactly when 28 December lies in one", () => {
  const years = Array.from({ length: 100 }, (_, index) => 2000 + index);
  for (const year of years) expect(isIsoWeek(`${year}-W53`)).toBe(weekOf(`${year}-12-28`).endsWith("W53"));
  expect(years.filter((year) => isIsoWeek(`${year}-W53`))).toHaveLength(18);
});

describe("for any day of the century", () => {
  const days = fc.integer({ min: dayNumberOf("2000-01-10"), max: dayNumberOf("2099-12-20") }).map(civilDayAt);
  const settings = { seed: 20170515, numRuns: 400 };

  test("its week is one, holds it, begins on a Monday, and is found again from it", () => {
    const property = fc.property(days, (day) => {
      const week = weekOf(day);
      expect(isIsoWeek(week)).toBe(true);
      expect(daysOf(week)).toContain(day);
      expect(daysOf(week).map(weekOf)).toEqual(Array.from({ length: 7 }, () => week));
      expect(weekdayAt(dayNumberOf(mondayOf(week)))).toBe(1);
      expect(weekFromMonday(mondayOf(week))).toBe(week);
    });
    fc.assert(property, settings);
  });

  test("the next week's previous one is itself, seven days on", () => {
    const property = fc.property(days, (day) => {
      const week = weekOf(day);
      expect([previousWeek(nextWeek(week)), nextWeek(previousWeek(week))]).toEqual([week, week]);
      expect(dayNumberOf(mondayOf(nextWeek(week))) - dayNumberOf(mondayOf(week))).toBe(7);
      expect(nextWeek(week) > week).toBe(true);
    });
    fc.assert(property, settings);
  });
});
