import type { HalfDay } from "@passerelle/contracts/plans";
import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { describe, expect, it } from "vitest";
import { halfway } from "./progress.fixture.ts";
import { whatNow } from "./what-now.ts";

const allowed = { allowed: true } as const;

function aWeek(week: string, rest: Partial<StageWeek> = {}): StageWeek {
  return {
    id: "01890a5d-ac96-774b-bcce-b302099a8060",
    enrolmentId: halfway.enrolmentId,
    cohortId: halfway.cohortId,
    cohortName: halfway.cohortName,
    person: halfway.person,
    week,
    monday: "2017-10-02",
    state: "submitted",
    days: [],
    minutes: 840,
    returnedReason: null,
    submittedAt: null,
    validatedAt: null,
    version: 1,
    can: { log: allowed, submit: allowed, validate: allowed, return: allowed },
    ...rest,
  };
}

function aHalfDay(day: string): HalfDay {
  return {
    id: "01890a5d-ac96-774b-bcce-b302099a8061",
    cohortId: halfway.cohortId,
    cohortName: "Promotion",
    sessionId: null,
    kind: "teaching",
    day,
    slot: "am",
    startsAt: `${day}T09:00`,
    endsAt: `${day}T12:30`,
    minutes: 210,
    blockCode: "CCP2",
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
  };
}

const lastWeek = aWeek("2017-W40");

describe("what to do now", () => {
  it("is to correct a returned week, before all else", () => {
    const returned = aWeek("2017-W38", { state: "draft", returnedReason: "Le jeudi était un jour de cours" });
    const now = whatNow({ progress: halfway, weeks: [lastWeek, returned], next: aHalfDay("2017-10-11") });
    expect(now).toMatchObject({ kind: "returned", week: "2017-W38", reason: "Le jeudi était un jour de cours" });
  });

  it("is to send the oldest week that is over and still a draft", () => {
    const drafts = [aWeek("2017-W40", { state: "draft" }), aWeek("2017-W39", { state: "draft" })];
    expect(whatNow({ progress: halfway, weeks: drafts, next: null })).toMatchObject({
      kind: "to_submit",
      week: "2017-W39",
    });
  });

  it("is not to send the week that goes on, nor an empty one", () => {
    const weeks = [aWeek("2017-W41", { state: "draft" }), lastWeek, aWeek("2017-W39", { state: "draft", minutes: 0 })];
    expect(whatNow({ progress: halfway, weeks, next: null }).kind).toBe("nothing");
  });

  it("is to log last week when nothing is, unless a course comes first", () => {
    expect(whatNow({ progress: halfway, weeks: [], next: aHalfDay("2017-11-06") })).toEqual({
      kind: "to_log",
      week: "2017-W40",
    });
    expect(whatNow({ progress: halfway, weeks: [], next: aHalfDay("2017-10-12") }).kind).toBe("next_course");
  });

  it("never asks for hours that are not due", () => {
    const waived = { ...halfway, stage: { ...halfway.stage, need: "waived" as const } };
    const finished = { ...halfway, stage: { ...halfway.stage, leftMinutes: 0 } };
    const left = { ...halfway, state: "dropped_out" as const };
    for (const progress of [waived, finished, left]) {
      expect(whatNow({ progress, weeks: [], next: null }).kind).toBe("nothing");
    }
  });

  it("is to rejoice in the title once nothing is to come", () => {
    const certification = { ...halfway.certification, state: "title" as const };
    expect(whatNow({ progress: { ...halfway, certification }, weeks: [lastWeek], next: null }).kind).toBe("title");
  });
});
