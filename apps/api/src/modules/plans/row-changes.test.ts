import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columns, type PlanRow, type PlanRows } from "./plan-rows.ts";
import { applyChange, changeBetween, inOrder, type RowChange } from "./row-changes.ts";

const ids = ["a", "b", "c"].map((letter) => `01890a5d-ac96-774b-bcce-b3020000000${letter}`);
const [one = "", two = ""] = ids;

const row: PlanRow = {
  id: one,
  sessionId: ids[2] ?? null,
  kind: "teaching",
  day: "2017-05-16",
  slot: "am",
  startsAt: "2017-05-16T09:00",
  endsAt: "2017-05-16T12:30",
  blockId: one,
  trainerId: null,
  roomId: null,
  remote: false,
  state: "planned",
  cancelledReason: null,
  overrideReason: null,
  replacesId: null,
  competencyIds: [],
};
const plan = (...halfDays: PlanRow[]): PlanRows => ({ halfDays, gapReason: null });

/** The change that gives a half-day other columns. */
function giving(columns: Partial<PlanRow>, before: PlanRow = row): RowChange {
  const change = changeBetween(plan(before), plan({ ...before, ...columns }));
  if (change === null) throw new Error("nothing changes");
  return change;
}

describe("a change", () => {
  test("is the columns that differ, with the state they were changed in", () => {
    expect(giving({ trainerId: two }).halfDays).toEqual([
      { id: one, before: { trainerId: null, state: "planned" }, after: { trainerId: two } },
    ]);
  });

  test.each<[string, Partial<PlanRow>, (keyof PlanRow)[]]>([
    ["a block, the competencies it had", { blockId: two }, ["blockId", "state", "competencyIds"]],
    ["competencies, their block", { competencyIds: [two] }, ["blockId", "state", "competencyIds"]],
    ["a room, whether at a distance", { roomId: two }, ["roomId", "remote", "state"]],
    ["a distance, the room", { remote: true }, ["roomId", "remote", "state"]],
    ["a day, the reason to be on it", { day: "2017-05-17" }, ["day", "state", "overrideReason"]],
    ["a reason, the day it is for", { overrideReason: "essai" }, ["day", "state", "overrideReason"]],
    ["a cancellation, all there was", { state: "cancelled", cancelledReason: "essai" }, [...columns]],
  ])("builds on what is said with it: %s", (_name, given, ground) => {
    expect(Object.keys(giving(given).halfDays[0]?.before ?? {})).toEqual(ground);
  });

  test("names a half-day that comes or goes whole", () => {
    expect(changeBetween(plan(), plan(row))?.halfDays).toEqual([{ id: one, before: null, after: row }]);
    expect(changeBetween(plan(row), plan())?.halfDays).toEqual([{ id: one, before: row, after: null }]);
  });

  test("names the reason of a gap only when it is said anew", () => {
    const said = { ...plan(row), gapReason: "essai" };
    expect(changeBetween(plan(row), said)).toEqual({ halfDays: [], gapReason: { before: null, after: "essai" } });
    expect(giving({ trainerId: two })).not.toHaveProperty("gapReason");
  });
});

describe("a change made to another plan than it was made for", () => {
  test("leaves alone what it does not name", () => {
    const elsewhere = { ...row, day: "2017-05-22" };
    expect(applyChange(plan(elsewhere), giving({ trainerId: two }))).toEqual(plan({ ...elsewhere, trainerId: two }));
  });

  test.each<[string, PlanRows, RowChange]>([
    ["the column has another value", plan({ ...row, trainerId: one }), giving({ trainerId: two })],
    ["the half-day was held", plan({ ...row, state: "held" }), giving({ trainerId: two })],
    ["the half-day is gone", plan(), giving({ trainerId: two })],
    ["the half-day that comes is there", plan(row), { halfDays: [{ id: one, before: null, after: row }] }],
    [
      "the half-day that goes is otherwise",
      plan({ ...row, remote: true }),
      { halfDays: [{ id: one, before: row, after: null }] },
    ],
    ["the gap has another reason", plan(row), { halfDays: [], gapReason: { before: "essai", after: null } }],
  ])("is not made when %s", (_name, rows, change) => {
    expect(applyChange(rows, change)).toBeNull();
  });

  test("is made whole or not at all", () => {
    const [other, held] = [
      { ...row, id: two },
      { ...row, state: "held" as const },
    ];
    const change = changeBetween(plan(row, other), plan({ ...row, trainerId: two }, { ...other, trainerId: two }));
    expect(change && applyChange(plan(held, other), change)).toBeNull();
  });
});

// Few half-days and values, so that changes meet.
const someRow = fc.record({
  id: fc.constantFrom(...ids),
  blockId: fc.constantFrom(one, two),
  competencyIds: fc.constantFrom<string[][]>([], [one]),
  day: fc.constantFrom("2017-05-16", "2017-05-17"),
  overrideReason: fc.constantFrom(null, "essai"),
  trainerId: fc.constantFrom(null, one),
  roomId: fc.constantFrom(null, one),
  remote: fc.boolean(),
  state: fc.constantFrom("planned" as const, "cancelled" as const),
});
const somePlan = fc.record({
  halfDays: fc
    .uniqueArray(someRow, { selector: ({ id }) => id, minLength: 2, maxLength: 3 })
    .map((rows) => inOrder(rows.map((each): PlanRow => ({ ...row, ...each })))),
  gapReason: fc.constantFrom(null, "essai"),
});

/** One after the other; null when one of them does not apply. */
function applied(rows: PlanRows, changes: readonly (RowChange | null)[]): PlanRows | null {
  return changes.reduce<PlanRows | null>((made, each) => (made && each ? applyChange(made, each) : made), rows);
}

test("what differs between two plans, made to the one, is the other; between a plan and itself there is nothing", () => {
  fc.assert(
    fc.property(somePlan, somePlan, (before, after) => {
      expect(applied(before, [changeBetween(before, after)])).toEqual(after);
      expect(changeBetween(after, after)).toBeNull();
    }),
  );
});

test("a change without which a later one still makes sense is done again after it, and the plan is the same", () => {
  let met = 0;
  const near = fc.tuple(somePlan, somePlan, somePlan, fc.array(fc.nat({ max: 8 }), { minLength: 2, maxLength: 2 }));
  fc.assert(
    fc.property(near, ([published, from, to, [first = 0, second = 0]]) => {
      // Each change takes one column of every half-day, so that many pairs are independent.
      const drafted = withColumn(published, from, first);
      const [one, two] = [changeBetween(published, drafted), changeBetween(drafted, withColumn(drafted, to, second))];
      const without = two && applyChange(published, two);
      if (one === null || two === null || without === null) return;
      met += 1;
      expect(applyChange(without, one)).toEqual(applied(published, [one, two]));
    }),
    { numRuns: 2000, seed: 20170516 },
  );
  expect(met).toBeGreaterThan(100);
});

const changing = [
  "blockId",
  "competencyIds",
  "day",
  "overrideReason",
  "trainerId",
  "roomId",
  "remote",
  "state",
] as const;

/** A plan with one column of its half-days as in another; with the whole of it, past the last column. */
function withColumn(rows: PlanRows, other: PlanRows, index: number): PlanRows {
  const column = changing[index];
  if (column === undefined) return other;
  const given = new Map(other.halfDays.map((each) => [each.id, each]));
  const halfDays = rows.halfDays.map((each) => ({ ...each, [column]: given.get(each.id)?.[column] ?? each[column] }));
  return { ...rows, halfDays: inOrder(halfDays) };
}
