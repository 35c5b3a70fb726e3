import { describe, expect, it } from "vitest";
import { factsOf } from "./change-facts.ts";

const ID = "01890a5d-ac96-774b-bcce-b302099a8057";

describe("what an event changed", () => {
  it("is each field that differs, before and after", () => {
    expect(factsOf({ from: { capacity: 12, name: "A" }, to: { capacity: 14, name: "B" } })).toEqual([
      { field: "name", before: "A", after: "B" },
      { field: "capacity", before: 12, after: 14 },
    ]);
  });

  it("is what was made, or what is gone, when only one side is told", () => {
    expect(factsOf({ from: null, to: { label: "Été" } })).toEqual([
      { field: "label", before: undefined, after: "Été" },
    ]);
    expect(factsOf({ from: { label: "Été" }, to: null })).toEqual([
      { field: "label", before: "Été", after: undefined },
    ]);
    expect(factsOf({ from: null, to: null })).toEqual([]);
  });

  it("is not what stands beside it, nor what is the same on both sides", () => {
    const from = { state: "enrolled", stateSince: "2017-05-02", note: null, minutes: [1] };
    expect(factsOf({ from, to: { state: "in_training", minutes: [1], note: "" } })).toEqual([
      { field: "state", before: "enrolled", after: "in_training" },
    ]);
  });

  it("leaves identifiers out, whatever holds them", () => {
    expect(factsOf({ from: { siteId: null }, to: { siteId: ID, id: "x", replaces: ID, cohortId: ID } })).toEqual([]);
  });

  it("goes into parts, but keeps places, named things and minutes by day whole", () => {
    const to = {
      annulled: { on: "2018-03-22", reason: "Erreur" },
      room: { id: ID, name: "Salle verte" },
      replacement: { day: "2017-05-17", slot: "am" },
      minutes: { "2017-06-12": 420 },
    };
    expect(factsOf({ to }).map(({ field }) => field)).toEqual([
      "annulled.on",
      "annulled.reason",
      "room",
      "replacement",
      "minutes",
    ]);
  });

  it("is the place itself for a half-day that moved", () => {
    expect(factsOf({ from: { day: "2017-05-16", slot: "pm" }, to: { slot: "am", day: "2017-05-17" } })).toEqual([
      { field: "day", before: "2017-05-16", after: "2017-05-17" },
      { field: "slot", before: "pm", after: "am" },
    ]);
  });
});
