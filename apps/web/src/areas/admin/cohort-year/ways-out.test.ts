import { describe, expect, it } from "vitest";
import type { HalfDay } from "@passerelle/contracts/plans";
import type { Check } from "./use-edit-check.ts";
import { obstacleOf, settles, takenBy, wayOut, withWayOut } from "./ways-out.ts";

type Conflict = Check["conflicts"][number];

function conflict(kind: Conflict["kind"], halfDayId: string): Conflict {
  return { kind, halfDayId, day: "2017-07-12", slot: "am", detail: kind } as Conflict;
}

function check(conflicts: Conflict[], warnings: number = 0): Check {
  const warning = { code: "w", facts: {}, detail: "w" };
  return {
    verdict: conflicts.length > 0 ? "bad" : "good",
    faults: [],
    conflicts,
    warnings: Array.from({ length: warnings }, () => warning),
  };
}

const halfDays = [
  { id: "a", room: { id: "garrigue" }, trainer: { id: "amel" } },
  { id: "b", room: { id: "garrigue" }, trainer: null },
] as unknown as HalfDay[];

describe("a way out of a clash", () => {
  it("is looked for the room before the trainer, for all half-days in the way", () => {
    const found = check([conflict("trainer", "a"), conflict("room", "a"), conflict("room", "b")]);
    expect(obstacleOf(found)).toEqual({ kind: "room", ids: ["a", "b"] });
    expect(obstacleOf(check([conflict("trainer", "a")]))).toEqual({ kind: "trainer", ids: ["a"] });
  });

  it("is none when the cohort itself is elsewhere", () => {
    expect(obstacleOf(check([conflict("cohort", "a")]))).toBeNull();
  });

  it("never proposes the room that is taken, also one chosen since", () => {
    const obstacle = { kind: "room", ids: ["a", "b"] } as const;
    expect([...takenBy(obstacle, { halfDays: [{ id: "b", roomId: "etang" }] }, halfDays)]).toEqual([
      "garrigue",
      "etang",
    ]);
  });

  it("is the same move with the other room", () => {
    const edit = { halfDays: [{ id: "a", day: "2017-07-12" }], overrideReason: "Accord écrit" };
    const staff = wayOut({ kind: "room", ids: ["a"] }, "etang");
    expect(withWayOut(edit, staff)).toEqual({
      halfDays: [{ id: "a", day: "2017-07-12", roomId: "etang", remote: false }],
      overrideReason: "Accord écrit",
    });
  });

  it("settles its own clash, though another may be left, and brings nothing new to watch", () => {
    const obstacle = { kind: "room", ids: ["a"] } as const;
    const before = check([conflict("room", "a"), conflict("trainer", "a")], 1);
    expect(settles(obstacle, before, check([conflict("trainer", "a")], 1))).toBe(true);
    expect(settles(obstacle, before, check([conflict("room", "a")], 1))).toBe(false);
    expect(settles(obstacle, before, check([], 2))).toBe(false);
  });
});
