import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { describe, expect, it } from "vitest";
import { withDrafts } from "./drafted-half-days.ts";
import { aHalfDay } from "./planner.fixture.ts";

const week = { from: "2026-03-16", to: "2026-03-22" };

function planOf(cohortId: string, changes: number, halfDays: readonly HalfDay[]): Plan {
  const change = { id: "x", detail: "", by: null, at: new Date(0), applies: true };
  return {
    cohortId,
    planVersion: 2,
    published: null,
    draft: { changes: Array.from({ length: changes }, () => change) },
    sessions: [],
    examHalfDays: [...halfDays],
    proof: {
      exact: true,
      dueMinutes: 0,
      plannedMinutes: 0,
      differenceMinutes: 0,
      blocks: [],
      counts: { sessions: 0, sessionDays: 0, examDays: 0, halfDays: 0 },
      expected: { sessions: 0, sessionDays: 0, examDays: 0, halfDays: 0 },
      findings: [],
    },
    gapReason: null,
    history: { undo: null, redo: null },
    can: { adopt: { allowed: true } },
  };
}

const ours = aHalfDay("a", { cohortId: "ours", day: "2026-03-17", slot: "am" });
const theirs = aHalfDay("b", { cohortId: "theirs", day: "2026-03-17", slot: "am" });

function shown(plans: readonly Plan[]) {
  const { halfDays, drafted } = withDrafts([ours, theirs], plans, week);
  return { places: halfDays.map(({ id, day }) => `${id} ${day}`), drafted: [...drafted] };
}

describe("half-days of the planner", () => {
  it("are the published ones of cohorts without a draft", () => {
    expect(shown([planOf("ours", 0, [])])).toEqual({ places: ["a 2026-03-17", "b 2026-03-17"], drafted: [] });
  });

  it("are the drafted ones of a cohort with a draft, which alone are said to be", () => {
    const moved = { ...ours, day: "2026-03-18" };
    const same = aHalfDay("c", { cohortId: "ours", day: "2026-03-19", slot: "pm" });
    const { halfDays, drafted } = withDrafts([ours, theirs, same], [planOf("ours", 1, [moved, same])], week);
    expect(halfDays.map(({ id, day }) => `${id} ${day}`).toSorted()).toEqual([
      "a 2026-03-18",
      "b 2026-03-17",
      "c 2026-03-19",
    ]);
    expect([...drafted]).toEqual(["a"]);
  });

  it("leave when a draft cancels them or takes them to another week", () => {
    const cancelled = { ...ours, state: "cancelled" as const };
    const away = { ...ours, day: "2026-03-24" };
    expect(shown([planOf("ours", 1, [cancelled])]).places).toEqual(["b 2026-03-17"]);
    expect(shown([planOf("ours", 1, [away])]).places).toEqual(["b 2026-03-17"]);
  });

  it("come from another week, and are drafted here", () => {
    const come = aHalfDay("z", { cohortId: "ours", day: "2026-03-20", slot: "am" });
    expect(shown([planOf("ours", 1, [ours, come])]).drafted).toEqual(["z"]);
  });
});
