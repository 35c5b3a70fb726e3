import { describe, expect, test } from "vitest";
import {
  addMonths,
  civilDayAt,
  civilDayOf,
  dayNumberOf,
  isoWeekOf,
  localTimeOf,
  minuteOfDay,
  mondayAt,
  monthsBetween,
  weekdayAt,
} from "./time.ts";

describe("the civil day of an instant is the day in France, whatever the machine's zone (G4)", () => {
  test.each([
    ["2017-05-15T21:59:59Z", "2017-05-15"],
    ["2017-05-15T22:00:00Z", "2017-05-16"],
    ["2017-12-31T22:59:59Z", "2017-12-31"],
    ["2017-12-31T23:00:00Z", "2018-01-01"],
    // The night clocks go forward: midnight is 23:00 UTC before it and 22:00 after.
    ["2017-03-25T22:59:59Z", "2017-03-25"],
    ["2017-03-25T23:00:00Z", "2017-03-26"],
    ["2017-03-26T21:59:59Z", "2017-03-26"],
    ["2017-03-26T22:00:00Z", "2017-03-27"],
    // The night they go back.
    ["2017-10-28T22:00:00Z", "2017-10-29"],
    ["2017-10-29T22:59:59Z", "2017-10-29"],
    ["2017-10-29T23:00:00Z", "2017-10-30"],
  ])("%s is %s", (instant, day) => {
    expect(civilDayOf(Temporal.Instant.from(instant))).toBe(day);
  });
});

test.each([
  ["2017-05-16T10:29:59.999Z", "2017-05-16T12:29:59"],
  ["2017-05-16T10:30:00Z", "2017-05-16T12:30:00"],
  ["2018-03-06T16:00:00Z", "2018-03-06T17:00:00"],
  ["2017-12-31T23:00:00Z", "2018-01-01T00:00:00"],
  // The night clocks go forward there is no half past two; the night they go back there are two.
  ["2017-03-26T01:30:00Z", "2017-03-26T03:30:00"],
  ["2017-10-29T00:30:00Z", "2017-10-29T02:30:00"],
  ["2017-10-29T01:30:00Z", "2017-10-29T02:30:00"],
])("at %s the clocks of France show %s", (instant, time) => {
  expect(localTimeOf(Temporal.Instant.from(instant))).toBe(time);
});

test.each(["1999-12-31", "2000-02-29", "2017-05-16", "2028-02-29", "1969-12-31"])("%s keeps its number", (day) => {
  expect(civilDayAt(dayNumberOf(day))).toBe(day);
});

test.each(["2017-02-30", "2017-02-29", "2017-13-01", "tomorrow"])("%s is no civil day (G4)", (day) => {
  expect(() => dayNumberOf(day)).toThrow(RangeError);
});

test.each([
  ["2017-05-16", 2, "2017-05-15", "2017-W20"],
  ["1969-12-28", 7, "1969-12-22", "1969-W52"],
  ["2021-01-03", 7, "2020-12-28", "2020-W53"],
  ["2018-12-31", 1, "2018-12-31", "2019-W01"],
])("%s is weekday %i of the week of %s, %s", (day, weekday, monday, week) => {
  const number = dayNumberOf(day);
  expect([weekdayAt(number), civilDayAt(mondayAt(number)), isoWeekOf(day)]).toEqual([weekday, monday, week]);
});

test.each([
  ["2017-12-31", 2, "2018-02-28"],
  ["2027-12-31", 2, "2028-02-29"],
  ["2018-02-16", 2, "2018-04-16"],
])("%s and %i months is %s", (day, months, later) => {
  expect(civilDayAt(addMonths(dayNumberOf(day), months))).toBe(later);
});

test("months run over the year's end, and none lie between reversed ones", () => {
  expect(monthsBetween("2017-11", "2018-02")).toEqual(["2017-11", "2017-12", "2018-01", "2018-02"]);
  expect(monthsBetween("2018-02", "2017-11")).toEqual([]);
});

test("a time of the day is minutes from midnight", () => {
  expect([minuteOfDay("00:00"), minuteOfDay("09:00"), minuteOfDay("13:30")]).toEqual([0, 540, 810]);
});
