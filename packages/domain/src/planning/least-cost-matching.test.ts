import fc from "fast-check";
import { expect, test } from "vitest";
import { leastCostMatching } from "./least-cost-matching.ts";

const squares = fc.integer({ min: 1, max: 6 }).chain((size) =>
  fc.array(fc.array(fc.constantFrom(0, 0, 1, 2, 5, 9, 1000), { minLength: size, maxLength: size }), {
    minLength: size,
    maxLength: size,
  }),
);

function matchingOf(costs: readonly (readonly number[])[]): number[] {
  return leastCostMatching(costs.length, (row, column) => costs[row]?.[column] ?? 0);
}

function costOf(costs: readonly (readonly number[])[], columns: readonly number[]): number {
  return columns.reduce((sum, column, row) => sum + (costs[row]?.[column] ?? 0), 0);
}

function everyOrder(items: readonly number[]): number[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item) => everyOrder(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

test("each row has a column of its own, and no other way costs less", () => {
  const property = fc.property(squares, (costs) => {
    const columns = matchingOf(costs);
    const all = costs.map((_, index) => index);
    expect(columns.toSorted((a, b) => a - b)).toEqual(all);
    expect(costOf(costs, columns)).toBe(Math.min(...everyOrder(all).map((order) => costOf(costs, order))));
  });
  fc.assert(property, { seed: 20170516, numRuns: 300 });
});

test("what costs nothing as it is stays as it is", () => {
  expect(leastCostMatching(4, (row, column) => (row - column) ** 2)).toEqual([0, 1, 2, 3]);
  expect(leastCostMatching(0, () => 1)).toEqual([]);
});
