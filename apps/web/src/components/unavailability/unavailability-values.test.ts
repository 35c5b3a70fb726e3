import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { describe, expect, it } from "vitest";
import { emptyUnavailability, fieldsOf, valuesOf, weekdaysOffered } from "./unavailability-values.ts";

const stored: Unavailability = {
  id: "u",
  trainerId: "t",
  roomId: null,
  name: "Sacha Exemple",
  from: "2026-01-05",
  to: null,
  weekdays: [2, 4],
  everyWeeks: 2,
  slot: "pm",
  reason: "Cours à l’université",
  affectedHalfDays: 0,
  version: 1,
  can: { update: { allowed: true }, delete: { allowed: true } },
};

describe("an unavailability in its form", () => {
  it("goes back as it came when nothing is changed", () => {
    const { from, to, weekdays, everyWeeks, slot, reason } = stored;
    expect(fieldsOf(valuesOf(stored))).toEqual({ from, to, weekdays, everyWeeks, slot, reason });
  });

  it("of a single day repeats nothing, whatever was chosen before", () => {
    const day = { ...valuesOf(stored), to: "2026-01-05", isEndless: false };
    expect(fieldsOf(day)).toMatchObject({ to: "2026-01-05", weekdays: [], everyWeeks: 1 });
  });

  it("forgets weekdays that every day replaces, and sends those chosen in order", () => {
    const period = { ...emptyUnavailability, from: "2026-01-05", to: "2026-06-30", weekdays: ["4", "2"] };
    expect(fieldsOf({ ...period, days: "some" }).weekdays).toEqual([2, 4]);
    expect(fieldsOf({ ...period, days: "every" }).weekdays).toEqual([]);
  });

  it("takes all of the day, and has no reason, unless said", () => {
    const period = { ...emptyUnavailability, from: "2026-01-05", to: "2026-01-06", reason: "  " };
    expect(fieldsOf(period)).toMatchObject({ slot: null, reason: null });
  });
});

it("the days one teaches on are offered, and a Saturday where it is already chosen", () => {
  expect(weekdaysOffered([])).toEqual(["1", "2", "3", "4", "5"]);
  expect(weekdaysOffered(["6", "2"])).toEqual(["1", "2", "3", "4", "5", "6"]);
});
