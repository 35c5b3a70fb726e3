import { describe, expect, it } from "vitest";
import {
  aHalfDay,
  anUnavailability,
  aWeek,
  dominique,
  etang,
  FRIDAY,
  MONDAY,
  otherCohort,
  TUESDAY,
} from "./planner.fixture.ts";
import { targetAt, verdictOn } from "./targets.ts";

const moved = aHalfDay("1");
const at = (laneKey: string, day = MONDAY, slot: "am" | "pm" = "am") => ({ laneKey, day, slot });

describe("putting a half-day down", () => {
  const rooms = aWeek("rooms", [moved]);
  const trainers = aWeek("trainers", [moved]);
  const editOf = (target: ReturnType<typeof targetAt>) => target?.edit?.halfDays;

  it.each([
    ["in another room changes its room", at("etang"), { roomId: "etang" }],
    ["at another time changes its day and half", at("garrigue", TUESDAY, "pm"), { day: TUESDAY, slot: "pm" }],
    ["elsewhere and later changes both", at("etang", TUESDAY), { day: TUESDAY, slot: "am", roomId: "etang" }],
    ["in the lane of what has no room takes its room away", at("none"), { roomId: null }],
    ["in the lane at a distance puts it there", at("remote"), { remote: true, roomId: null }],
  ])("%s", (_, place, change) => {
    expect(editOf(targetAt(moved, place, rooms))).toEqual([{ id: "1", ...change }]);
  });

  it("in another trainer's lane changes who teaches, and nothing else", () => {
    expect(editOf(targetAt(moved, at("dominique"), trainers))).toEqual([{ id: "1", trainerId: "dominique" }]);
    expect(editOf(targetAt(moved, at("none"), trainers))).toEqual([{ id: "1", trainerId: null }]);
  });

  it("in a room brings back what was at a distance", () => {
    const remote = aHalfDay("1", { room: null, remote: true });
    const target = targetAt(remote, at("etang"), aWeek("rooms", [remote]));
    expect(editOf(target)).toEqual([{ id: "1", roomId: "etang", remote: false }]);
  });

  it("where it is changes nothing, and outside of the week is no target", () => {
    expect(targetAt(moved, at("garrigue"), rooms)?.edit).toBeNull();
    expect(targetAt(moved, at("garrigue", "2026-03-24"), rooms)).toBeNull();
    expect(targetAt(moved, at("nowhere"), rooms)).toBeNull();
  });

  it("on another of its cohort makes the two change places, each with its trainer and room", () => {
    const other = aHalfDay("2", { day: TUESDAY, slot: "pm", room: etang, trainer: dominique });
    const target = targetAt(moved, at("etang", TUESDAY, "pm"), aWeek("rooms", [moved, other]));
    expect(target?.swapsWith?.id).toBe("2");
    expect(target?.doubts).toEqual([]);
    expect(editOf(target)).toEqual([
      { id: "1", day: TUESDAY, slot: "pm" },
      { id: "2", day: MONDAY, slot: "am" },
    ]);
  });
});

describe("what is known of a target before the server answers", () => {
  const doubtsAt = (week: ReturnType<typeof aWeek>, place: ReturnType<typeof at>) => {
    const doubts = targetAt(moved, place, week)?.doubts ?? [];
    return [verdictOn(doubts), doubts.map(({ kind }) => kind)];
  };
  const taken = aHalfDay("2", { ...otherCohort, room: etang, trainer: dominique });

  it("is that the room, or the trainer, is taken by another cohort", () => {
    expect(doubtsAt(aWeek("rooms", [moved, taken]), at("etang"))).toEqual(["bad", ["taken"]]);
    expect(doubtsAt(aWeek("trainers", [moved, taken]), at("dominique"))).toEqual(["bad", ["taken"]]);
  });

  it("is not that others have no room either", () => {
    const homeless = aHalfDay("2", { ...otherCohort, room: null });
    expect(doubtsAt(aWeek("rooms", [moved, homeless]), at("none"))).toEqual(["good", []]);
  });

  it("is that its own cohort is taught elsewhere at that time", () => {
    const own = aHalfDay("2", { day: TUESDAY });
    expect(doubtsAt(aWeek("rooms", [moved, own]), at("etang", TUESDAY))).toEqual(["bad", ["cohort_elsewhere"]]);
  });

  it("is a closure, which is refused; an absence and a weekend, which are only shown", () => {
    const unavailabilities = [anUnavailability({ roomId: "etang" })];
    const sunday = aHalfDay("2", { ...otherCohort, day: "2026-03-22" });
    const week = aWeek("rooms", [moved, sunday], { unavailabilities });
    expect(doubtsAt(week, at("etang", FRIDAY))).toEqual(["bad", ["off"]]);
    expect(doubtsAt(week, at("etang", TUESDAY))).toEqual(["warn", ["unavailable"]]);
    expect(doubtsAt(week, at("etang", "2026-03-22"))).toEqual(["warn", ["weekend"]]);
  });
});
