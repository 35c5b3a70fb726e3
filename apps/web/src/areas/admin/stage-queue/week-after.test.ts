import { describe, expect, it } from "vitest";
import { weekAfter } from "./week-after.ts";

const weeks = [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "d" }];

describe("the week to go on with", () => {
  it.each([
    ["the next", ["b"], "c"],
    ["the next after the last done", ["a", "c"], "d"],
    ["the one before when the last is done", ["d"], "c"],
    ["the nearest that stays", ["c", "d"], "b"],
    ["none when all are done", ["a", "b", "c", "d"], undefined],
  ])("is %s", (_, done, expected) => {
    expect(weekAfter(weeks, new Set(done))).toBe(expected);
  });
});
