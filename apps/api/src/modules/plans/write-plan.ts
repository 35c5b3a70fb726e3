import { randomUUIDv7 } from "node:crypto";
import type { PlannedHalfDay } from "@passerelle/domain/planning/plan";
import type { Plan } from "@passerelle/domain/planning/plan";
import type { SlotTimes } from "@passerelle/domain/planning/resources";
import type { HalfDayKind } from "../../generated/prisma/enums.ts";
import { fromColumn, toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { type HalfDayRow, isLive, type PlanProgrammeRow, type StoredPlan } from "./stored-plan.ts";

interface Wanted {
  readonly halfDay: PlannedHalfDay;
  readonly kind: HalfDayKind;
  readonly sessionId: string | null;
  readonly kept: HalfDayRow | undefined;
}

/**
 * Makes the stored half-days those of the plan. One that keeps its day, slot and kind keeps its identifier, and a session
 * that keeps one of its half-days keeps its own; cancelled half-days go with the plan they were cancelled in.
 */
export async function writePlan(ctx: Ctx, stored: StoredPlan, plan: Plan): Promise<void> {
  const { sessionIds, wanted } = match(stored, plan);
  const kept = new Set(wanted.flatMap(({ kept }) => (kept ? [kept.id] : [])));
  const cohortId = stored.cohort.id;
  await ctx.db.session.createMany({ data: sessionIds.map((id) => ({ id, cohortId })), skipDuplicates: true });
  await ctx.db.halfDay.deleteMany({ where: { cohortId, id: { notIn: [...kept] } } });
  const ids = idsOf(stored.programme);
  const rows = wanted.map(({ halfDay, kind, sessionId, kept }) => ({
    ...timesOf(stored.programme, halfDay.day, halfDay.slot),
    ...staffingOf(halfDay),
    id: kept?.id ?? randomUUIDv7(),
    cohortId,
    kind,
    sessionId,
    blockId: halfDay.blockCode === null ? null : (ids.blocks.get(halfDay.blockCode) ?? null),
  }));
  await ctx.db.halfDayCompetency.deleteMany({ where: { halfDay: { cohortId } } });
  await ctx.db.halfDay.createMany({ data: rows.filter(({ id }) => !kept.has(id)) });
  await updateRows(
    ctx,
    rows.filter(({ id }) => kept.has(id)),
  );
  await ctx.db.halfDayCompetency.createMany({
    data: wanted.flatMap(({ halfDay }, index) => competencyRows(rows[index], halfDay.competencyCodes ?? [], ids)),
  });
  await ctx.db.session.deleteMany({ where: { cohortId, id: { notIn: sessionIds } } });
}

/** What a kept half-day is taught with, all in one statement: two may exchange trainers or rooms. */
async function updateRows(
  ctx: Ctx,
  rows: readonly (ReturnType<typeof staffingOf> & { id: string; sessionId: string | null; blockId: string | null })[],
): Promise<void> {
  const values = JSON.stringify(
    rows.map(({ id, sessionId, blockId, trainerId, roomId, remote, overrideReason }) => ({
      id,
      sessionId,
      blockId,
      trainerId,
      roomId,
      remote,
      overrideReason,
    })),
  );
  await ctx.db.$executeRaw`
    update half_day set session_id = kept."sessionId", block_id = kept."blockId", trainer_id = kept."trainerId",
      room_id = kept."roomId", remote = kept.remote, override_reason = kept."overrideReason"
    from jsonb_to_recordset(${values}::jsonb)
      as kept(id uuid, "sessionId" uuid, "blockId" uuid, "trainerId" uuid, "roomId" uuid, remote boolean,
        "overrideReason" text)
    where half_day.id = kept.id`;
}

/** The columns that say what a half-day is taught with. */
function staffingOf({ trainerId = null, roomId = null, remote = false, overrideReason = null }: PlannedHalfDay) {
  return { trainerId, roomId, remote, overrideReason };
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

/** The rows that say what a half-day works on. */
export function competencyRows(
  row: { readonly id: string; readonly blockId: string | null } | undefined,
  codes: readonly string[],
  { competencies }: Ids,
) {
  if (row === undefined || row.blockId === null) return [];
  const { id: halfDayId, blockId } = row;
  return [...new Set(codes)].flatMap((code) => {
    const competencyId = competencies.get(code);
    return competencyId === undefined ? [] : [{ halfDayId, blockId, competencyId }];
  });
}

/** The columns that say when a half-day is. */
export function timesOf(programme: PlanProgrammeRow, day: string, slot: "am" | "pm") {
  const { startsAt, endsAt } = localTimesOf(programme, day, slot);
  return { day: toColumn(day), slot, startsAt: new Date(`${startsAt}:00Z`), endsAt: new Date(`${endsAt}:00Z`) };
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

function match(stored: StoredPlan, plan: Plan): { sessionIds: string[]; wanted: Wanted[] } {
  const byPlace = new Map(
    stored.halfDays.filter(isLive).map((row) => [placeOf(row.kind, fromColumn(row.day), row.slot), row]),
  );
  const keptAt = (kind: HalfDayKind, { day, slot }: PlannedHalfDay) => byPlace.get(placeOf(kind, day, slot));
  const taken = new Set<string>();
  const wanted: Wanted[] = [];
  for (const { halfDays } of plan.sessions) {
    const earlier = halfDays.map((halfDay) => keptAt("teaching", halfDay)?.sessionId);
    const sessionId = earlier.find((id) => typeof id === "string" && !taken.has(id)) ?? randomUUIDv7();
    taken.add(sessionId);
    for (const halfDay of halfDays)
      wanted.push({ halfDay, kind: "teaching", sessionId, kept: keptAt("teaching", halfDay) });
  }
  for (const halfDay of plan.examHalfDays) {
    wanted.push({ halfDay, kind: "exam", sessionId: null, kept: keptAt("exam", halfDay) });
  }
  return { sessionIds: [...taken], wanted };
}

function placeOf(kind: HalfDayKind, day: string, slot: string): string {
  return `${kind} ${day} ${slot}`;
}
