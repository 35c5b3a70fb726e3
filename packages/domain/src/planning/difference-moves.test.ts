import { expect, test } from "vitest";
import type { VersionHalfDay } from "./plan-change-facts.ts";
import {
  cancelled,
  edited,
  exam,
  idsOf,
  later,
  movedBy,
  onlyFact,
  plan,
  s1,
  saidOf,
} from "./plan-difference.fixture.ts";
import { placeAt, sessionAt } from "./plan-versions.fixture.ts";

test("a session whose days all move, slots and order kept, moves as one, with its numbers by date", () => {
  expect(onlyFact(edited(idsOf(s1), movedBy(70)))).toMatchObject({
    kind: "session_moved",
    halfDayIds: idsOf(s1),
    session: { id: "s1", before: 1, after: 2 },
    newRoom: null,
    newTrainer: null,
  });
});

test("what a session loses on the way, or lost before, does not keep it from moving", () => {
  const before = edited(["s1-1am", "s1-1pm", "s1-2am"], cancelled("Neige"));
  const moved = edited(idsOf(s1).slice(5), movedBy(7), before).filter(({ id }) => id !== "s1-0am");
  expect(saidOf(edited(["s1-0pm"], cancelled("Grève"), moved), before)).toEqual([
    ["half_days_cancelled", "s1-0pm"],
    ["half_days_removed", "s1-0am"],
    ["session_moved", "s1-2pm", "s1-3am", "s1-3pm"],
  ]);
});

test("the exam days move as one likewise", () => {
  expect(onlyFact(edited(idsOf(exam), movedBy(4)))).toMatchObject({ kind: "session_moved", session: null });
});

test.each([
  ["one of its days stays", edited(idsOf(s1).slice(2), movedBy(1))],
  [
    "its days change their order",
    edited(idsOf(s1), ({ day, slot }) => placeAt(later("2017-07-30", -Number(day.slice(8))), slot)),
  ],
  ["its slots change", edited(idsOf(s1), ({ day, slot }) => placeAt(later(day, 7), slot === "am" ? "pm" : "am"))],
  ["half of it is gone", edited(idsOf(s1), movedBy(7)).filter(({ id }) => !idsOf(s1).slice(4).includes(id))],
])("a session does not move as one when %s", (_when, after) => {
  expect(saidOf(after).map(([kind]) => kind)).not.toContain("session_moved");
});

test("a session that moves leaves out what joins another session, and what joins it moves by itself", () => {
  const moved = edited(idsOf(s1).slice(2), movedBy(7));
  const joined = edited(["s2-0am"], { sessionId: "s1", ...placeAt("2017-06-23", "am") }, moved);
  expect(saidOf(edited(["s1-0am", "s1-0pm"], { sessionId: "s2" }, joined))).toEqual([
    ["half_days_regrouped", "s1-0am", "s1-0pm"],
    ["session_moved", ...idsOf(s1).slice(2)],
    ["half_days_regrouped", "s2-0am"],
    ["half_days_moved", "s2-0am"],
  ]);
});

test("sessions are numbered by the first day they still teach on, else by the first they had", () => {
  const s3 = sessionAt("s3", ["2017-06-05", "2017-06-26"]);
  const rows = edited(["s3-0am", "s3-0pm"], cancelled("Neige"), [...s3.toReversed(), ...plan.toReversed()]);
  const numberIn = (before: readonly VersionHalfDay[]) =>
    onlyFact(edited(["s3-1am"], placeAt("2017-06-27", "am"), before), before);
  expect(numberIn([...s3, ...plan])).toMatchObject({ session: { id: "s3", before: 1, after: 1 } });
  expect(numberIn(rows)).toMatchObject({ session: { id: "s3", before: 2, after: 2 } });
  const gone = edited(["s3-1am", "s3-1pm"], cancelled("Neige"), rows);
  expect(onlyFact(gone, rows)).toMatchObject({ session: { id: "s3", before: 2, after: 1 } });
});

test("a room or a trainer that all get with the move is told with it, and not again", () => {
  const moved = edited(idsOf(s1), (row) => ({ ...movedBy(7)(row), roomId: "r2", trainerId: null }));
  expect(onlyFact(moved)).toMatchObject({
    kind: "session_moved",
    newRoom: { roomId: "r2", remote: false },
    newTrainer: { trainerId: null },
  });
  expect(saidOf(edited(["s1-0am"], { roomId: "r3", trainerId: "t3" }, moved))).toEqual([
    ["session_moved", ...idsOf(s1)],
    ["trainer_changed", "s1-0am"],
    ["trainer_changed", ...idsOf(s1).slice(1)],
    ["room_changed", "s1-0am"],
    ["room_changed", ...idsOf(s1).slice(1)],
  ]);
});

