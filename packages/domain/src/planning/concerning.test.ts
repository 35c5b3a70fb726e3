import { expect, test } from "vitest";
import { type Audience, concerning } from "./concerning.ts";
import type { PlanChangeFact, VersionHalfDay } from "./plan-change-facts.ts";
import { planDifference } from "./plan-difference.ts";
import { examAt, halfDayAt, placeAt, sessionAt } from "./plan-versions.fixture.ts";

const june = ["2017-06-12", "2017-06-13", "2017-06-14", "2017-06-15"];
const july = ["2017-07-10", "2017-07-11"];
const s1 = sessionAt("s1", june, { trainerId: "t1", roomId: "r1" });
const s2 = sessionAt("s2", july, { trainerId: "t2", blockCode: "CCP2" });
const exam = examAt(["2018-03-15"]);
const plan = [...s1, ...s2, ...exam];

const everything = { kind: "trainee", blockCodes: null, exam: true, courses: true } as const;
const trainer = (trainerId: string): Audience => ({ kind: "trainer", trainerId });
const idsOf = (rows: readonly VersionHalfDay[]) => rows.map(({ id }) => id);
const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
const edited = (ids: readonly string[], change: (row: VersionHalfDay) => Partial<VersionHalfDay>, rows = plan) =>
  rows.map((row) => (ids.includes(row.id) ? { ...row, ...change(row) } : row));

function toldTo(who: Audience, after: readonly VersionHalfDay[], before: readonly VersionHalfDay[] = plan) {
  return concerning(planDifference(before, after), { before, after }, who);
}

const saidOf = (facts: readonly PlanChangeFact[]) => facts.map(({ kind, halfDayIds }) => [kind, ...halfDayIds]);

test("a trainer is told what is theirs no longer and what is theirs now, a trainee with whom it is", () => {
  const after = edited(["s1-0am"], () => ({ trainerId: "t2" }));
  expect(saidOf(toldTo(trainer("t1"), after))).toEqual([["half_days_lost", "s1-0am"]]);
  expect(saidOf(toldTo(trainer("t2"), after))).toEqual([["half_days_gained", "s1-0am"]]);
  expect(saidOf(toldTo(trainer("t3"), after))).toEqual([]);
  expect(saidOf(toldTo(everything, after))).toEqual([["trainer_changed", "s1-0am"]]);
});

test("what else became of it is no matter to whom it leaves; to whom it comes, it is as it is", () => {
  const after = edited(["s1-0am"], () => ({ trainerId: "t2", ...placeAt("2017-06-16", "pm"), roomId: "r2" }));
  expect(toldTo(trainer("t1"), after)).toMatchObject([{ kind: "half_days_lost", halfDays: [{ day: "2017-06-12" }] }]);
  expect(toldTo(trainer("t2"), after)).toMatchObject([
    { kind: "half_days_gained", halfDays: [{ day: "2017-06-16", roomId: "r2" }] },
  ]);
});

test("a session that moves has somebody's own days, and the number it has for all", () => {
  const before = edited(["s2-1am"], () => ({ trainerId: "t1" }));
  const after = edited(idsOf(s2), ({ day, slot }) => placeAt(later(day, 7), slot), before);
  expect(toldTo(trainer("t1"), after, before)).toMatchObject([
    {
      kind: "session_moved",
      halfDayIds: ["s2-1am"],
      session: { before: 2, after: 2 },
      moves: [{ from: { day: "2017-07-11" }, to: { day: "2017-07-18" } }],
    },
  ]);
});

test("a session is not said to move to somebody all of whose half-days in it do", () => {
  const before = edited(["s2-1am"], () => ({ trainerId: "t1" }));
  const after = edited(["s2-1am"], () => placeAt("2017-07-12", "am"), before);
  expect(saidOf(toldTo(trainer("t1"), after, before))).toEqual([["half_days_moved", "s2-1am"]]);
});

test("of two half-days that change places, a trainer is told of their own", () => {
  const after = edited(
    ["s1-0am"],
    () => placeAt("2017-07-10", "am"),
    edited(["s2-0am"], () => placeAt("2017-06-12", "am")),
  );
  expect(saidOf(toldTo(trainer("t1"), after))).toEqual([["half_days_moved", "s1-0am"]]);
  expect(saidOf(toldTo(everything, after))).toEqual([["half_days_swapped", "s1-0am", "s2-0am"]]);
});

test("a cancellation concerns whoever was to teach, the replacement whoever is to", () => {
  const gone = edited(["s1-0am"], () => ({ state: "cancelled", cancelledReason: "Grève", trainerId: null }));
  const after = [...gone, halfDayAt("new", "2017-06-16", "am", { trainerId: "t2", replacesId: "s1-0am" })];
  expect(toldTo(trainer("t1"), after)).toMatchObject([{ kind: "half_days_cancelled", replacements: [] }]);
  expect(toldTo(trainer("t2"), after)).toMatchObject([{ kind: "half_days_added", replaces: [{ id: "s1-0am" }] }]);
  expect(saidOf(toldTo(everything, after))).toEqual([["half_days_cancelled", "s1-0am", "new"]]);
});

