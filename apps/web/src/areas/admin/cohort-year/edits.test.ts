import { describe, expect, it } from "vitest";
import type { HalfDay, Slot } from "@passerelle/contracts/plans";
import { mergeEdits, sessionMoveEdits, swapEdits } from "./edits.ts";

function half(id: string, day: string, slot: Slot, state: HalfDay["state"] = "planned"): HalfDay {
  return { id, day, slot, state } as HalfDay;
}

describe("a session moved to other days", () => {
  const halfDays = [
    half("c", "2017-06-13", "am"),
    half("a", "2017-06-12", "am"),
    half("b", "2017-06-12", "pm"),
    half("x", "2017-06-09", "am", "cancelled"),
  ];

  it("takes its half-days along in date order, whatever the order they are given in", () => {
    expect(sessionMoveEdits({ halfDays }, ["2017-06-21", "2017-06-20"])).toEqual([
      { id: "c", day: "2017-06-21" },
      { id: "a", day: "2017-06-20" },
      { id: "b", day: "2017-06-20" },
    ]);
  });

  it("leaves its cancelled half-days where they were", () => {
    const moved = sessionMoveEdits({ halfDays }, ["2017-06-20", "2017-06-21"]);
    expect(moved.map(({ id }) => id)).not.toContain("x");
  });
});

it("two half-days change places, day and half", () => {
  expect(swapEdits(half("a", "2017-06-12", "am"), half("b", "2017-06-20", "pm"))).toEqual([
    { id: "a", day: "2017-06-20", slot: "pm" },
    { id: "b", day: "2017-06-12", slot: "am" },
  ]);
});

it("another room is added to the move of the half-days that need it", () => {
  const move = [
    { id: "a", day: "2017-06-20" },
    { id: "b", day: "2017-06-21" },
  ];
  expect(mergeEdits(move, [{ id: "b", roomId: "r" }])).toEqual([
    { id: "a", day: "2017-06-20" },
    { id: "b", day: "2017-06-21", roomId: "r" },
  ]);
});