test("half-days of one day that move to one day are told together, others apart", () => {
  const after = edited(["s1-0am", "s1-0pm"], ({ slot }) => placeAt("2017-06-16", slot));
  expect(saidOf(edited(["s1-1am"], placeAt("2017-06-19", "am"), after))).toEqual([
    ["half_days_moved", "s1-0am", "s1-0pm"],
    ["half_days_moved", "s1-1am"],
  ]);
  expect(saidOf(edited(["s1-0am", "s1-1pm"], ({ slot }) => placeAt("2017-06-16", slot)))).toEqual([
    ["half_days_moved", "s1-0am"],
    ["half_days_moved", "s1-1pm"],
  ]);
});

test("half-days of one day are told apart when they change halves, or are of the exam", () => {
  const crossed = edited(["s1-0am"], placeAt("2017-06-19", "pm"), edited(["s1-0pm"], placeAt("2017-06-19", "am")));
  expect(saidOf(crossed)).toEqual([
    ["half_days_moved", "s1-0am"],
    ["half_days_moved", "s1-0pm"],
  ]);
  const shared = edited(["s1-0pm"], { sessionId: null, kind: "exam" });
  expect(saidOf(edited(["s1-0am", "s1-0pm"], movedBy(7), shared), shared)).toEqual([
    ["half_days_moved", "s1-0am"],
    ["half_days_moved", "s1-0pm"],
  ]);
});

test("two half-days that change places are one fact, two days as well", () => {
  const halves = edited(["s1-0am"], placeAt("2017-07-12", "pm"), edited(["s2-2pm"], placeAt("2017-06-12", "am")));
  expect(saidOf(halves)).toEqual([["half_days_swapped", "s1-0am", "s2-2pm"]]);
  const days = edited(["s1-0am", "s1-0pm"], movedBy(2), edited(["s1-2am", "s1-2pm"], movedBy(-2)));
  expect(saidOf(days)).toEqual([["half_days_swapped", "s1-0am", "s1-0pm", "s1-2am", "s1-2pm"]]);
});

test("half-days that change places with others are told apart by their days, and when their halves cross", () => {
  const at = (id: string, day: string, slot: "am" | "pm", rows?: VersionHalfDay[]) =>
    edited([id], placeAt(day, slot), rows);
  const crossed = at("s1-0am", "2017-06-13", "pm", at("s1-1pm", "2017-06-12", "am"));
  expect(saidOf(at("s1-0pm", "2017-06-13", "am", at("s1-1am", "2017-06-12", "pm", crossed)))).toEqual([
    ["half_days_swapped", "s1-0am", "s1-1pm"],
    ["half_days_swapped", "s1-0pm", "s1-1am"],
  ]);
  const apart = at("s1-0am", "2017-06-13", "am", at("s1-1am", "2017-06-12", "am"));
  expect(saidOf(at("s1-2am", "2017-06-15", "am", at("s1-3am", "2017-06-14", "am", apart)))).toEqual([
    ["half_days_swapped", "s1-0am", "s1-1am"],
    ["half_days_swapped", "s1-2am", "s1-3am"],
  ]);
});

test("three that change places in a round are moved each", () => {
  const first = edited(["s1-0am"], placeAt("2017-06-13", "am"), edited(["s1-1am"], placeAt("2017-06-14", "am")));
  expect(saidOf(edited(["s1-2am"], placeAt("2017-06-12", "am"), first)).map(([kind]) => kind)).toEqual([
    "half_days_moved",
    "half_days_moved",
    "half_days_moved",
  ]);
});

test("facts come by the first day they are about, be it the new one, and moves before what else changed that day", () => {
  const moved = edited(["s2-3am"], placeAt("2017-06-01", "am"), edited(["s1-1am"], placeAt("2017-06-12", "pm")));
  expect(saidOf(edited(["s1-0am"], { roomId: "r9" }, moved))).toEqual([
    ["half_days_moved", "s2-3am"],
    ["half_days_moved", "s1-1am"],
    ["room_changed", "s1-0am"],
  ]);
});

test("other times in the same slot are told, those of another slot go without saying", () => {
  const early = ({ day }: VersionHalfDay) => ({ startsAt: `${day}T08:30`, endsAt: `${day}T12:00` });
  expect(onlyFact(edited(["s1-0am", "s1-1am"], early))).toMatchObject({
    kind: "times_changed",
    from: { startsAt: "09:00", endsAt: "12:30" },
    to: { startsAt: "08:30", endsAt: "12:00" },
  });
  const short = edited(["s1-0am"], ({ day }) => ({ endsAt: `${day}T11:00` }));
  expect(saidOf(edited(["s1-0am", "s1-1am"], early, short), short)).toEqual([
    ["times_changed", "s1-0am"],
    ["times_changed", "s1-1am"],
  ]);
  expect(saidOf(short)).toEqual([["times_changed", "s1-0am"]]);
  expect(saidOf(edited(["s1-0pm"], placeAt("2017-06-19", "am")))).toEqual([["half_days_moved", "s1-0pm"]]);
});
