import { expect, test } from "vitest";
import type { RepairContext, RepairHalfDay } from "./repair.ts";
import { problemsOf, repairsOf } from "./repairs.ts";
import type { RoomResource, TrainerResource, Unavailability } from "./resources.ts";

const away = (from: string, rest: Partial<Unavailability> = {}): Unavailability => ({
  from,
  to: from,
  weekdays: [],
  everyWeeks: 1,
  slot: null,
  reason: null,
  ...rest,
});

function aTrainer(id: string, rest: Partial<TrainerResource> = {}): TrainerResource {
  return { id, name: id, unavailabilities: [], busy: [], competencyCodes: ["C01", "C02"], ...rest };
}

function aRoom(id: string, rest: Partial<RoomResource> = {}): RoomResource {
  return { id, name: id, siteName: "Site", capacity: 14, unavailabilities: [], busy: [], ...rest };
}

function aHalfDay(day: string, slot: "am" | "pm", rest: Partial<RepairHalfDay> = {}): RepairHalfDay {
  return {
    id: `${day} ${slot}`,
    sessionId: "session",
    day,
    slot,
    blockCode: "CCP1",
    competencyCodes: ["C01"],
    trainerId: "Camille",
    roomId: "Garrigue",
    remote: false,
    isPlanned: true,
    ...rest,
  };
}

// Monday 12 to Thursday 15 June 2017; Camille is away on Tuesday.
const week = ["2017-06-12", "2017-06-13", "2017-06-14", "2017-06-15"].flatMap((day) => [
  aHalfDay(day, "am"),
  aHalfDay(day, "pm"),
]);
const tuesday = aHalfDay("2017-06-13", "am");

function aContext(rest: Partial<RepairContext> = {}): RepairContext {
  return {
    halfDays: week,
    trainers: [aTrainer("Camille", { unavailabilities: [away("2017-06-13")] })],
    rooms: [aRoom("Garrigue")],
    competenciesOf: new Map([["CCP1", ["C01", "C02"]]]),
    calendar: { titleInForce: { from: "2017-05-16", to: "2022-05-15" }, closures: [] },
    times: { am: { start: "09:00", end: "12:30" }, pm: { start: "13:30", end: "17:00" } },
    seats: 12,
    siteName: "Site",
    today: "2017-06-01",
    ...rest,
  };
}

const camille = aTrainer("Camille", { unavailabilities: [away("2017-06-13")] });

test("nothing is proposed for a half-day that can be held, nor for one already held", () => {
  expect(repairsOf(aHalfDay("2017-06-12", "am"), aContext())).toEqual([]);
  expect(repairsOf({ ...tuesday, isPlanned: false }, aContext())).toEqual([]);
});

test("what is wrong is said: nobody, no room, away, gone; an exam needs nobody, what is remote no room", () => {
  const context = aContext({ rooms: [aRoom("Garrigue", { unavailabilities: [away("2017-06-14", { to: null })] })] });
  expect(problemsOf({ ...tuesday, trainerId: null, roomId: null }, context)).toEqual([
    "trainer_missing",
    "room_missing",
  ]);
  expect(problemsOf({ ...tuesday, trainerId: null, roomId: null, sessionId: null, remote: true }, context)).toEqual([]);
  expect(problemsOf(tuesday, context)).toEqual(["trainer_unavailable"]);
  expect(problemsOf({ ...tuesday, trainerId: "Somebody gone" }, context)).toEqual(["trainer_unavailable"]);
  expect(problemsOf(aHalfDay("2017-06-20", "pm"), context)).toEqual(["room_unavailable"]);
});

