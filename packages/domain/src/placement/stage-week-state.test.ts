import { expect, test } from "vitest";
import { legalWeekMoves, stageWeekStates, type StageWeekMove, type StageWeekState } from "./stage-week-state.ts";

test.each<[StageWeekState, StageWeekMove[]]>([
  ["draft", ["submit"]],
  ["submitted", ["validate", "return"]],
  ["confirmed", ["validate", "return"]],
  ["validated", []],
])("a %s week may be moved by %j", (state, moves) => {
  expect(legalWeekMoves(state)).toEqual(moves);
});

test("only a draft is submitted, and nothing skips being submitted", () => {
  expect(stageWeekStates.filter((state) => legalWeekMoves(state).includes("submit"))).toEqual(["draft"]);
  expect(legalWeekMoves("draft")).not.toContain("validate");
});

test("a validated week is immutable (P4): it is the only one nothing moves", () => {
  expect(stageWeekStates.filter((state) => legalWeekMoves(state).length === 0)).toEqual(["validated"]);
});
