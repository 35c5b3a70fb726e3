import { expect, test } from "vitest";
import { msads } from "./msads.fixture.ts";
import { msadsTaught } from "./staff.fixture.ts";
import { teachingOrder } from "./teaching-order.ts";

const shape = (blocks: { code: string; halfDays: number; competencies?: string[] }[], days: number) => ({
  ...msads,
  blocks: blocks.map(({ code, halfDays, competencies }) => ({ code, minutes: halfDays * 210, competencies })),
  sessionCount: 1,
  daysPerSession: days,
  examDayCount: 0,
  examHalfDaysByBlock: {},
});
const codesOf = (units: ReturnType<typeof teachingOrder>) => units.map(({ blockCode }) => blockCode).join("");
const competenciesOf = (units: ReturnType<typeof teachingOrder>) =>
  units.map(({ competencyCodes }) => competencyCodes?.join("+"));

test("blocks follow one another, each without the half-days its exam feeds", () => {
  const counts = Map.groupBy(teachingOrder(msads), ({ blockCode }) => blockCode);
  expect([...counts].map(([code, { length }]) => `${code} ${length}`)).toEqual(["CCP1 22", "CCP2 30", "CCP3 20"]);
});

test("the half-days of a block are shared among its competencies in turn, as evenly as can be", () => {
  const [first] = Map.groupBy(teachingOrder(msadsTaught), ({ blockCode }) => blockCode).values();
  const shares = Map.groupBy(competenciesOf(first ?? []), (code) => code);
  expect([...shares].map(([code, { length }]) => `${code} ${length}`)).toEqual(["C01 8", "C02 7", "C03 7"]);
});

test.each([
  ["each has one", 4, ["a", "b", "c", "d"]],
  ["two share a half-day where there is one too few", 3, ["a", "b", "c+d"]],
  ["all share the only one", 1, ["a+b+c+d"]],
])("every competency is covered: %s", (_, halfDays, expected) => {
  const one = shape([{ code: "A", halfDays, competencies: ["a", "b", "c", "d"] }], halfDays / 2);
  expect(competenciesOf(teachingOrder(one))).toEqual(expected);
});

test("a block whose competencies are not known has none", () => {
  expect(competenciesOf(teachingOrder(shape([{ code: "A", halfDays: 2 }], 1)))).toEqual([undefined, undefined]);
});

test.each([
  [{}, "ABACBAABACBA"],
  [{ C: 6 }, "CACBBAABABAA"],
  [{ A: 1, B: 1, C: 1 }, "ABACBAABACBA"],
])("side by side with weights %j, the block furthest behind its share comes next", (weights, expected) => {
  const three = shape(
    [
      { code: "A", halfDays: 6 },
      { code: "B", halfDays: 4 },
      { code: "C", halfDays: 2 },
    ],
    6,
  );
  expect(codesOf(teachingOrder(three, { order: "interleaved", weights }))).toBe(expected);
});

test("a heavier block is over sooner than it would be in step with its hours", () => {
  const lastOf = (weights: Record<string, number>) =>
    codesOf(teachingOrder(msads, { order: "interleaved", weights })).lastIndexOf("CCP2");
  expect(lastOf({ CCP2: 3 })).toBeLessThan(lastOf({ CCP2: 2 }));
  expect(lastOf({ CCP2: 2 })).toBeLessThan(lastOf({}));
});
