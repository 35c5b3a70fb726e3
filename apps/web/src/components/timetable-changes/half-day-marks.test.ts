import type { HalfDay } from "@passerelle/contracts/plans";
import type { ChangedHalfDay } from "@passerelle/contracts/timetable";
import { describe, expect, it } from "vitest";
import { marksOf, marksOfDay } from "./half-day-marks.ts";

const room = { id: "r", name: "Salle Étang", siteName: "Site Exemple" };

function halfDay(day: string, slot: "am" | "pm", rest: Partial<HalfDay> = {}): HalfDay {
  // as: only what is looked at
  return { id: `${day} ${slot}`, day, slot, room: null, remote: false, trainer: null, ...rest } as HalfDay;
}

function changed(
  of: HalfDay,
  changes: ChangedHalfDay["changes"],
  before: Pick<HalfDay, "day" | "slot"> | null = null,
): [string, ChangedHalfDay] {
  const times = { startsAt: "2017-06-12T08:30", endsAt: "2017-06-12T12:00" };
  return [of.id, { halfDayId: of.id, changes, before: before && { ...before, ...times } }];
}

const morning = halfDay("2017-06-14", "am");
const afternoon = halfDay("2017-06-14", "pm");
const onMonday = { day: "2017-06-12", slot: "am" } as const;

describe("what is new of a half-day", () => {
  it("is nothing when nothing changed", () => {
    expect(marksOf(morning, new Map([changed(afternoon, ["added"])]))).toEqual([]);
  });

  it("says where it was, in which half", () => {
    expect(marksOf(morning, new Map([changed(morning, ["moved"], onMonday)]))).toEqual([
      { kind: "moved", day: "2017-06-12", slot: "am" },
    ]);
  });

  it("says where it is now, with whom, and when it was to begin", () => {
    const held = halfDay("2017-06-14", "am", { room, trainer: { id: "t", name: "Sacha Exemple" } });
    expect(marksOf(held, new Map([changed(held, ["trainer", "room", "times"], onMonday)]))).toEqual([
      { kind: "times", from: "08:30", to: "12:00" },
      { kind: "room", place: { room, remote: false } },
      { kind: "trainer", name: "Sacha Exemple" },
    ]);
  });

  it("begins with whether it is held, whatever the order it is told in", () => {
    const told = new Map([changed(morning, ["subject", "room", "moved", "restored"], onMonday)]);
    expect(marksOf(morning, told).map(({ kind }) => kind)).toEqual(["restored", "moved", "room", "subject"]);
  });
});

describe("what is new of a day", () => {
  const both = [morning, afternoon];

  it("is told once when both halves come from the same day, each from the same half", () => {
    const told = new Map([
      changed(morning, ["moved"], onMonday),
      changed(afternoon, ["moved"], { ...onMonday, slot: "pm" }),
    ]);
    expect(marksOfDay(both, told)).toEqual([{ kind: "moved", day: "2017-06-12", slot: null }]);
  });

  it("is told apart when they come from two days, or change places", () => {
    const fromTwo = new Map([
      changed(morning, ["moved"], onMonday),
      changed(afternoon, ["moved"], { day: "2017-06-13", slot: "pm" }),
    ]);
    const swapped = new Map([
      changed(morning, ["moved"], { day: "2017-06-14", slot: "pm" }),
      changed(afternoon, ["moved"], { day: "2017-06-14", slot: "am" }),
    ]);
    expect([marksOfDay(both, fromTwo), marksOfDay(both, swapped)]).toEqual([null, null]);
  });

  it("is told apart when only one half changed, or both to other rooms", () => {
    const elsewhere = [{ ...morning, room }, afternoon];
    const rooms = new Map([changed(morning, ["room"], onMonday), changed(afternoon, ["room"], onMonday)]);
    expect([marksOfDay(both, new Map([changed(morning, ["added"])])), marksOfDay(elsewhere, rooms)]).toEqual([
      null,
      null,
    ]);
  });

  it("is told with its half-day when it has one only, and when it is cancelled, with why", () => {
    const gone = new Map([changed(morning, ["cancelled"], onMonday), changed(afternoon, ["cancelled"], onMonday)]);
    expect([marksOfDay([morning], new Map([changed(morning, ["added"])])), marksOfDay(both, gone)]).toEqual([
      null,
      null,
    ]);
  });
});
