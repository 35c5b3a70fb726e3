import { describe, expect, it } from "vitest";
import { aHalfDay, aWeek, FRIDAY, MONDAY, otherCohort, TUESDAY } from "./planner.fixture.ts";
import { arrowStep, edgeStop, entryStop, nextStop, placeBeside, type Stop } from "./stops.ts";

const homeless = [aHalfDay("1", { room: null }), aHalfDay("2", { ...otherCohort, room: null })];
const week = aWeek("rooms", homeless);
const stop = (laneKey: string, index = 0, day = MONDAY, slot: "am" | "pm" = "am"): Stop => ({
  place: { laneKey, day, slot },
  index,
});
const go = (from: Stop, key: string) => {
  const step = arrowStep(key);
  return step === null ? undefined : nextStop(from, step, week);
};

describe("arrow keys", () => {
  it("go across halves of days, and stop at the edges", () => {
    expect(go(stop("etang"), "ArrowRight")).toEqual(stop("etang", 0, MONDAY, "pm"));
    expect(go(stop("etang", 0, MONDAY, "pm"), "ArrowRight")).toEqual(stop("etang", 0, TUESDAY));
    expect(go(stop("etang"), "ArrowLeft")).toBeNull();
    expect(go(stop("etang", 0, FRIDAY, "pm"), "ArrowRight")).toBeNull();
    expect(go(stop("etang"), "ArrowDown")).toBeNull();
  });

  it("go through the half-days of a cell before they leave it", () => {
    expect(go(stop("none"), "ArrowDown")).toEqual(stop("none", 1));
    expect(go(stop("none", 1), "ArrowDown")).toEqual(stop("remote"));
    expect(go(stop("remote"), "ArrowUp")).toEqual(stop("none", 1));
    expect(go(stop("none", 1), "ArrowRight")).toEqual(stop("none", 0, MONDAY, "pm"));
  });

  it("carry to the place beside, whatever is there", () => {
    expect(placeBeside(stop("none").place, [0, 1], week)).toEqual(stop("remote").place);
  });

  it("are the only keys that step", () => {
    expect(arrowStep("Enter")).toBeNull();
  });
});

describe("the keyboard comes in", () => {
  it("at the first half-day, or where it last was", () => {
    expect(entryStop(null, week)).toMatchObject({ place: stop("none").place, index: 0 });
    expect(entryStop(stop("etang", 0, TUESDAY), week)).toEqual(stop("etang", 0, TUESDAY));
  });

  it("in what a cell still holds", () => {
    expect(entryStop(stop("none", 5), week)).toEqual(stop("none", 1));
    expect(entryStop(stop("gone"), week)).toMatchObject({ place: stop("none").place, index: 0 });
  });

  it("and Home and End lead to the ends of a lane", () => {
    expect(edgeStop(stop("etang", 0, TUESDAY), "Home", week)).toEqual(stop("etang"));
    expect(edgeStop(stop("etang", 0, TUESDAY), "End", week)).toEqual(stop("etang", 0, FRIDAY, "pm"));
  });
});
