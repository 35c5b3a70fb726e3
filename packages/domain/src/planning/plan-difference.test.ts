import { expect, test } from "vitest";
import type { PlanChangeFact, VersionHalfDay } from "./plan-change-facts.ts";
import { planDifference } from "./plan-difference.ts";
import { examAt, halfDayAt, placeAt, sessionAt } from "./plan-versions.fixture.ts";

const june = ["2017-06-12", "2017-06-13", "2017-06-14", "2017-06-15"];
const july = ["2017-07-10", "2017-07-11", "2017-07-12", "2017-07-13"];
const s1 = sessionAt("s1", june, { trainerId: "t1", roomId: "r1" });
const s2 = sessionAt("s2", july, { trainerId: "t2", blockCode: "CCP2" });
const exam = examAt(["2018-03-15", "2018-03-16"]);
const plan = [...s1, ...s2, ...exam];

const idsOf = (rows: readonly VersionHalfDay[]) => rows.map(({ id }) => id);
const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
const movedBy = (days: number) => (row: VersionHalfDay) => placeAt(later(row.day, days), row.slot);

type Change = Partial<VersionHalfDay> | ((row: VersionHalfDay) => Partial<VersionHalfDay>);

/** The plan with some of its half-days otherwise. */
function edited(ids: readonly string[], change: Change, rows: readonly VersionHalfDay[] = plan): VersionHalfDay[] {
  return rows.map((row) =>
    ids.includes(row.id) ? { ...row, ...(typeof change === "function" ? change(row) : change) } : row,
  );
}

const without = (ids: readonly string[]) => plan.filter(({ id }) => !ids.includes(id));
const cancelled = (reason: string) => ({ state: "cancelled", cancelledReason: reason }) as const;

/** The kinds of the facts with the half-days they name. */
function saidOf(after: readonly VersionHalfDay[], before: readonly VersionHalfDay[] = plan): [string, ...string[]][] {
  return planDifference(before, after).map(({ kind, halfDayIds }) => [kind, ...halfDayIds]);
}

function onlyFact(after: readonly VersionHalfDay[], before: readonly VersionHalfDay[] = plan): PlanChangeFact {
  const [fact, ...more] = planDifference(before, after);
  expect(more).toEqual([]);
  if (fact === undefined) throw new Error("nothing differs");
  return fact;
}

// ---- the plan as a whole -----------------------------------------------------------------------------------------

test("the first version is one fact, not one for each half-day", () => {
  expect(onlyFact(plan, [])).toEqual({
    kind: "plan_published",
    halfDayIds: idsOf(plan),
    plan: {
      halfDayCount: 20,
      sessionCount: 2,
      days: [...june, ...july, "2018-03-15", "2018-03-16"],
      examDays: ["2018-03-15", "2018-03-16"],
    },
  });
  expect(onlyFact([], plan)).toMatchObject({ kind: "plan_withdrawn", plan: { halfDayCount: 20 } });
});

test("a plan of which less than a third is left is told as a new one, from a third on by what differs", () => {
  const after = (kept: number) => [...plan.slice(0, kept), ...sessionAt("s9", [...june, ...july, "2017-07-14"])];
  expect(onlyFact(after(6))).toMatchObject({ kind: "plan_replaced", before: { halfDayCount: 20 } });
  expect(saidOf(after(7)).map(([kind]) => kind)).not.toContain("plan_replaced");
});

test("a plan that only grows is not a new one", () => {
  expect(saidOf(plan, s1.slice(0, 2)).map(([kind]) => kind)).toEqual([
    "half_days_added",
    "session_added",
    "half_days_added",
  ]);
});

// ---- sessions ----------------------------------------------------------------------------------------------------

test("a session whose days all move, slots and order kept, moves as one, with its numbers by date", () => {
  expect(onlyFact(edited(idsOf(s1), movedBy(70)))).toMatchObject({
    kind: "session_moved",
    halfDayIds: idsOf(s1),
    session: { id: "s1", before: 1, after: 2 },
    newRoom: null,
    newTrainer: null,
  });
});

test("the exam days move as one likewise", () => {
  expect(onlyFact(edited(idsOf(exam), movedBy(4)))).toMatchObject({ kind: "session_moved", session: null });
});

test.each([
  ["one of its days stays", edited(idsOf(s1).slice(2), movedBy(1))],
  [
    "its days change their order",
    edited(idsOf(s1), ({ day, slot }) => placeAt(later("2017-06-30", -Number(day.slice(8))), slot)),
  ],
  ["its slots change", edited(idsOf(s1), ({ day, slot }) => placeAt(later(day, 7), slot === "am" ? "pm" : "am"))],
  ["half of it is gone", edited(idsOf(s1), movedBy(7)).filter(({ id }) => !idsOf(s1).slice(4).includes(id))],
])("a session does not move as one when %s", (_when, after) => {
  expect(saidOf(after).map(([kind]) => kind)).not.toContain("session_moved");
});

