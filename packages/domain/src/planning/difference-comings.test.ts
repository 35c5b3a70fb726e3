import { expect, test } from "vitest";
import {
  cancelled,
  edited,
  exam,
  idsOf,
  june,
  onlyFact,
  plan,
  s1,
  s2,
  saidOf,
  without,
} from "./plan-difference.fixture.ts";
import { planDifference } from "./plan-difference.ts";
import { halfDayAt, sessionAt } from "./plan-versions.fixture.ts";

test("a session is added or removed when none of its half-days was there, or is", () => {
  const s3 = sessionAt("s3", ["2017-06-26"]);
  expect(onlyFact([...plan, ...s3])).toMatchObject({ kind: "session_added", session: { before: null, after: 2 } });
  expect(onlyFact(plan, [...plan, ...s3])).toMatchObject({
    kind: "session_removed",
    session: { before: 2, after: null },
  });
});

test("what is added to a session made of another is no session added, what goes from one that joins another none removed", () => {
  const apart = edited(idsOf(s1).slice(4), { sessionId: "s9" });
  const both = [...apart, halfDayAt("new", "2017-06-16", "am", { sessionId: "s9" })];
  expect(saidOf(both)).toEqual([
    ["session_split", ...idsOf(s1).slice(4)],
    ["half_days_added", "new"],
  ]);
  expect(saidOf(plan, both)).toEqual([
    ["half_days_regrouped", ...idsOf(s1).slice(4)],
    ["half_days_removed", "new"],
  ]);
});

test("a session of which nothing but its name is kept is the same session still", () => {
  const others = s1.map((row) => ({ ...row, id: `${row.id}-again` }));
  expect(saidOf([...others, ...s2, ...exam])).toEqual([
    ["half_days_added", ...idsOf(others)],
    ["half_days_removed", ...idsOf(s1)],
  ]);
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
  const snow = edited(["s1-0am", "s1-0pm"], cancelled("Neige"));
  expect(onlyFact(edited(left, { sessionId: "s9" }, snow), snow)).toMatchObject({ daysLeft: [june[1]] });
});

test("a session made of two others is none of them split", () => {
  expect(saidOf(edited(["s1-3am", "s2-0am"], { sessionId: "s9" }))).toEqual([
    ["half_days_regrouped", "s1-3am"],
    ["half_days_regrouped", "s2-0am"],
  ]);
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

// ---- whether -----------------------------------------------------------------------------------------------------

test("a cancellation tells its reason and what is held instead; of the cancelled nothing else matters", () => {
  const gone = edited(["s1-0am", "s1-0pm"], { ...cancelled("Grève"), trainerId: null });
  const instead = halfDayAt("new", "2017-06-16", "am", { replacesId: "s1-0pm" });
  expect(planDifference(plan, [...gone, instead])).toMatchObject([
    { kind: "half_days_cancelled", halfDayIds: ["s1-0am"], reason: "Grève", replacements: [] },
    { kind: "half_days_cancelled", halfDayIds: ["s1-0pm", "new"], replacements: [{ id: "new", day: "2017-06-16" }] },
  ]);
});

test("cancellations are told apart by their reason, and those of the exam apart", () => {
  const snow = edited(["s1-0am", "exam-0am"], cancelled("Neige"));
  expect(saidOf(edited(["s1-0pm"], cancelled("Grève"), snow))).toEqual([
    ["half_days_cancelled", "s1-0am"],
    ["half_days_cancelled", "s1-0pm"],
    ["half_days_cancelled", "exam-0am"],
  ]);
});

test("what is held again is told as such, also when it stands in for what is cancelled meanwhile", () => {
  const before = edited(["s1-0am"], cancelled("Grève"));
  const after = edited(["s1-0pm"], cancelled("Neige"), edited(["s1-0am"], { replacesId: "s1-0pm" }));
  expect(saidOf(after, before)).toEqual([
    ["half_days_cancelled", "s1-0pm"],
    ["half_days_restored", "s1-0am"],
  ]);
});

test("a cancellation taken back tells which replacement goes", () => {
  const instead = halfDayAt("new", "2017-06-16", "am", { replacesId: "s1-0pm" });
  const before = [...edited(["s1-0am", "s1-0pm"], cancelled("Grève")), instead];
  expect(planDifference(before, plan)).toMatchObject([
    { kind: "half_days_restored", halfDayIds: ["s1-0am"], withdrawn: [] },
    { kind: "half_days_restored", halfDayIds: ["s1-0pm", "new"], withdrawn: [{ id: "new" }] },
  ]);
});

test("half-days added later in place of a cancelled one say of which", () => {
  const before = edited(["s1-0pm"], cancelled("Grève"));
  const instead = halfDayAt("new", "2017-06-16", "am", { replacesId: "s1-0pm" });
  expect(planDifference(before, [...before, instead, halfDayAt("more", "2017-06-16", "pm")])).toMatchObject([
    { kind: "half_days_added", halfDayIds: ["more"], replaces: [] },
    { kind: "half_days_added", halfDayIds: ["new"], replaces: [{ id: "s1-0pm" }] },
  ]);
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
  expect(onlyFact(edited(["s1-0am"], { trainerId: null }, before), before)).toMatchObject({
    kind: "cancelled_changed",
    change: "edited",
    reason: null,
  });
  expect(planDifference(before, [...after, added])).toMatchObject([
    { kind: "cancelled_changed", halfDayIds: ["s1-0am"], change: "edited", reason: "Neige" },
    { kind: "cancelled_changed", halfDayIds: ["s1-0pm"], change: "removed" },
    { kind: "cancelled_changed", halfDayIds: ["new"], change: "added", reason: "Neige" },
  ]);
});
