import { describe, expect, it } from "vitest";
import type { CalendarPlan } from "./calendar.ts";
import { aimAt, answered, reasonsOf, staysPut, type Cargo } from "./cargo.ts";
import { followingWorkingDays, objectionsTo, shiftDays, verdictOn, type Limits } from "./move-target.ts";

const limits: Limits = {
  closures: [{ from: "2017-08-01", to: "2017-08-26", label: "Été" }],
  holidayZone: "metropole",
  inForceFrom: "2017-05-16",
  inForceTo: "2022-05-15",
};
const free = () => undefined;
const half = (day: string, slot: "am" | "pm") => ({ id: `${day} ${slot}`, day, slot, blockCode: "CCP1" });
const plan: CalendarPlan = {
  groups: [
    { key: "s1", number: 1, halfDays: [half("2017-06-12", "am"), half("2017-06-12", "pm"), half("2017-06-13", "am")] },
    { key: "s2", number: 2, halfDays: [half("2017-06-20", "am")] },
  ],
};

describe("where a session may go, as far as is known here", () => {
  it.each([
    ["2017-06-21", "good", []],
    ["2017-07-14", "bad", [{ day: "2017-07-14", kind: "holiday", code: "national_day" }]],
    ["2017-08-02", "bad", [{ day: "2017-08-02", kind: "closure", label: "Été" }]],
    ["2017-05-15", "bad", [{ day: "2017-05-15", kind: "before_title", from: "2017-05-16" }]],
    ["2017-12-26", "good", []],
    ["2022-05-17", "warn", [{ day: "2022-05-17", kind: "after_title", to: "2022-05-15" }]],
    ["2017-06-24", "warn", [{ day: "2017-06-24", kind: "weekend" }]],
  ])("%s is %s", (day, verdict, objections) => {
    const found = objectionsTo([day], limits, free);
    expect(found).toEqual(objections);
    expect(verdictOn(found)).toBe(verdict);
  });

  it("keeps the holidays of the place where the cohort learns", () => {
    const there: Limits = { ...limits, holidayZone: "alsace-moselle" };
    expect(objectionsTo(["2017-12-26"], there, free)).toEqual([
      { day: "2017-12-26", kind: "holiday", code: "saint_stephen" },
    ]);
  });

  it("is not where another session is", () => {
    const cargo: Cargo = { groupKey: "s1", days: ["2017-06-12", "2017-06-13"], halfDay: null };
    const aim = aimAt(cargo, "2017-06-13", "2017-06-20", "am", plan, limits);
    expect(aim.days).toEqual(["2017-06-19", "2017-06-20"]);
    expect(aim.objections).toEqual([{ day: "2017-06-20", kind: "taken", number: 2 }]);
  });

  it("is its own place, which changes nothing", () => {
    const cargo: Cargo = { groupKey: "s1", days: ["2017-06-12", "2017-06-13"], halfDay: null };
    expect(staysPut(cargo, aimAt(cargo, "2017-06-12", "2017-06-12", "am", plan, limits))).toBe(true);
    expect(staysPut(cargo, aimAt(cargo, "2017-06-12", "2017-06-13", "am", plan, limits))).toBe(false);
  });
});

describe("where a half-day may go", () => {
  const cargo: Cargo = { groupKey: "s1", days: ["2017-06-13"], halfDay: { id: "h", slot: "am" } };

  it("is the other half of its day when that is free", () => {
    const aim = aimAt(cargo, "2017-06-13", "2017-06-13", "pm", plan, limits);
    expect(aim).toMatchObject({ days: ["2017-06-13"], slot: "pm", verdict: "good" });
    expect(staysPut(cargo, aim)).toBe(false);
  });

  it("changes places with the half-day that is there, of its own session or another", () => {
    for (const [day, slot] of [
      ["2017-06-12", "pm"],
      ["2017-06-20", "am"],
    ] as const) {
      const aim = aimAt(cargo, "2017-06-13", day, slot, plan, limits);
      expect(aim).toMatchObject({ swapsWith: `${day} ${slot}`, objections: [], verdict: "good" });
    }
    expect(aimAt(cargo, "2017-06-13", "2017-06-13", "am", plan, limits).swapsWith).toBeNull();
  });
});

describe("what the API answers while something is carried", () => {
  const cargo: Cargo = { groupKey: "s2", days: ["2017-06-20"], halfDay: null };
  const free = aimAt(cargo, "2017-06-20", "2017-06-21", "am", plan, limits);
  const holiday = aimAt(cargo, "2017-06-20", "2017-07-14", "am", plan, limits);
  const says = (detail: string) => ({ code: "c", facts: {}, detail });
  const conflict = { kind: "room", detail: "Salle Garrigue déjà prise par la promotion 2017-B." } as never;

  it("is waited for where nothing speaks against it here, and only there", () => {
    expect(answered(free, undefined, true).verdict).toBe("asking");
    expect(answered(holiday, undefined, true).verdict).toBe("bad");
    expect(answered(free, undefined, false).verdict).toBe("good");
  });

  it("counts more than what is known here, and says its reasons once, what is refused first", () => {
    const warnings = [says("Juin porte deux sessions."), says("Juin porte deux sessions.")];
    const aim = answered(free, { verdict: "bad", faults: [], conflicts: [conflict], warnings }, false);
    expect(aim.verdict).toBe("bad");
    expect(aim.check === null ? [] : reasonsOf(aim.check)).toEqual([
      "Salle Garrigue déjà prise par la promotion 2017-B.",
      "Juin porte deux sessions.",
    ]);
    expect(answered(holiday, { verdict: "good", faults: [], conflicts: [], warnings: [] }, true).verdict).toBe("good");
  });
});

describe("the days after a chosen first day", () => {
  it("are the next working days", () => {
    expect(followingWorkingDays("2017-06-15", 4, limits)).toEqual([
      "2017-06-15",
      "2017-06-16",
      "2017-06-19",
      "2017-06-20",
    ]);
  });

  it("pass over holidays and closures, but leave the first day as chosen", () => {
    expect(followingWorkingDays("2017-07-14", 2, limits)).toEqual(["2017-07-14", "2017-07-17"]);
    expect(followingWorkingDays("2017-07-31", 2, limits)).toEqual(["2017-07-31", "2017-08-28"]);
  });
});

it("days are shifted over the end of a month and of a year", () => {
  expect(shiftDays(["2017-12-29", "2018-01-02"], 7)).toEqual(["2018-01-05", "2018-01-09"]);
});