test("what a session loses on the way does not keep it from moving", () => {
  const moved = edited(idsOf(s1), movedBy(7)).filter(({ id }) => id !== "s1-0am");
  expect(saidOf(edited(["s1-0pm"], cancelled("Grève"), moved))).toEqual([
    ["half_days_cancelled", "s1-0pm"],
    ["half_days_removed", "s1-0am"],
    ["session_moved", ...idsOf(s1).slice(2)],
  ]);
});

test("a room or a trainer that all get with the move is told with it, and not again", () => {
  const moved = edited(idsOf(s1), (row) => ({ ...movedBy(7)(row), roomId: "r2", trainerId: null }));
  expect(onlyFact(moved)).toMatchObject({
    kind: "session_moved",
    newRoom: { roomId: "r2", remote: false },
    newTrainer: { trainerId: null },
  });
  expect(saidOf(edited(["s1-0am"], { roomId: "r3" }, moved))).toEqual([
    ["session_moved", ...idsOf(s1)],
    ["room_changed", "s1-0am"],
    ["room_changed", ...idsOf(s1).slice(1)],
  ]);
});

test("a session is added or removed when none of its half-days was there, or is", () => {
  const s3 = sessionAt("s3", ["2017-06-26"]);
  expect(onlyFact([...plan, ...s3])).toMatchObject({ kind: "session_added", session: { before: null, after: 2 } });
  expect(onlyFact(plan, [...plan, ...s3])).toMatchObject({
    kind: "session_removed",
    session: { before: 2, after: null },
  });
});

test("a session that becomes two is one fact, with the days it keeps", () => {
  const left = idsOf(s1).slice(4);
  expect(onlyFact(edited(left, { sessionId: "s9" }))).toMatchObject({
    kind: "session_split",
    halfDayIds: left,
    session: { id: "s1", before: 1, after: 1 },
    into: { id: "s9", before: null, after: 2 },
    daysLeft: june.slice(0, 2),
  });
});

test("half-days that join another session, or the exam, are regrouped", () => {
  expect(onlyFact(edited(["s1-3am", "s1-3pm"], { sessionId: "s2" }))).toMatchObject({
    kind: "half_days_regrouped",
    halfDayIds: ["s1-3am", "s1-3pm"],
    from: { id: "s1" },
    to: { id: "s2" },
  });
  expect(onlyFact(edited(["s1-3pm"], { sessionId: null, kind: "exam" }))).toMatchObject({
    kind: "half_days_regrouped",
    to: null,
  });
});

// ---- when --------------------------------------------------------------------------------------------------------

test("half-days of one day that move to one day are told together, others apart", () => {
  const after = edited(["s1-0am", "s1-0pm"], ({ slot }) => placeAt("2017-06-16", slot));
  expect(saidOf(edited(["s1-1am"], placeAt("2017-06-19", "pm"), after))).toEqual([
    ["half_days_moved", "s1-0am", "s1-0pm"],
    ["half_days_moved", "s1-1am"],
  ]);
});

test("two half-days that change places are one fact, two days as well", () => {
  const halves = edited(["s1-0am"], placeAt("2017-07-12", "pm"), edited(["s2-2pm"], placeAt("2017-06-12", "am")));
  expect(saidOf(halves)).toEqual([["half_days_swapped", "s1-0am", "s2-2pm"]]);
  const days = edited(["s1-0am", "s1-0pm"], movedBy(2), edited(["s1-2am", "s1-2pm"], movedBy(-2)));
  expect(saidOf(days)).toEqual([["half_days_swapped", "s1-0am", "s1-0pm", "s1-2am", "s1-2pm"]]);
});

test("three that change places in a round are moved each", () => {
  const first = edited(["s1-0am"], placeAt("2017-06-13", "am"), edited(["s1-1am"], placeAt("2017-06-14", "am")));
  expect(saidOf(edited(["s1-2am"], placeAt("2017-06-12", "am"), first)).map(([kind]) => kind)).toEqual([
    "half_days_moved",
    "half_days_moved",
    "half_days_moved",
  ]);
});

test("other times in the same slot are told, those of another slot go without saying", () => {
  const early = ({ day }: VersionHalfDay) => ({ startsAt: `${day}T08:30`, endsAt: `${day}T12:00` });
  expect(onlyFact(edited(["s1-0am", "s1-1am"], early))).toMatchObject({
    kind: "times_changed",
    from: { startsAt: "09:00", endsAt: "12:30" },
    to: { startsAt: "08:30", endsAt: "12:00" },
  });
  expect(saidOf(edited(["s1-0pm"], placeAt("2017-06-19", "am")))).toEqual([["half_days_moved", "s1-0pm"]]);
});

// ---- whether -----------------------------------------------------------------------------------------------------

test("a cancellation tells its reason and what is held instead; of the cancelled nothing else matters", () => {
  const gone = edited(["s1-0am", "s1-0pm"], { ...cancelled("Grève"), trainerId: null });
  const instead = halfDayAt("new", "2017-06-16", "am", { replacesId: "s1-0pm" });
  expect(planDifference(plan, [...gone, instead])).toMatchObject([
    { kind: "half_days_cancelled", halfDayIds: ["s1-0am"], reason: "Grève", replacements: [] },
    { kind: "half_days_cancelled", halfDayIds: ["s1-0pm", "new"], replacements: [{ id: "new", day: "2017-06-16" }] },
  ]);
});

