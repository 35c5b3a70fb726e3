import type { HalfDay } from "@passerelle/contracts/plans";
import { describe, expect, it } from "vitest";
import { marksBetween } from "./plan-marks.ts";

const ability = { allowed: true } as const;

function halfDay(id: string, place: string, rest: Partial<HalfDay> = {}): HalfDay {
  const [day = "", slot] = place.split(" ");
  return {
    id,
    cohortId: "c",
    cohortName: "Promotion Exemple",
    sessionId: "s",
    kind: "teaching",
    day,
    slot: slot === "pm" ? "pm" : "am",
    startsAt: "",
    endsAt: "",
    minutes: 210,
    blockCode: "CCP1",
    competencies: [],
    trainer: null,
    room: null,
    remote: false,
    overrideReason: null,
    replacesId: null,
    state: "planned",
    cancelledReason: null,
    planVersion: 1,
    can: { move: ability, cancel: ability },
    ...rest,
  };
}

const published = [halfDay("a", "2017-06-06 am"), halfDay("b", "2017-06-06 pm", { blockCode: "CCP2" })];

function marks(after: readonly HalfDay[]): Record<string, string> {
  const plan = (halfDays: readonly HalfDay[]) => ({ sessions: [], examHalfDays: [...halfDays] });
  return Object.fromEntries(marksBetween(plan(published), plan(after)));
}

describe("what a draft marks on the year", () => {
  it("is nothing while nothing differs", () => {
    expect(marks(published)).toEqual({});
  });

  it("is the place a half-day left, and the one it has now", () => {
    expect(marks([halfDay("a", "2017-06-08 am"), ...published.slice(1)])).toEqual({
      "2017-06-06 am": "left",
      "2017-06-08 am": "new",
    });
  });

  it("is both places of two that changed places, neither of them left", () => {
    const swapped = [halfDay("a", "2017-06-06 pm"), halfDay("b", "2017-06-06 am", { blockCode: "CCP2" })];
    expect(marks(swapped)).toEqual({ "2017-06-06 am": "changed", "2017-06-06 pm": "changed" });
  });

  it("is the place of a cancelled half-day, which is left", () => {
    expect(marks([halfDay("a", "2017-06-06 am", { state: "cancelled" }), ...published.slice(1)])).toEqual({
      "2017-06-06 am": "left",
    });
  });

  it.each<[string, Partial<HalfDay>]>([
    ["trainer", { trainer: { id: "t", name: "Noa Exemple" } }],
    ["room", { room: { id: "r", name: "Salle 1", siteName: "Maison" } }],
    ["way to be held", { remote: true }],
    ["competencies", { competencies: [{ code: "C1", title: "Accueillir" }] }],
    ["reason to be on a closing day", { overrideReason: "Journée portes ouvertes" }],
  ])("is the place of a half-day that has another %s", (_, rest) => {
    expect(marks([halfDay("a", "2017-06-06 am", rest), ...published.slice(1)])).toEqual({ "2017-06-06 am": "changed" });
  });

  it("is nothing where the same is adopted anew, under another identifier, or told in another order", () => {
    const anew = [halfDay("z", "2017-06-06 am", { planVersion: 2 }), ...published.slice(1)];
    expect(marks(anew.toReversed())).toEqual({});
  });
});
