import { describe, expect, it } from "vitest";
import { groupsOf, lanesOf, laneKeyOf } from "./lanes.ts";
import { aHalfDay, aTrainer, camille, dominique, MONDAY, resources, TUESDAY } from "./planner.fixture.ts";

describe("lanes", () => {
  it("are rooms by their site, after what has no room and what is at a distance", () => {
    const lanes = lanesOf("rooms", resources, [], MONDAY);
    expect(lanes.map(({ key, zone }) => [key, zone])).toEqual([
      ["none", null],
      ["remote", null],
      ["garrigue", "metropole"],
      ["etang", "alsace-moselle"],
    ]);
    expect(groupsOf(lanes).map(({ siteName, lanes: its }) => [siteName, its.length])).toEqual([
      [null, 2],
      ["Nord", 1],
      ["Sud", 1],
    ]);
  });

  it("are the rooms of one site when that is asked", () => {
    expect(lanesOf("rooms", resources, [], MONDAY, "sud").map(({ key }) => key)).toEqual(["none", "remote", "etang"]);
  });

  it("are trainers after what has none; those who left only while something is still theirs", () => {
    const trainers = [aTrainer(camille, { retiredOn: MONDAY }), aTrainer(dominique, { retiredOn: TUESDAY })];
    const keys = (halfDays: Parameters<typeof lanesOf>[2]) =>
      lanesOf("trainers", { ...resources, trainers }, halfDays, MONDAY).map(({ key }) => key);
    expect(keys([])).toEqual(["none", "dominique"]);
    expect(keys([aHalfDay("1")])).toEqual(["none", "camille", "dominique"]);
  });

  it("hold a half-day by its room, or by its trainer", () => {
    expect(laneKeyOf(aHalfDay("1"), "rooms")).toBe("garrigue");
    expect(laneKeyOf(aHalfDay("1"), "trainers")).toBe("camille");
    expect(laneKeyOf(aHalfDay("1", { room: null }), "rooms")).toBe("none");
    expect(laneKeyOf(aHalfDay("1", { room: null, remote: true }), "rooms")).toBe("remote");
    expect(laneKeyOf(aHalfDay("1", { trainer: null, remote: true }), "trainers")).toBe("none");
  });
});
