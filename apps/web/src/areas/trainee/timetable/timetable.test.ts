import type { HalfDay } from "@passerelle/contracts/plans";
import { describe, expect, it } from "vitest";
import { commonSetting, daysOf, groupsOf, monthsOf, monthToShow, nextDay, weeksOf } from "./timetable.ts";

const allowed = { allowed: true } as const;

function aHalfDay(day: string, slot: "am" | "pm", rest: Partial<HalfDay> = {}): HalfDay {
  return {
    id: `${day} ${slot}`,
    cohortId: "c",
    cohortName: "Promotion",
    sessionId: "first",
    kind: "teaching",
    day,
    slot,
    startsAt: `${day}T${slot === "am" ? "09:00" : "13:30"}`,
    endsAt: `${day}T${slot === "am" ? "12:30" : "17:00"}`,
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
    can: { move: allowed, cancel: allowed },
    ...rest,
  };
}

const exam = { kind: "exam", sessionId: null, blockCode: null } as const;
const timetable = [
  aHalfDay("2018-03-05", "am", exam),
  aHalfDay("2017-07-10", "pm", { sessionId: "second" }),
  aHalfDay("2017-07-10", "am", { sessionId: "second" }),
  aHalfDay("2017-05-16", "am"),
  aHalfDay("2017-05-17", "am", { state: "cancelled", cancelledReason: "Salle inondée" }),
];

describe("the groups of a timetable", () => {
  it("are sessions numbered by date, then the exam, each with its days in order", () => {
    expect(groupsOf(timetable).map(({ number, from, to }) => [number, from, to])).toEqual([
      [1, "2017-05-16", "2017-05-17"],
      [2, "2017-07-10", "2017-07-10"],
      [null, "2018-03-05", "2018-03-05"],
    ]);
    expect(groupsOf(timetable)[1]?.days[0]?.halfDays.map(({ slot }) => slot)).toEqual(["am", "pm"]);
  });

  it("lose no half-day", () => {
    const shown = groupsOf(timetable).flatMap(({ days }) => days.flatMap(({ halfDays }) => halfDays));
    expect(shown.map(({ id }) => id).toSorted()).toEqual(timetable.map(({ id }) => id).toSorted());
  });
});

describe("the next day", () => {
  const days = daysOf(timetable);

  it("is the first after today that takes place", () => {
    expect(nextDay(days, "2017-05-15")).toBe("2017-05-16");
    expect(nextDay(days, "2017-05-16")).toBe("2017-07-10");
  });

  it("is none once all is over", () => {
    expect(nextDay(days, "2018-03-05")).toBeNull();
  });
});

describe("months", () => {
  it("go from the first course to the last", () => {
    const months = monthsOf(daysOf(timetable));
    expect([months[0], months.at(-1), months.length]).toEqual(["2017-05", "2018-03", 11]);
  });

  it.each([
    ["2017-01-01", "2017-05"],
    ["2017-05-17", "2017-05"],
    ["2017-05-18", "2017-07"],
    ["2019-01-01", "2018-03"],
  ])("begin on %s with %s", (today, month) => {
    expect(monthToShow(daysOf(timetable), today)).toBe(month);
  });

  it.each([
    ["2017-10", 6, 31],
    ["2021-02", 4, 28],
    ["2017-05", 5, 31],
  ])("%s has %i weeks and %i days", (month, weeks, days) => {
    const grid = weeksOf(month);
    expect(grid).toHaveLength(weeks);
    expect(grid.every((week) => week.length === 7)).toBe(true);
    expect(grid.flat().filter((day) => day !== null)).toHaveLength(days);
  });

  it("put each day under its weekday", () => {
    // 1 October 2017 was a Sunday.
    expect(weeksOf("2017-10")[0]).toEqual([null, null, null, null, null, null, "2017-10-01"]);
  });
});

describe("where and with whom", () => {
  const garrigue = { id: "r", name: "Salle Garrigue", siteName: "Maison" };
  const sacha = { id: "t", name: "Sacha Exemple" };
  const taught = { room: garrigue, trainer: sacha };
  const common = (...halfDays: HalfDay[]) => commonSetting(daysOf(halfDays));

  it("is told once when it is the same for all, whatever is cancelled", () => {
    const elsewhere = { room: null, trainer: null, state: "cancelled" } as const;
    expect(
      common(
        aHalfDay("2017-05-16", "am", taught),
        aHalfDay("2017-05-16", "pm", elsewhere),
        aHalfDay("2017-05-17", "am", taught),
      ),
    ).toEqual({ room: { name: "Salle Garrigue", siteName: "Maison" }, isRemote: false, trainerName: "Sacha Exemple" });
  });

  it.each([
    ["room", { ...taught, room: { ...garrigue, name: "Salle Étang" } }],
    ["site", { ...taught, room: { ...garrigue, siteName: "Annexe" } }],
    ["trainer", { ...taught, trainer: null }],
    ["distance", { ...taught, room: null, remote: true }],
  ])("is told apart when the %s differs", (_what, other) => {
    expect(common(aHalfDay("2017-05-16", "am", taught), aHalfDay("2017-05-16", "pm", other))).toBeNull();
  });

  it("is of no course that does not take place", () => {
    expect(common(aHalfDay("2017-05-16", "am", { ...taught, state: "cancelled" }))).toBeNull();
  });
});
