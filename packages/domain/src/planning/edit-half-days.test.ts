import { expect, test } from "vitest";
import { dayOffTest, editHalfDay, faultsOfEdit, type HalfDayChange, type KeptHalfDay } from "./edit-half-days.ts";
import type { PlanCalendar, PlannedHalfDay } from "./plan.ts";

const calendar: PlanCalendar = {
  titleInForce: { from: "2017-05-16", to: "2022-05-15" },
  closures: [{ from: "2017-08-01", to: "2017-08-31", label: "Été" }],
};
const shape = {
  blocks: [
    { code: "CCP1", minutes: 210, competencies: ["C1", "C2"] },
    { code: "CCP2", minutes: 210, competencies: ["C3"] },
  ],
  halfDayMinutes: 210,
  examDaysCountAsTraining: true,
};
const days = ["2017-05-16", "2017-05-17", "2017-07-14", "2017-08-02"];
const isDayOff = dayOffTest(calendar, days);

const plain: Required<PlannedHalfDay> = {
  day: "2017-05-16",
  slot: "am",
  blockCode: "CCP1",
  competencyCodes: ["C1"],
  trainerId: "t1",
  roomId: "r1",
  remote: false,
  overrideReason: null,
};
const off = { ...plain, day: "2017-07-14", overrideReason: "Portes ouvertes" };

test.each<[string, Required<PlannedHalfDay>, HalfDayChange, string | null, Partial<PlannedHalfDay>]>([
  ["what is left out stays", plain, {}, null, {}],
  ["it moves", plain, { day: "2017-05-17", slot: "pm" }, null, { day: "2017-05-17", slot: "pm" }],
  [
    "another block takes the competencies away",
    plain,
    { blockCode: "CCP2" },
    null,
    { blockCode: "CCP2", competencyCodes: [] },
  ],
  ["the same block keeps them", plain, { blockCode: "CCP1" }, null, {}],
  [
    "said anew with the block they are kept",
    plain,
    { blockCode: "CCP2", competencyCodes: ["C3", "C3"] },
    null,
    { blockCode: "CCP2", competencyCodes: ["C3"] },
  ],
  [
    "null takes the trainer and the room away",
    plain,
    { trainerId: null, roomId: null },
    null,
    { trainerId: null, roomId: null },
  ],
  ["at a distance it leaves its room", plain, { remote: true }, null, { remote: true, roomId: null }],
  [
    "at a distance with a room is for the rules to refuse",
    plain,
    { remote: true, roomId: "r2" },
    null,
    { remote: true, roomId: "r2" },
  ],
  [
    "given a room it is there again",
    { ...plain, remote: true, roomId: null },
    { roomId: "r2" },
    null,
    { remote: false, roomId: "r2" },
  ],
  [
    "on a holiday the reason is kept",
    plain,
    { day: "2017-07-14" },
    "Portes ouvertes",
    { day: "2017-07-14", overrideReason: "Portes ouvertes" },
  ],
  ["in a closure too", plain, { day: "2017-08-02" }, "Stage", { day: "2017-08-02", overrideReason: "Stage" }],
  ["on a day like another it is not", plain, { day: "2017-05-17" }, "Portes ouvertes", { day: "2017-05-17" }],
  ["leaving the holiday it goes", off, { day: "2017-05-17" }, null, { day: "2017-05-17", overrideReason: null }],
  [
    "to another day off it does not follow",
    off,
    { day: "2017-08-02" },
    null,
    { day: "2017-08-02", overrideReason: null },
  ],
  ["within its day it stays", off, { slot: "pm" }, null, { slot: "pm" }],
])("%s", (_name, before, change, reason, expected) => {
  expect(editHalfDay(before, change, reason, isDayOff)).toEqual({ ...before, ...expected });
});

const kept = (id: string, halfDay: Partial<PlannedHalfDay>, sessionId: string | null = "s1"): KeptHalfDay => ({
  id,
  sessionId,
  halfDay: { ...plain, roomId: null, ...halfDay },
});
const codes = (before: KeptHalfDay[], after: KeptHalfDay[], edited: string[]) =>
  faultsOfEdit(shape, before, after, new Set(edited), calendar).map(({ id, fault }) => `${id} ${fault.code}`);

test("only what the edited half-days run into is told", () => {
  const before = [kept("a", {}), kept("b", { day: "2017-07-14" })];
  expect(codes(before, [kept("a", { day: "2017-08-02" }), before[1] as KeptHalfDay], ["a"])).toEqual([
    "a day_on_closure",
  ]);
});

test("nothing that was already so is told, and it is once it changes", () => {
  const before = [kept("a", { day: "2017-07-14" })];
  expect(codes(before, [kept("a", { day: "2017-07-14", trainerId: null })], ["a"])).toEqual([]);
  expect(codes(before, [kept("a", { day: "2017-08-02" })], ["a"])).toEqual(["a day_on_closure"]);
});

test("two at once are not told here, nor as a day too long; a day truly too long is, of the edited one (R5)", () => {
  const before = [kept("a", {}), kept("b", { slot: "pm" }), kept("c", { day: "2017-05-17" })];
  const crowded = before.map((each) => (each.id === "c" ? kept("c", {}) : each));
  expect(codes(before, crowded, ["c"])).toEqual([]);
  const long = { ...shape, halfDayMinutes: 301 };
  const apart = [kept("a", {}), kept("b", { day: "2017-05-17", slot: "pm" })];
  const together = [kept("a", {}), kept("b", { slot: "pm" })];
  const told = faultsOfEdit(long, [...apart].toReversed(), [...together].toReversed(), new Set(["b"]), calendar);
  expect(told).toMatchObject([{ id: "b", fault: { code: "too_many_minutes_a_day", facts: { minutes: 602 } } }]);
});

test("an exam half-day is checked as one (its block may be missing where exams do not count)", () => {
  const before = [kept("x", { blockCode: "CCP1" }, null)];
  const after = [kept("x", { blockCode: null, competencyCodes: [] }, null)];
  expect(codes(before, after, ["x"])).toEqual(["x block_missing"]);
});