test("a cancellation taken back tells which replacement goes", () => {
  const instead = halfDayAt("new", "2017-06-16", "am", { replacesId: "s1-0pm" });
  const before = [...edited(["s1-0pm"], cancelled("Grève")), instead];
  expect(onlyFact(plan, before)).toMatchObject({
    kind: "half_days_restored",
    halfDayIds: ["s1-0pm", "new"],
    withdrawn: [{ id: "new" }],
  });
});

test("half-days added later in place of a cancelled one say of which", () => {
  const before = edited(["s1-0pm"], cancelled("Grève"));
  const instead = halfDayAt("new", "2017-06-16", "am", { replacesId: "s1-0pm" });
  expect(onlyFact([...before, instead], before)).toMatchObject({
    kind: "half_days_added",
    replaces: [{ id: "s1-0pm" }],
  });
});

test("half-days that come or go are told by session, those of the exam apart", () => {
  expect(planDifference(plan, without(["s1-0am", "s1-3pm", "exam-1am"]))).toMatchObject([
    { kind: "half_days_removed", halfDayIds: ["s1-0am", "s1-3pm"], session: { id: "s1" } },
    { kind: "half_days_removed", halfDayIds: ["exam-1am"], session: null },
  ]);
});

test("that a half-day was held meanwhile is no change of the plan", () => {
  expect(saidOf(edited(idsOf(s1), { state: "held" }))).toEqual([]);
  expect(saidOf(edited(idsOf(s1), { state: "locked" }), edited(idsOf(s1), { state: "held" }))).toEqual([]);
});

test("what is held in neither version is told apart", () => {
  const before = edited(["s1-0am", "s1-0pm"], cancelled("Grève"));
  const after = edited(["s1-0am"], cancelled("Neige"), before).filter(({ id }) => id !== "s1-0pm");
  const added = halfDayAt("new", "2017-06-16", "am", cancelled("Neige"));
  expect(planDifference(before, [...after, added])).toMatchObject([
    { kind: "cancelled_changed", halfDayIds: ["s1-0am"], change: "edited", reason: "Neige" },
    { kind: "cancelled_changed", halfDayIds: ["s1-0pm"], change: "removed" },
    { kind: "cancelled_changed", halfDayIds: ["new"], change: "added", reason: "Neige" },
  ]);
});

// ---- with what ---------------------------------------------------------------------------------------------------

test("a change is told once of all the half-days that change alike", () => {
  const after = edited([...idsOf(s1), ...idsOf(s2)], { trainerId: "t3" });
  expect(planDifference(plan, after)).toMatchObject([
    { kind: "trainer_changed", halfDayIds: idsOf(s1), from: "t1", to: "t3" },
    { kind: "trainer_changed", halfDayIds: idsOf(s2), from: "t2", to: "t3" },
  ]);
});

test("from a room to a distance is one change", () => {
  expect(onlyFact(edited(["s1-0am"], { roomId: null, remote: true }))).toMatchObject({
    kind: "room_changed",
    from: { roomId: "r1", remote: false },
    to: { roomId: null, remote: true },
  });
});

test("another block takes its competencies with it; within one block, their order is no matter", () => {
  const before = edited(["s1-0am", "s1-0pm"], { competencyCodes: ["C1", "C2"] });
  expect(onlyFact(edited(["s1-0am"], { blockCode: "CCP2", competencyCodes: ["C4"] }, before), before)).toMatchObject({
    kind: "block_changed",
    from: "CCP1",
    to: "CCP2",
    competencyCodes: ["C4"],
  });
  expect(onlyFact(edited(["s1-0am"], { competencyCodes: ["C3", "C2"] }, before), before)).toMatchObject({
    kind: "competencies_changed",
    from: ["C1", "C2"],
    to: ["C2", "C3"],
  });
  expect(saidOf(edited(["s1-0am"], { competencyCodes: ["C2", "C1"] }, before), before)).toEqual([]);
});

test("T1: why a half-day is on a day off is told when it changes", () => {
  expect(onlyFact(edited(["s1-0am"], { overrideReason: "Rattrapage" }))).toMatchObject({
    kind: "override_changed",
    from: null,
    to: "Rattrapage",
  });
});

test("another half-day to replace is told where no cancellation tells it", () => {
  const before = edited(["s1-0am"], cancelled("Grève"));
  expect(onlyFact(edited(["s1-3pm"], { replacesId: "s1-0am" }, before), before)).toMatchObject({
    kind: "replacement_changed",
    halfDayIds: ["s1-3pm"],
    from: null,
    to: { id: "s1-0am" },
  });
  const replaced = edited(["s1-3pm"], { replacesId: "s1-0am" }, before);
  expect(saidOf(replaced)).toEqual([["half_days_cancelled", "s1-0am", "s1-3pm"]]);
});