test("Camille is away on Tuesday: whoever can teach it is proposed first, then exchanges and moves, each with its cost", () => {
  const sacha = aTrainer("Sacha");
  const noa = aTrainer("Noa");
  const halfDays = [
    ...week.filter(({ day }) => day !== "2017-06-15"),
    aHalfDay("2017-06-15", "am", { trainerId: "Sacha", blockCode: "CCP2" }),
    aHalfDay("2017-06-15", "pm", { trainerId: "Sacha" }),
  ];
  const repairs = repairsOf(tuesday, aContext({ halfDays, trainers: [camille, noa, sacha] }));
  expect(
    repairs.map(({ kind, day, slot, trainerName, costs }) => [kind, trainerName ?? `${day} ${slot}`, costs]),
  ).toEqual([
    ["trainer", "Sacha", [{ code: "week_load", facts: { name: "Sacha", halfDays: 3 } }]],
    ["trainer", "Noa", [{ code: "new_to_cohort", facts: { name: "Noa" } }]],
    ["swap", "2017-06-15 pm", [{ code: "days_away", facts: { days: 2 } }]],
    [
      "swap",
      "2017-06-15 am",
      [
        { code: "days_away", facts: { days: 2 } },
        { code: "other_order", facts: { blockCode: "CCP1", otherBlockCode: "CCP2" } },
      ],
    ],
    [
      "move",
      "2017-06-16 am",
      [
        { code: "days_away", facts: { days: 3 } },
        { code: "alone_that_day", facts: { day: "2017-06-16" } },
      ],
    ],
    [
      "move",
      "2017-06-16 pm",
      [
        { code: "days_away", facts: { days: 3 } },
        { code: "alone_that_day", facts: { day: "2017-06-16" } },
      ],
    ],
  ]);
  expect(repairs[0]?.edits).toEqual([{ id: tuesday.id, trainerId: "Sacha" }]);
  expect(repairs[2]?.edits).toEqual([
    { id: tuesday.id, day: "2017-06-15", slot: "pm" },
    { id: "2017-06-15 pm", day: "2017-06-13", slot: "am" },
  ]);
});

test("nobody is proposed who is away, with another cohort, or does not teach that competency (T1)", () => {
  const busy = [{ startsAt: "2017-06-13T12:00", endsAt: "2017-06-13T15:00", cohortName: "B" }];
  const trainers = [
    camille,
    aTrainer("Away", { unavailabilities: [away("2017-06-12", { to: "2017-06-16", slot: "am" })] }),
    aTrainer("Busy", { busy }),
    aTrainer("Other", { competencyCodes: ["C02"] }),
  ];
  expect(repairsOf(tuesday, aContext({ trainers })).filter(({ kind }) => kind === "trainer")).toEqual([]);
  const unsaid = { ...tuesday, competencyCodes: [] };
  const named = repairsOf(unsaid, aContext({ trainers })).flatMap(({ trainerName }) => trainerName ?? []);
  expect(named).toEqual(["Other"]);
});

test("a move avoids holidays, closures, the past, the edition's bounds and what the cohort has (T1, R3)", () => {
  const calendar = {
    titleInForce: { from: "2017-05-16", to: "2017-07-04" },
    closures: [{ from: "2017-06-16", to: "2017-06-30", label: "Fermeture" }],
  };
  const moves = repairsOf(tuesday, aContext({ calendar, today: "2017-06-13" })).filter(({ kind }) => kind === "move");
  expect(moves.map(({ day, slot }) => `${day} ${slot}`)).toEqual(["2017-07-03 am", "2017-07-03 pm"]);
  const early = repairsOf(tuesday, aContext({ calendar, today: "2017-06-02" })).filter(({ kind }) => kind === "move");
  expect(early.map(({ day }) => day)).toEqual(["2017-06-09", "2017-06-09"]); // 5 June 2017 was Whit Monday
});

test("a lost room: a free one with seats enough, then smaller, elsewhere, or at a distance", () => {
  const rooms = [
    aRoom("Garrigue", { unavailabilities: [away("2017-06-01", { to: null })] }),
    aRoom("Petite", { capacity: 8 }),
    aRoom("Ailleurs", { siteName: "Loin" }),
    aRoom("Prise", { busy: [{ startsAt: "2017-06-13T09:00", endsAt: "2017-06-13T12:30", cohortName: "B" }] }),
    aRoom("Étang"),
  ];
  const repairs = repairsOf(tuesday, aContext({ rooms, trainers: [aTrainer("Camille")] }));
  expect(repairs.map(({ kind, roomName }) => roomName ?? kind)).toEqual([
    "Étang",
    "Ailleurs",
    "swap",
    "swap",
    "Petite",
    "remote",
  ]);
  expect(repairs[4]?.costs).toEqual([{ code: "too_small", facts: { name: "Petite", missing: 4 } }]);
});

