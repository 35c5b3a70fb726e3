import { expect, test } from "vitest";
import type { PlannedHalfDay } from "./plan.ts";
import { staffFindings, type HalfDayStaff } from "./staff-findings.ts";

const halfDay: PlannedHalfDay = { day: "2017-05-16", slot: "am", blockCode: "CCP1", competencyCodes: ["C1"] };
const trainer = { name: "Dominique Exemple", unavailabilities: [], competencyCodes: ["C1", "C2"] };
const room = { name: "Étang", unavailabilities: [], capacity: 14 };
const staff: HalfDayStaff = { trainer, room, seats: 14, blockCompetencies: ["C1", "C2"] };
const away = { from: "2017-05-16", to: null, weekdays: [], everyWeeks: 1, slot: "am" as const, reason: "Formation" };

test.each<[string, Partial<PlannedHalfDay>, Partial<HalfDayStaff>, object[]]>([
  ["all is well", {}, {}, []],
  ["nobody and nowhere is nothing to say", {}, { trainer: null, room: null }, []],
  [
    "a trainer who is away",
    {},
    { trainer: { ...trainer, unavailabilities: [away] } },
    [
      {
        code: "trainer_unavailable",
        facts: { name: "Dominique Exemple", from: "2017-05-16", to: null, reason: "Formation" },
      },
    ],
  ],
  ["only in the morning", { slot: "pm" }, { trainer: { ...trainer, unavailabilities: [away] } }, []],
  ["a room that is not to be had", {}, { room: { ...room, unavailabilities: [away] } }, [{ code: "room_unavailable" }]],
  [
    "somebody of another block",
    {},
    { trainer: { ...trainer, competencyCodes: ["C9"] } },
    [{ code: "trainer_does_not_teach", facts: { blockCode: "CCP1", competencyCodes: [] } }],
  ],
  [
    "somebody who teaches another competency of it",
    {},
    { trainer: { ...trainer, competencyCodes: ["C2"] } },
    [{ code: "trainer_does_not_teach", facts: { blockCode: "CCP1", competencyCodes: ["C1"] } }],
  ],
  [
    "a half-day that says no competency asks for the block alone",
    { competencyCodes: [] },
    { trainer: { ...trainer, competencyCodes: ["C2"] } },
    [],
  ],
  [
    "one without a block asks for nothing",
    { blockCode: null, competencyCodes: [] },
    { blockCompetencies: [], trainer: { ...trainer, competencyCodes: [] } },
    [],
  ],
  [
    "one seat too few",
    {},
    { seats: 15 },
    [{ code: "room_too_small", facts: { name: "Étang", capacity: 14, seats: 15 } }],
  ],
])("%s", (_name, change, more, findings) => {
  expect(staffFindings({ ...halfDay, ...change }, { ...staff, ...more })).toMatchObject(findings);
});