test("a half-day held again by another than before is gained", () => {
  const before = edited(["s1-0am"], () => ({ state: "cancelled", cancelledReason: "Grève" }));
  const after = edited(["s1-0am"], () => ({ trainerId: "t2" }));
  expect(saidOf(toldTo(trainer("t2"), after, before))).toEqual([["half_days_gained", "s1-0am"]]);
  expect(saidOf(toldTo(trainer("t1"), after, before))).toEqual([]);
  expect(saidOf(toldTo(trainer("t1"), plan, before))).toEqual([["half_days_restored", "s1-0am"]]);
});

test("a trainee is told of the blocks they follow, of the exam if they sit it, of courses if they come to them", () => {
  const after = edited(idsOf(plan), () => ({ roomId: "r9" }));
  const named = (who: Audience) => toldTo(who, after).flatMap(({ halfDayIds }) => halfDayIds);
  expect(named(everything).toSorted()).toEqual(idsOf(plan).toSorted());
  expect(named({ ...everything, blockCodes: ["CCP2"] }).toSorted()).toEqual(idsOf([...exam, ...s2]));
  expect(named({ ...everything, exam: false }).toSorted()).toEqual(idsOf([...s1, ...s2]));
  expect(named({ ...everything, courses: false })).toEqual(idsOf(exam));
});

test("a half-day that changes its block comes to a trainee, or leaves them", () => {
  const after = edited(["s1-0am"], () => ({ blockCode: "CCP2" }));
  expect(saidOf(toldTo({ ...everything, blockCodes: ["CCP1"] }, after))).toEqual([["half_days_lost", "s1-0am"]]);
  expect(saidOf(toldTo({ ...everything, blockCodes: ["CCP2"] }, after))).toEqual([["half_days_gained", "s1-0am"]]);
  expect(saidOf(toldTo(everything, after))).toEqual([["block_changed", "s1-0am"]]);
});

test("how sessions are cut, why a day off is taught on and which competencies are worked on concern no trainee", () => {
  const split = edited(idsOf(s1).slice(4), () => ({ sessionId: "s9" }));
  const after = edited(["s1-0am"], () => ({ overrideReason: "Rattrapage", competencyCodes: ["C1"] }), split);
  expect(toldTo(everything, after)).toEqual([]);
  expect(saidOf(toldTo(trainer("t1"), after))).toEqual([["competencies_changed", "s1-0am"]]);
});

test("the first version and a new plan are told whole, of somebody's own half-days; nothing to whom they give none", () => {
  expect(toldTo(trainer("t2"), plan, [])).toMatchObject([
    { kind: "plan_published", halfDayIds: idsOf(s2), plan: { halfDayCount: 4, sessionCount: 1, days: july } },
  ]);
  expect(toldTo(trainer("t3"), plan, [])).toEqual([]);
  const snow = edited(idsOf(s2), () => ({ state: "cancelled", cancelledReason: "Neige" }));
  expect(toldTo(trainer("t2"), snow, [])).toEqual([]);
  const other = sessionAt("s7", ["2017-06-12"], { trainerId: "t2" });
  expect(toldTo(trainer("t1"), other)).toMatchObject([
    { kind: "plan_replaced", before: { halfDayCount: 8 }, after: { halfDayCount: 0 } },
  ]);
});

test("a new plan is nothing to somebody all of whose half-days were cancelled and are", () => {
  const before = edited(idsOf(s2), () => ({ state: "cancelled", cancelledReason: "Neige" }));
  const kept = before.filter(({ id }) => id === "s2-0am").map((row) => ({ ...row, cancelledReason: "Grève" }));
  const after = [...kept, ...sessionAt("s7", june, { trainerId: "t1" })];
  expect(toldTo(trainer("t1"), after, before)).toMatchObject([{ kind: "plan_replaced" }]);
  expect(toldTo(trainer("t2"), after, before)).toEqual([]);
});

test("a plan is not new to somebody all of whose half-days are", () => {
  const after = edited(idsOf(s2), () => ({ trainerId: "t3" }));
  expect(saidOf(toldTo(trainer("t3"), after))).toEqual([["half_days_gained", ...idsOf(s2)]]);
});

test("half-days of a session that is new to a trainer do not make it a new session", () => {
  const added = halfDayAt("new", "2017-07-12", "am", { sessionId: "s2", trainerId: "t1" });
  expect(saidOf(toldTo(trainer("t1"), [...plan, added]))).toEqual([["half_days_added", "new"]]);
});

test("what comes to a trainer from another is told apart from what is new, what leaves them from what is no longer", () => {
  const added = halfDayAt("new", "2017-06-16", "am", { trainerId: "t2" });
  const given = [...edited(["s1-0am"], () => ({ trainerId: "t2" })), added];
  expect(saidOf(toldTo(trainer("t2"), given))).toEqual([
    ["half_days_gained", "s1-0am"],
    ["half_days_added", "new"],
  ]);
  expect(saidOf(toldTo(trainer("t2"), plan, given))).toEqual([
    ["half_days_lost", "s1-0am"],
    ["half_days_removed", "new"],
  ]);
});
