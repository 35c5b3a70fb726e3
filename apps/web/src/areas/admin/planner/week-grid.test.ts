import { describe, expect, it } from "vitest";
import { daysOffOf } from "./days-off.ts";
import { filterOf } from "./filter.ts";
import { lettersOf } from "./letters.ts";
import {
  aCohort,
  aHalfDay,
  anUnavailability,
  aWeek,
  etang,
  FRIDAY,
  MONDAY,
  otherCohort,
  resources,
  TUESDAY,
} from "./planner.fixture.ts";
import { placeKey, troublesOf, weekGrid, type Place, type Week } from "./week-grid.ts";
import { daysShown, shiftMonths, weekOf, weeksOfMonth } from "./weeks.ts";

const cellAt = (week: Week, laneKey: string, day: string, slot: Place["slot"]) =>
  week.cells.get(placeKey({ laneKey, day, slot }));

describe("a week", () => {
  it("has Saturday and Sunday only when something is there", () => {
    const week = weekOf("2026-03-18");
    expect(week).toEqual({ from: MONDAY, to: "2026-03-22" });
    expect(daysShown(week, [])).toHaveLength(5);
    expect(daysShown(week, [{ day: "2026-03-22" }]).at(-1)).toBe("2026-03-22");
    expect(daysShown(week, [{ day: "2026-03-22" }])).toHaveLength(6);
  });

  it("holds each half-day in its lane, and the half of its day", () => {
    const week = aWeek("rooms", [aHalfDay("1"), aHalfDay("2", { slot: "pm", room: null })]);
    expect(cellAt(week, "garrigue", MONDAY, "am")?.halfDays.map(({ id }) => id)).toEqual(["1"]);
    expect(cellAt(week, "none", MONDAY, "pm")?.halfDays.map(({ id }) => id)).toEqual(["2"]);
    expect(cellAt(week, "garrigue", MONDAY, "pm")?.halfDays).toEqual([]);
  });

  it("says why nothing can be taught: a closure everywhere, an unavailability in its own lane", () => {
    const unavailabilities = [anUnavailability({ roomId: "etang", slot: "am", reason: "Travaux" })];
    const week = aWeek("rooms", [], { unavailabilities });
    expect(cellAt(week, "etang", FRIDAY, "am")?.off).toEqual({ kind: "closure", label: "Inventaire" });
    expect(cellAt(week, "etang", TUESDAY, "am")?.unavailable).toEqual({ reason: "Travaux" });
    expect(cellAt(week, "etang", TUESDAY, "pm")?.unavailable).toBeNull();
    expect(cellAt(week, "garrigue", TUESDAY, "am")?.unavailable).toBeNull();
  });

  it("keeps half-days that a filter leaves out in the lane they take, and nowhere else", () => {
    const halfDays = [aHalfDay("1", otherCohort), aHalfDay("2", { ...otherCohort, room: null, slot: "pm" })];
    const { days, lanes } = aWeek("rooms", halfDays);
    const daysOff = daysOffOf(weekOf(MONDAY), [], []);
    const isShown = filterOf({ cohortId: "a" }, resources.rooms, []);
    const week = weekGrid({ by: "rooms", days, lanes, halfDays, isShown, unavailabilities: [], daysOff });
    expect(cellAt(week, "garrigue", MONDAY, "am")).toMatchObject({ halfDays: [], others: [{ id: "1" }] });
    expect(cellAt(week, "none", MONDAY, "pm")).toMatchObject({ halfDays: [], others: [] });
  });
});

describe("days off", () => {
  // Saint Stephen's Day is kept in Alsace-Moselle alone.
  const span = weekOf("2025-12-26");
  it("hold everywhere only when every zone keeps them", () => {
    const daysOff = daysOffOf(span, ["alsace-moselle", "metropole"], []);
    expect(daysOff.on("2025-12-25", null)).toEqual({ kind: "holiday", code: "christmas" });
    expect(daysOff.on("2025-12-26", null)).toBeNull();
    expect(daysOff.on("2025-12-26", "alsace-moselle")).toEqual({ kind: "holiday", code: "saint_stephen" });
    expect(daysOff.partly("2025-12-26").map(({ zone }) => zone)).toEqual(["alsace-moselle"]);
    expect(daysOff.partly("2025-12-25")).toEqual([]);
  });
});

describe("what is wrong with a half-day", () => {
  const away = [anUnavailability({ trainerId: "camille" }), anUnavailability({ roomId: "garrigue" })];
  it("is who or what is not to be had then, or is still to be found", () => {
    expect(troublesOf(aHalfDay("1"), away)).toEqual([]);
    expect(troublesOf(aHalfDay("1", { day: TUESDAY }), away)).toEqual(["trainer_unavailable", "room_unavailable"]);
    expect(troublesOf(aHalfDay("1", { trainer: null, room: null }), away)).toEqual(["trainer_missing", "room_missing"]);
  });

  it("is nothing at a distance for want of a room, nor once it was held", () => {
    expect(troublesOf(aHalfDay("1", { room: null, remote: true }), away)).toEqual([]);
    expect(troublesOf(aHalfDay("1", { day: TUESDAY, state: "held" }), away)).toEqual([]);
  });
});

describe("a filter by site", () => {
  it("goes by the room or, without one, by where the cohort learns", () => {
    const isAtNord = filterOf({ siteId: "nord" }, resources.rooms, [aCohort("a", "nord"), aCohort("b", "sud")]);
    expect(isAtNord(aHalfDay("1"))).toBe(true);
    expect(isAtNord(aHalfDay("1", { room: etang }))).toBe(false);
    expect(isAtNord(aHalfDay("1", { room: null }))).toBe(true);
    expect(isAtNord(aHalfDay("1", { room: null, ...otherCohort }))).toBe(false);
    expect(isAtNord(aHalfDay("1", { room: null, cohortId: "c" }))).toBe(true);
  });
});

it("cohorts have letters in the order of their names, past Z too", () => {
  const cohorts = Array.from({ length: 28 }, (_, index) => ({
    cohortId: `${index}`,
    cohortName: `Promotion ${String(index).padStart(2, "0")}`,
  }));
  const letters = lettersOf(cohorts.toReversed());
  expect([letters.get("0"), letters.get("25"), letters.get("26"), letters.get("27")]).toEqual(["A", "Z", "AA", "AB"]);
});

it("a month is shown in whole weeks, and turned from its first day", () => {
  expect(weeksOfMonth("2026-03-18")).toEqual({ from: "2026-02-23", to: "2026-04-05" });
  expect(shiftMonths("2026-03-31", -1)).toBe("2026-02-01");
});
