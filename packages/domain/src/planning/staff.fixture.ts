import { msads } from "./msads.fixture.ts";
import type { Plan, PlannedHalfDay, ProgrammeShape } from "./plan.ts";
import type { Busy, RoomResource, SlotTimes, TrainerResource, Unavailability } from "./resources.ts";

export const times: SlotTimes = { am: { start: "09:00", end: "12:30" }, pm: { start: "13:30", end: "17:00" } };

const competencies: Record<string, string[]> = {
  CCP1: ["C01", "C02", "C03"],
  CCP2: ["C04", "C05", "C06", "C07", "C08", "C09", "C10", "C11"],
  CCP3: ["C12", "C13", "C14"],
};
export const everyCompetency = Object.values(competencies).flat();

/** The MSADS programme of 2017 with its competencies. */
export const msadsTaught: ProgrammeShape = {
  ...msads,
  blocks: msads.blocks.map((block) => ({ ...block, competencies: competencies[block.code] })),
};

/** Somebody who teaches all of MSADS and is always free, unless said. */
export function aTrainer(name: string, change: Partial<TrainerResource> = {}): TrainerResource {
  return { id: name, name, competencyCodes: everyCompetency, unavailabilities: [], busy: [], ...change };
}

/** A room of fourteen seats, always free, unless said. */
export function aRoom(name: string, change: Partial<RoomResource> = {}): RoomResource {
  return { id: name, name, siteName: "Centre", capacity: 14, unavailabilities: [], busy: [], ...change };
}

/** Every day without end, unless said. */
export function away(from: string, change: Partial<Unavailability> = {}): Unavailability {
  return { from, to: null, weekdays: [], everyWeeks: 1, slot: null, reason: null, ...change };
}

/** From one time of a day to another. */
export function busyOn(day: string, start: string, end: string): Busy {
  return { startsAt: `${day}T${start}`, endsAt: `${day}T${end}`, cohortName: "Promotion 2016-2017" };
}

export function teachingOf({ sessions }: Plan): PlannedHalfDay[] {
  return sessions.flatMap(({ halfDays }) => halfDays);
}

/** The same trainers for every block of MSADS. */
export function forEveryBlock(...trainers: TrainerResource[]): Record<string, TrainerResource[]> {
  return { CCP1: trainers, CCP2: trainers, CCP3: trainers };
}
