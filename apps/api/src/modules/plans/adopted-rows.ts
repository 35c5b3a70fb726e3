import { randomUUIDv7 } from "node:crypto";
import type { PlannedHalfDay } from "@passerelle/domain/planning/plan";
import type { Plan } from "@passerelle/domain/planning/plan";
import type { SlotTimes } from "@passerelle/domain/planning/resources";
import type { PlanRow } from "./plan-rows.ts";
import { isLive, type PlanProgrammeRow, type StoredPlan } from "./stored-plan.ts";

interface Wanted {
  readonly halfDay: PlannedHalfDay;
  readonly kind: PlanRow["kind"];
  readonly sessionId: string | null;
  readonly kept: PlanRow | undefined;
}

/**
 * The rows of a plan that replaces the one there is. A half-day that keeps its day, slot and kind keeps its identifier, and
 * a session that keeps one of its half-days keeps its own; cancelled half-days go with the plan they were cancelled in.
 */
export function adoptedRows({ rows, programme }: Pick<StoredPlan, "rows" | "programme">, plan: Plan): PlanRow[] {
  const ids = idsOf(programme);
  const wanted = match(rows.halfDays, plan);
  const halfDays = wanted.map(({ halfDay, kind, sessionId, kept }): PlanRow => {
    const { trainerId = null, roomId = null, remote = false, overrideReason = null, blockCode } = halfDay;
    const placed = kept ?? { ...placeOf(programme, halfDay.day, halfDay.slot), ...newHalfDay(), kind };
    return {
      ...placed,
      sessionId,
      trainerId,
      roomId,
      remote,
      overrideReason,
      blockId: blockCode === null ? null : (ids.blocks.get(blockCode) ?? null),
      competencyIds: competencyIdsOf(halfDay.competencyCodes ?? [], blockCode, ids),
    };
  });
  const kept = new Set(halfDays.map(({ id }) => id));
  return halfDays.map((row) => (kept.has(row.replacesId ?? row.id) ? row : { ...row, replacesId: null }));
}

/** What every half-day that is new begins with. */
export function newHalfDay() {
  return { id: randomUUIDv7(), state: "planned", cancelledReason: null, replacesId: null } as const;
}

interface Ids {
  readonly blocks: ReadonlyMap<string, string>;
  readonly competencies: ReadonlyMap<string, string>;
}

/** The identifiers of a programme's blocks and competencies, by their codes. */
export function idsOf({ blocks }: PlanProgrammeRow): Ids {
  return {
    blocks: new Map(blocks.map(({ block }) => [block.code, block.id])),
    competencies: new Map(blocks.flatMap(({ block }) => block.competencies.map(({ code, id }) => [code, id]))),
  };
}

/** The competencies that a half-day works on, sorted; none where it feeds no block. */
export function competencyIdsOf(codes: readonly string[], blockCode: string | null, { competencies }: Ids): string[] {
  if (blockCode === null) return [];
  return [...new Set(codes.flatMap((code) => competencies.get(code) ?? []))].toSorted();
}

/** The columns that say when a half-day is. */
export function placeOf(programme: ProgrammeTimes, day: string, slot: PlanRow["slot"]) {
  return { day, slot, ...localTimesOf(programme, day, slot) };
}

export type ProgrammeTimes = Pick<PlanProgrammeRow, "amStart" | "amEnd" | "pmStart" | "pmEnd">;

/** The local times of a programme's two half-days, `HH:MM`. */
export function slotTimesOf({ amStart, amEnd, pmStart, pmEnd }: ProgrammeTimes): SlotTimes {
  return { am: { start: amStart, end: amEnd }, pm: { start: pmStart, end: pmEnd } };
}

/** When a half-day begins and ends, local: `YYYY-MM-DDTHH:MM`. */
export function localTimesOf(programme: ProgrammeTimes, day: string, slot: "am" | "pm") {
  const { start, end } = slotTimesOf(programme)[slot];
  return { startsAt: `${day}T${start}`, endsAt: `${day}T${end}` };
}

function match(halfDays: readonly PlanRow[], plan: Plan): Wanted[] {
  const byPlace = new Map(halfDays.filter(isLive).map((row) => [keyOf(row.kind, row), row]));
  const keptAt = (kind: PlanRow["kind"], halfDay: PlannedHalfDay) => byPlace.get(keyOf(kind, halfDay));
  const taken = new Set<string>();
  const teaching = plan.sessions.flatMap((session) => {
    const earlier = session.halfDays.map((halfDay) => keptAt("teaching", halfDay)?.sessionId);
    const sessionId = earlier.find((id) => typeof id === "string" && !taken.has(id)) ?? randomUUIDv7();
    taken.add(sessionId);
    return session.halfDays.map((halfDay) => wantedAt("teaching", sessionId, halfDay));
  });
  return [...teaching, ...plan.examHalfDays.map((halfDay) => wantedAt("exam", null, halfDay))];

  function wantedAt(kind: PlanRow["kind"], sessionId: string | null, halfDay: PlannedHalfDay): Wanted {
    return { halfDay, kind, sessionId, kept: keptAt(kind, halfDay) };
  }
}

function keyOf(kind: string, { day, slot }: Pick<PlannedHalfDay, "day" | "slot">): string {
  return `${kind} ${day} ${slot}`;
}
