import { describe, expect, test } from "vitest";
import type { Slot } from "./plan.ts";
import { type Busy, busyOn, covers, type SlotTimes, type Unavailability, unavailabilityOn } from "./resources.ts";

const always: Unavailability = {
  from: "2017-09-01",
  to: null,
  weekdays: [],
  everyWeeks: 1,
  slot: null,
  reason: null,
};
const said = (facts: Partial<Unavailability>): Unavailability => ({ ...always, ...facts });

describe("an unavailability takes away", () => {
  const tuesdays = said({ from: "2017-09-05", weekdays: [2], everyWeeks: 2 });
  const acrossYears = said({ from: "2020-12-15", weekdays: [2], everyWeeks: 2 }); // 2020 has 53 weeks
  const from53 = said({ from: "2026-12-31", everyWeeks: 2 }); // the Thursday of week 53

  test.each<[string, Unavailability, string, Slot, boolean]>([
    ["the day before it begins: no", said({ to: "2017-09-10" }), "2017-08-31", "am", false],
    ["its first day", said({ to: "2017-09-10" }), "2017-09-01", "am", true],
    ["its last day", said({ to: "2017-09-10" }), "2017-09-10", "pm", true],
    ["the day after it ends: no", said({ to: "2017-09-10" }), "2017-09-11", "am", false],
    ["its only day", said({ to: "2017-09-01" }), "2017-09-01", "pm", true],
    ["any day to come, without end", always, "2099-12-31", "am", true],
    ["its half of the day", said({ slot: "pm" }), "2017-09-01", "pm", true],
    ["the other half: no", said({ slot: "pm" }), "2017-09-01", "am", false],
    ["its weekday", said({ weekdays: [1, 5] }), "2017-09-04", "am", true],
    ["another weekday: no", said({ weekdays: [1, 5] }), "2017-09-05", "am", false],
    ["its weekday, not before it begins: no", said({ weekdays: [4] }), "2017-08-31", "am", false],
    ["its weekday, its half", said({ weekdays: [1], slot: "am" }), "2017-09-04", "am", true],
    ["its weekday, the other half: no", said({ weekdays: [1], slot: "am" }), "2017-09-04", "pm", false],
    ["a Sunday", said({ weekdays: [7] }), "2017-09-03", "am", true],
    ["every other week, the first", tuesdays, "2017-09-05", "am", true],
    ["every other week, the second: no", tuesdays, "2017-09-12", "am", false],
    ["every other week, the third", tuesdays, "2017-09-19", "am", true],
    ["every other week, after the clocks went back", tuesdays, "2017-10-31", "am", true],
    ["every other week, the week after: no", tuesdays, "2017-11-07", "am", false],
    [
      "every other week counted from that of its first day, whatever the weekday",
      said({ from: "2017-09-07", weekdays: [2], everyWeeks: 2 }),
      "2017-09-19",
      "am",
      true,
    ],
    [
      "the week of its first day, before it: no",
      said({ from: "2017-09-07", weekdays: [2], everyWeeks: 2 }),
      "2017-09-05",
      "am",
      false,
    ],
    ["every other week, week 53", acrossYears, "2020-12-29", "am", true],
    ["every other week, week 1 after a week 53: no", acrossYears, "2021-01-05", "am", false],
    ["every other week, week 2 after a week 53", acrossYears, "2021-01-12", "am", true],
    ["every other week from week 53, the rest of it in the new year", from53, "2027-01-02", "pm", true],
    ["every other week from week 53, week 1: no", from53, "2027-01-04", "am", false],
    ["every other week from week 53, week 2", from53, "2027-01-11", "am", true],
  ])("%s", (_case, unavailability, day, slot, expected) => {
    expect(covers(unavailability, day, slot)).toBe(expected);
  });
});

test("the unavailability that a half-day falls in is told, the first of several", () => {
  const several = [
    said({ weekdays: [2], reason: "Cours" }),
    said({ slot: "am", reason: "Matin" }),
    said({ reason: "Tout" }),
  ];
  expect(unavailabilityOn(several, "2017-09-05", "am")?.reason).toBe("Cours");
  expect(unavailabilityOn(several, "2017-09-04", "am")?.reason).toBe("Matin");
  expect(unavailabilityOn(several, "2017-09-04", "pm")?.reason).toBe("Tout");
  expect(unavailabilityOn(several, "2017-08-31", "am")).toBeUndefined();
});

describe("a half-day that another cohort has them for (T1)", () => {
  const times: SlotTimes = { am: { start: "09:00", end: "12:30" }, pm: { start: "13:30", end: "17:00" } };
  const taken = (day: string, start: string, end: string): Busy => ({
    startsAt: `${day}T${start}`,
    endsAt: `${day}T${end}`,
    cohortName: "Promotion Exemple",
  });

  test.each<[string, Busy, Slot, boolean]>([
    ["at the same times", taken("2017-09-05", "09:00", "12:30"), "am", true],
    ["that begins before it ends", taken("2017-09-05", "12:29", "16:00"), "am", true],
    ["that ends after it begins", taken("2017-09-05", "08:00", "09:01"), "am", true],
    ["inside it", taken("2017-09-05", "10:00", "11:00"), "am", true],
    ["around it", taken("2017-09-05", "08:00", "18:00"), "pm", true],
    ["that begins when it ends: no", taken("2017-09-05", "12:30", "13:30"), "am", false],
    ["that ends when it begins: no", taken("2017-09-05", "12:30", "13:30"), "pm", false],
    ["in the other half: no", taken("2017-09-05", "13:30", "17:00"), "am", false],
    ["on another day: no", taken("2017-09-06", "09:00", "12:30"), "am", false],
  ])("is in the way %s", (_case, busy, slot, expected) => {
    expect(busyOn([busy], "2017-09-05", slot, times)).toBe(expected ? busy : undefined);
  });

  // Local times: what the clocks show is what is compared, on the days they are put forward and back too.
  test.each(["2017-03-26", "2017-10-29"])("is told by the clocks on %s", (day) => {
    const night: SlotTimes = { am: { start: "01:00", end: "03:00" }, pm: { start: "03:00", end: "05:00" } };
    const busy = taken(day, "01:30", "03:00");
    expect(busyOn([busy], day, "am", night)).toBe(busy);
    expect(busyOn([busy], day, "pm", night)).toBeUndefined();
  });

  test("is the one of several that is in the way", () => {
    const [other, busy] = [taken("2017-09-04", "09:00", "12:30"), taken("2017-09-05", "13:30", "17:00")];
    expect(busyOn([other, busy], "2017-09-05", "pm", times)).toBe(busy);
    expect(busyOn([], "2017-09-05", "pm", times)).toBeUndefined();
  });
});