test("somebody else in another room when both are not to be had; an exam only changes room", () => {
  const rooms = [aRoom("Garrigue", { unavailabilities: [away("2017-06-13")] }), aRoom("Étang")];
  const context = aContext({ rooms, trainers: [camille, aTrainer("Noa")] });
  expect(repairsOf(tuesday, context)[0]?.edits).toEqual([{ id: tuesday.id, trainerId: "Noa", roomId: "Étang" }]);
  const exam = { ...tuesday, sessionId: null, trainerId: null };
  expect(repairsOf(exam, context).map(({ kind }) => kind)).toEqual(["room"]);
});

test("a move stays after the session before and before the one that follows, or the exam", () => {
  const others = [
    aHalfDay("2017-06-08", "pm", { sessionId: "before" }),
    aHalfDay("2017-06-19", "am", { sessionId: null, trainerId: null }),
  ];
  const trainers = [{ ...camille, unavailabilities: [away("2017-06-12", { to: "2017-06-16" })] }];
  const moves = repairsOf(tuesday, aContext({ trainers, halfDays: [...week, ...others] }));
  expect(moves.map(({ kind, day, slot }) => `${kind} ${day} ${slot}`)).toEqual([
    "move 2017-06-09 am",
    "move 2017-06-09 pm",
  ]);
});

test("with a half-day of another session it is what is taught that changes places: each session keeps its days", () => {
  const other = aHalfDay("2017-06-27", "am", {
    sessionId: "next",
    blockCode: "CCP2",
    competencyCodes: ["C03"],
    trainerId: "Noa",
    roomId: "Étang",
  });
  const noa = aTrainer("Noa", { competencyCodes: ["C03"] });
  const context = aContext({
    halfDays: [...week, other],
    trainers: [camille, noa],
    rooms: [aRoom("Garrigue"), aRoom("Étang")],
  });
  const [swap, ...more] = repairsOf(tuesday, context).filter(({ kind }) => kind === "swap");
  expect(more).toEqual([]);
  expect(swap?.edits).toEqual([
    { id: tuesday.id, blockCode: "CCP2", competencyCodes: ["C03"], trainerId: "Noa" },
    { id: other.id, blockCode: "CCP1", competencyCodes: ["C01"], trainerId: "Camille" },
  ]);
  expect(swap?.costs.map(({ code }) => code)).toEqual(["days_away", "other_order"]);
});

test("somebody's half-days with other cohorts count in their week", () => {
  const busy = ["2017-06-12", "2017-06-14", "2017-06-22"].map((day) => ({
    startsAt: `${day}T09:00`,
    endsAt: `${day}T12:30`,
    cohortName: "B",
  }));
  expect(repairsOf(tuesday, aContext({ trainers: [camille, aTrainer("Noa", { busy })] }))[0]?.costs).toEqual([
    { code: "new_to_cohort", facts: { name: "Noa" } },
    { code: "week_load", facts: { name: "Noa", halfDays: 3 } },
  ]);
});

test("a half-day without a room is taught by somebody else all the same, and no room is given in passing", () => {
  const bare = { ...tuesday, roomId: null };
  const halfDays = week.map((each) => ({ ...each, roomId: null }));
  for (const rooms of [[], [aRoom("Garrigue")]]) {
    const repairs = repairsOf(bare, aContext({ halfDays, rooms, trainers: [camille, aTrainer("Noa")] }));
    expect(repairs.map(({ kind }) => kind)).toEqual(["trainer", "move", "move"]);
    expect(repairs.flatMap(({ edits }) => edits).some((edit) => "roomId" in edit)).toBe(false);
  }
});

test("for want of a room only, nobody is replaced and nothing moves", () => {
  const context = aContext({ rooms: [aRoom("Garrigue")], trainers: [aTrainer("Camille"), aTrainer("Noa")] });
  expect(repairsOf({ ...tuesday, roomId: null }, context).map(({ kind }) => kind)).toEqual(["room", "remote"]);
});
