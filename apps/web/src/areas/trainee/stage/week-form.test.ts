import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { describe, expect, it } from "vitest";
import { ApiError } from "../../../api/api-error.ts";
import { halfway } from "../path/progress.fixture.ts";
import {
  copied,
  daysToLog,
  daysWithoutDuration,
  durations,
  entriesOf,
  faultsByDay,
  isSame,
  stepped,
  totalMinutes,
  weekToCopy,
  withDay,
} from "./week-form.ts";
import { withWeek } from "./queries.ts";

const allowed = { allowed: true } as const;
/** 9 to 15 October 2017. */
const WEEK = "2017-W41";

function logged(week: string, days: StageWeek["days"]): StageWeek {
  return {
    id: "01890a5d-ac96-774b-bcce-b302099a8060",
    enrolmentId: halfway.enrolmentId,
    cohortId: halfway.cohortId,
    cohortName: halfway.cohortName,
    person: halfway.person,
    week,
    monday: entriesOf(week, [])[0]?.day ?? "",
    state: "validated",
    days,
    minutes: days.reduce((sum, { minutes }) => sum + minutes, 0),
    returnedReason: null,
    submittedAt: null,
    validatedAt: null,
    version: 1,
    can: { log: allowed, submit: allowed, validate: allowed, return: allowed },
  };
}

const lastWeek = logged("2017-W40", [
  { day: "2017-10-02", minutes: 420, activity: "Accueil" },
  { day: "2017-10-03", minutes: 210, activity: null },
  { day: "2017-10-05", minutes: 300, activity: "Permanence" },
]);

describe("the fields of a week", () => {
  it("are its seven days, with what is logged", () => {
    const entries = entriesOf(WEEK, [{ day: "2017-10-10", minutes: 425, activity: "Accueil" }]);
    expect(entries).toHaveLength(7);
    expect(entries[0]).toEqual({ day: "2017-10-09", minutes: 0, activity: "" });
    expect(entries[1]).toEqual({ day: "2017-10-10", minutes: 425, activity: "Accueil" });
    expect(totalMinutes(entries)).toBe(425);
  });

  it("go back as the days that have hours, and come again the same", () => {
    const days = [
      { day: "2017-10-09", minutes: 30, activity: null },
      { day: "2017-10-15", minutes: 600, activity: "Permanence" },
    ];
    expect(daysToLog(entriesOf(WEEK, days))).toEqual(days);
  });

  it("lose the spaces around an activity, which change nothing", () => {
    const entries = withDay(entriesOf(WEEK, []), "2017-10-09", { minutes: 60, activity: "  Accueil " });
    expect(daysToLog(entries)).toEqual([{ day: "2017-10-09", minutes: 60, activity: "Accueil" }]);
    expect(
      isSame(
        entries,
        entriesOf(
          WEEK,
          daysToLog(entries).map((day) => ({ ...day, activity: "Accueil" })),
        ),
      ),
    ).toBe(true);
    expect(isSame(entries, withDay(entries, "2017-10-09", { minutes: 90 }))).toBe(false);
  });

  it("are asked about when they say what was done but not how long", () => {
    const entries = withDay(entriesOf(WEEK, []), "2017-10-11", { activity: "Accueil" });
    expect(daysWithoutDuration(entries)).toEqual(["2017-10-11"]);
    expect(daysWithoutDuration(withDay(entries, "2017-10-11", { minutes: 15 }))).toEqual([]);
  });
});

describe("a duration", () => {
  it.each([
    [0, 1, 30],
    [425, 1, 450],
    [425, -1, 420],
    [420, -1, 390],
    [15, -1, 0],
    [0, -1, 0],
    [600, 1, 600],
    [590, 1, 600],
  ] as const)("of %i minutes steps by %i to %i", (minutes, direction, to) => {
    expect(stepped(minutes, direction)).toBe(to);
  });

  it("is chosen among quarters of an hour, from none to ten hours, and keeps what it was", () => {
    expect(durations(0)).toHaveLength(41);
    expect(durations(0).at(-1)).toBe(600);
    expect(durations(425).slice(28, 31)).toEqual([420, 425, 435]);
  });
});

describe("copying an earlier week", () => {
  const none = { today: "2017-10-15", courseDays: new Set<string>() };

  it("fills the same weekdays", () => {
    expect(daysToLog(copied(entriesOf(WEEK, []), lastWeek, none))).toEqual([
      { day: "2017-10-09", minutes: 420, activity: "Accueil" },
      { day: "2017-10-10", minutes: 210, activity: null },
      { day: "2017-10-12", minutes: 300, activity: "Permanence" },
    ]);
  });

  it("never touches what is filled, were it an activity alone", () => {
    const filled = withDay(entriesOf(WEEK, [{ day: "2017-10-09", minutes: 60, activity: null }]), "2017-10-10", {
      activity: "Réunion",
    });
    const next = copied(filled, lastWeek, none);
    expect(next.slice(0, 2)).toEqual(filled.slice(0, 2));
    expect(next[3]?.minutes).toBe(300);
  });

  it("stops at today, and leaves out days of course", () => {
    const bounds = { today: "2017-10-10", courseDays: new Set(["2017-10-09"]) };
    expect(daysToLog(copied(entriesOf(WEEK, []), lastWeek, bounds)).map(({ day }) => day)).toEqual(["2017-10-10"]);
  });

  it("takes the latest week before that has hours", () => {
    const weeks = [logged("2017-W42", lastWeek.days), logged("2017-W41", []), lastWeek, logged("2017-W36", [])];
    expect(weekToCopy("2017-W42", weeks)?.week).toBe("2017-W40");
    expect(weekToCopy("2017-W40", weeks)).toBeNull();
  });
});

describe("what the API refuses", () => {
  function refused(...pointers: string[]): ApiError {
    const errors = pointers.map((pointer) => ({ pointer, code: "c", detail: `Faux ${pointer}` }));
    return new ApiError({
      type: "t",
      title: "T",
      status: 422,
      detail: "D",
      code: "stage_week_invalid",
      requestId: "r",
      errors,
    });
  }
  const sent = [{ day: "2017-10-09" }, { day: "2017-10-12" }];

  it("goes to its weekday, by its place among the days sent", () => {
    expect(faultsByDay(refused("/days/1/minutes", "/days/0/activity", "/days/1/day"), sent)).toEqual({
      "2017-10-09": { activity: "Faux /days/0/activity" },
      "2017-10-12": { minutes: "Faux /days/1/minutes Faux /days/1/day" },
    });
  });

  it("of the whole week goes to no day", () => {
    expect(faultsByDay(refused("/days", "", "/days/7/minutes"), sent)).toEqual({});
  });
});

describe("the weeks after a save", () => {
  it("hold the answer in its place, latest first", () => {
    const weeks = [logged("2017-W41", []), lastWeek];
    expect(withWeek(weeks, { ...lastWeek, version: 2 }).map(({ week, version }) => [week, version])).toEqual([
      ["2017-W41", 1],
      ["2017-W40", 2],
    ]);
    expect(withWeek(weeks, logged("2017-W42", [])).map(({ week }) => week)[0]).toBe("2017-W42");
  });
});
