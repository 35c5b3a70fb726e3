import { expect, it } from "vitest";
import { aHalfDay, dominique, TUESDAY } from "./planner.fixture.ts";
import { whatChanged } from "./what-changed.ts";

const before = aHalfDay("1");

it("somebody else put what had no room at a distance", () => {
  const homeless = aHalfDay("1", { room: null });
  expect(whatChanged(homeless, { ...homeless, remote: true })).toEqual(["room"]);
});

it.each([
  ["nothing of its own", {}, []],
  ["its time", { day: TUESDAY }, ["moved"]],
  ["its half of the day", { slot: "pm" as const }, ["moved"]],
  ["its trainer", { trainer: dominique }, ["trainer"]],
  ["its room, for a distance", { room: null, remote: true }, ["room"]],
  ["its block", { blockCode: "CCP2" }, ["content"]],
  ["all of it, being cancelled", { state: "cancelled" as const, day: TUESDAY }, ["cancelled"]],
  ["its state", { state: "held" as const }, ["state"]],
])("somebody else changed %s", (_, rest, changes) => {
  expect(whatChanged(before, { ...before, planVersion: 2, ...rest })).toEqual(changes);
});
