import { expect, test } from "vitest";
import { msads, msadsBounds, sessionOn } from "./msads.fixture.ts";
import type { Plan, PlanCalendar, PlannedHalfDay } from "./plan.ts";
import { resourceFindings, type PlanStaff, type ResourceFinding } from "./resource-findings.ts";
import type { Unavailability } from "./resources.ts";

const shape = {
  blocks: msads.blocks.map((block) => ({ ...block, competencies: [`${block.code}-1`, `${block.code}-2`] })),
};
const away: Unavailability = { from: "2017-05-16", to: null, weekdays: [], everyWeeks: 1, slot: null, reason: "jury" };
const camille = { id: "camille", name: "Camille Exemple", unavailabilities: [], competencyCodes: ["CCP1-1", "CCP1-2"] };
const garrigue = { id: "garrigue", name: "Garrigue", unavailabilities: [], capacity: 14 };
const staff: PlanStaff = { trainers: [camille], rooms: [garrigue], seats: 12 };

/** A session of CCP1 on 16 and 17 May 2017, with Camille in Garrigue, some of its half-days changed. */
function planOf(...changes: Partial<PlannedHalfDay>[]): Plan {
  const [session] = [sessionOn("CCP1", "2017-05-16", "2017-05-17")];
  const halfDays = session.halfDays.map((halfDay, index) => ({
    ...halfDay,
    trainerId: "camille",
    roomId: "garrigue",
    ...changes[index],
  }));
  return { sessions: [{ halfDays }], examHalfDays: [] };
}

function findingsOf(plan: Plan, with_: Partial<PlanStaff> = {}, calendar: PlanCalendar = msadsBounds) {
  return resourceFindings(shape, plan, calendar, { ...staff, ...with_ });
}

test("a plan whose half-days all have their trainer and their room is left alone", () => {
  expect(findingsOf(planOf())).toEqual([]);
  expect(findingsOf({ sessions: [], examHalfDays: [] })).toEqual([]);
});

test("half-days without a trainer, or without a room, are one finding each, with how many and the first days", () => {
  const days = ["2017-05-16", "2017-05-17", "2017-05-18", "2017-05-19"];
  const plan = { sessions: [sessionOn("CCP1", ...days)], examHalfDays: sessionOn(null, "2017-06-12").halfDays };
  expect(findingsOf(plan)).toEqual([
    { code: "trainer_missing", facts: { count: 8, days: days.slice(0, 3) } },
    { code: "room_missing", facts: { count: 10, days: days.slice(0, 3) } },
  ]);
});

test("an exam half-day needs a room and no trainer; one at a distance needs no room", () => {
  const exam = sessionOn("CCP1", "2017-06-12").halfDays;
  expect(findingsOf({ sessions: [], examHalfDays: exam }).map(({ code }) => code)).toEqual(["room_missing"]);
  const remote = { roomId: null, remote: true };
  expect(findingsOf(planOf(remote, remote))).toEqual([]);
});

test.each<[string, Partial<PlanStaff>, ResourceFinding]>([
  [
    "a trainer who is away",
    { trainers: [{ ...camille, unavailabilities: [{ ...away, slot: "am" }] }] },
    {
      code: "trainer_unavailable",
      facts: {
        name: "Camille Exemple",
        halfDays: [
          { day: "2017-05-16", slot: "am", reason: "jury" },
          { day: "2017-05-17", slot: "am", reason: "jury" },
        ],
      },
    },
  ],
  [
    "a room that is not to be had",
    { rooms: [{ ...garrigue, unavailabilities: [{ ...away, slot: "pm", to: "2017-05-16", reason: null }] }] },
    {
      code: "room_unavailable",
      facts: { name: "Garrigue", halfDays: [{ day: "2017-05-16", slot: "pm", reason: null }] },
    },
  ],
  [
    "a room with too few seats",
    { seats: 15 },
    {
      code: "room_too_small",
      facts: { name: "Garrigue", capacity: 14, seats: 15, count: 4, days: ["2017-05-16", "2017-05-17"] },
    },
  ],
  [
    "a trainer of another block",
    { trainers: [{ ...camille, competencyCodes: ["CCP2-1"] }] },
    {
      code: "trainer_does_not_teach",
      facts: {
        name: "Camille Exemple",
        blockCode: "CCP1",
        competencyCodes: [],
        count: 4,
        days: ["2017-05-16", "2017-05-17"],
      },
    },
  ],
])("%s is found once for all the half-days it is about", (_name, with_, finding) => {
  expect(findingsOf(planOf(), with_)).toEqual([finding]);
});

test("what a trainer does not teach is told apart by block and competencies", () => {
  const other = { blockCode: "CCP2" };
  const plan = planOf({ competencyCodes: ["CCP1-2"] }, { competencyCodes: ["CCP1-1", "CCP1-2"] }, other, other);
  const found = findingsOf(plan, { trainers: [{ ...camille, competencyCodes: ["CCP1-1"] }] });
  expect(found.map(({ code, facts }) => [code, "count" in facts && facts.count, facts])).toMatchObject([
    ["trainer_does_not_teach", 2, { blockCode: "CCP1", competencyCodes: ["CCP1-2"] }],
    ["trainer_does_not_teach", 2, { blockCode: "CCP2", competencyCodes: [] }],
  ]);
});

test("a competency that no half-day works on is named, where its block says what half-days work on", () => {
  expect(findingsOf(planOf({ competencyCodes: ["CCP1-2"] }))).toEqual([
    { code: "competency_not_covered", facts: { blockCode: "CCP1", competencyCodes: ["CCP1-1"] } },
  ]);
  expect(findingsOf(planOf({ competencyCodes: ["CCP1-2"] }, { competencyCodes: ["CCP1-1"] }))).toEqual([]);
});

test("a day off taught on for a written reason is told last, once a day, and only while it is one (T1)", () => {
  const onAscension = { day: "2017-05-25", overrideReason: "Voulu par le groupe", trainerId: null };
  const closed = { day: "2017-05-17", overrideReason: "Salle ouverte pour nous" };
  const never = { day: "2017-05-18", overrideReason: "Fermeture levée depuis" };
  const plan = planOf(onAscension, { ...onAscension, slot: "pm" }, closed, never);
  const calendar = { ...msadsBounds, closures: [{ from: "2017-05-17", to: "2017-05-17", label: "Pont" }] };
  expect(findingsOf(plan, {}, calendar)).toEqual([
    { code: "trainer_missing", facts: { count: 2, days: ["2017-05-25"] } },
    {
      code: "day_off_overridden",
      facts: { day: "2017-05-17", holiday: null, closure: "Pont", reason: "Salle ouverte pour nous" },
    },
    {
      code: "day_off_overridden",
      facts: { day: "2017-05-25", holiday: "ascension", closure: null, reason: "Voulu par le groupe" },
    },
  ]);
});
