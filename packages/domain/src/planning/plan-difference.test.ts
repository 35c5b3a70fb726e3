import { expect, test } from "vitest";
import {
  cancelled,
  edited,
  exam,
  idsOf,
  july,
  june,
  onlyFact,
  plan,
  s1,
  s2,
  saidOf,
} from "./plan-difference.fixture.ts";
import { planDifference } from "./plan-difference.ts";
import { sessionAt } from "./plan-versions.fixture.ts";

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

test("a new plan names what differs, not what it kept as it was", () => {
  const kept = s1.slice(0, 2);
  const before = edited(idsOf(kept), { competencyCodes: ["C1", "C2"] });
  const after = [...kept.map((row) => ({ ...row, competencyCodes: ["C2", "C1"] })), ...sessionAt("s9", july)];
  const other = idsOf([...s1.slice(2), ...s2, ...exam, ...sessionAt("s9", july)]);
  expect(onlyFact(after, before).halfDayIds.toSorted()).toEqual(other.toSorted());
});

test("a plan that only grows, or only shrinks, is not a new one", () => {
  const kinds = ["half_days_added", "session_added", "half_days_added"];
  expect(saidOf(plan, s1.slice(0, 2)).map(([kind]) => kind)).toEqual(kinds);
  expect(saidOf(s1.slice(0, 2)).map(([kind]) => kind)).toEqual(kinds.map((kind) => kind.replace("added", "removed")));
});

test("what is cancelled counts for nothing in a plan that is told whole", () => {
  expect(onlyFact(edited(idsOf([...s2, ...exam]), cancelled("Neige")), [])).toMatchObject({
    kind: "plan_published",
    halfDayIds: idsOf(plan),
    plan: { halfDayCount: 8, sessionCount: 1, days: june, examDays: [] },
  });
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
