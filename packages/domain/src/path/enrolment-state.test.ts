import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkCompletion,
  checkMove,
  enrolmentStates,
  isLive,
  legalMoves,
  type EnrolmentMove,
  type EnrolmentState,
} from "./enrolment-state.ts";

const start: EnrolmentMove = {
  from: "enrolled",
  to: "in_training",
  effectiveOn: "2017-05-16",
  previousOn: "2017-03-01",
  today: "2017-05-20",
  trainingStartsOn: "2017-05-16",
};

test.each<[EnrolmentState, EnrolmentState[]]>([
  ["enrolled", ["in_training", "cancelled"]],
  ["in_training", ["suspended", "completed", "dropped_out", "excluded"]],
  ["suspended", ["in_training", "completed", "dropped_out", "excluded"]],
  ["completed", []],
  ["dropped_out", []],
  ["excluded", []],
  ["cancelled", []],
])("from %s one may move to %j", (state, moves) => {
  expect(legalMoves(state)).toEqual(moves);
});

test.each<[EnrolmentState, boolean]>([
  ["enrolled", true],
  ["in_training", true],
  ["suspended", true],
  ["completed", true],
  ["dropped_out", false],
  ["excluded", false],
  ["cancelled", false],
])("%s holds its seat: %s (A2, A4)", (state, live) => {
  expect(isLive(state)).toBe(live);
});

test("moves stay among the states, and every state is reached from enrolled", () => {
  const reached = new Set<EnrolmentState>(["enrolled"]);
  // A set is walked with what is added on the way.
  for (const state of reached) for (const next of legalMoves(state)) reached.add(next);
  expect([...reached].toSorted()).toEqual([...enrolmentStates].toSorted());
});

test("who gave up their seat never takes it again", () => {
  for (const state of enrolmentStates.filter((each) => !isLive(each))) expect(legalMoves(state)).toEqual([]);
});

describe("a move", () => {
  test.each<[string, Partial<EnrolmentMove>]>([
    ["on the first day of the training", {}],
    ["recorded later, back to the day of the move before", { effectiveOn: "2017-05-18", previousOn: "2017-05-18" }],
    ["today", { effectiveOn: "2017-05-20" }],
    ["cancelling the day before the training", { to: "cancelled", effectiveOn: "2017-05-15" }],
    ["leaving after the training began", { from: "in_training", to: "dropped_out", effectiveOn: "2017-05-19" }],
    ["coming back", { from: "suspended", effectiveOn: "2017-05-19" }],
  ])("%s holds", (_, change) => {
    expect(checkMove({ ...start, ...change })).toEqual([]);
  });

  test.each<[string, Partial<EnrolmentMove>, string, string, object]>([
    [
      "completing what has not begun",
      { to: "completed" },
      "",
      "illegal_move",
      { from: "enrolled", to: "completed", legal: ["in_training", "cancelled"] },
    ],
    ["staying in one state", { to: "enrolled" }, "", "illegal_move", { from: "enrolled", to: "enrolled" }],
    [
      "coming back after giving up",
      { from: "dropped_out" },
      "",
      "illegal_move",
      { from: "dropped_out", to: "in_training", legal: [] },
    ],
    [
      "a day before the move before it",
      { previousOn: "2017-05-17" },
      "/effectiveOn",
      "before_previous",
      { effectiveOn: "2017-05-16", previousOn: "2017-05-17" },
    ],
    [
      "a day to come",
      { effectiveOn: "2017-05-21" },
      "/effectiveOn",
      "in_future",
      { effectiveOn: "2017-05-21", today: "2017-05-20" },
    ],
    [
      "starting before the training",
      { effectiveOn: "2017-05-15" },
      "/effectiveOn",
      "starts_before_training",
      { effectiveOn: "2017-05-15", trainingStartsOn: "2017-05-16" },
    ],
    [
      "cancelling on the first day",
      { to: "cancelled" },
      "/effectiveOn",
      "cancelled_after_start",
      { effectiveOn: "2017-05-16", trainingStartsOn: "2017-05-16" },
    ],
  ])("%s is refused", (_, change, pointer, code, facts) => {
    const faults = checkMove({ ...start, ...change });
    expect(faults).toHaveLength(1);
    expect(faults).toMatchObject([{ pointer, code, facts }]);
  });

  test("lists every fault at once", () => {
    const muddled: EnrolmentMove = { ...start, from: "completed", effectiveOn: "2017-05-10", today: "2017-05-09" };
    expect(checkMove({ ...muddled, previousOn: "2017-05-11" }).map(({ code }) => code)).toEqual([
      "illegal_move",
      "before_previous",
      "in_future",
      "starts_before_training",
    ]);
  });

  test("is refused as illegal exactly when it is not one of the legal moves, whatever the days", () => {
    const state = fc.constantFrom(...enrolmentStates);
    const day = fc.integer({ min: 10, max: 28 }).map((each) => `2017-05-${each}`);
    const property = fc.property(state, state, day, day, day, (from, to, effectiveOn, previousOn, trainingStartsOn) => {
      const faults = checkMove({ from, to, effectiveOn, previousOn, today: "2017-05-20", trainingStartsOn });
      expect(faults.some(({ code }) => code === "illegal_move")).toBe(!legalMoves(from).includes(to));
    });
    fc.assert(property, { seed: 20170516, numRuns: 300 });
  });
});

describe("a placement before completed (P1)", () => {
  const requiredMinutes = 350 * 60;

  test("349 h 30 of 350 h are refused, and the half hour is named", () => {
    expect(checkCompletion({ placement: "required", requiredMinutes, validatedMinutes: 349 * 60 + 30 })).toEqual({
      code: "placement_incomplete",
      facts: { requiredMinutes: 21_000, validatedMinutes: 20_970, missingMinutes: 30 },
    });
  });

  test.each([requiredMinutes, requiredMinutes + 1])("%i minutes are enough", (validatedMinutes) => {
    expect(checkCompletion({ placement: "required", requiredMinutes, validatedMinutes })).toBeNull();
  });

  test.each(["waived", "not_applicable"] as const)("none is due when %s", (placement) => {
    expect(checkCompletion({ placement, requiredMinutes, validatedMinutes: 0 })).toBeNull();
  });
});
