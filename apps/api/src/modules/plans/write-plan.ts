import { randomUUIDv7 } from "node:crypto";
import type { PlannedHalfDay } from "@passerelle/domain/planning/plan";
import type { Plan } from "@passerelle/domain/planning/plan";
import type { HalfDayKind } from "../../generated/prisma/enums.ts";
import { fromColumn, toColumn, toLocalColumn } from "../../core/civil-day.ts";
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
  const blockIds = new Map(stored.programme.blocks.map(({ block }) => [block.code, block.id]));
  const blockIdOf = ({ blockCode }: PlannedHalfDay) => (blockCode === null ? null : (blockIds.get(blockCode) ?? null));
  for (const { kept, halfDay, sessionId } of wanted) {
    const blockId = blockIdOf(halfDay);
    if (!kept || (kept.blockId === blockId && kept.sessionId === sessionId)) continue;
    await ctx.db.halfDay.update({ where: { id: kept.id }, data: { blockId, sessionId } });
  }
  const created = wanted.filter(({ kept }) => kept === undefined);
  await ctx.db.halfDay.createMany({
    data: created.map(({ halfDay, kind, sessionId }) => ({
      ...timesOf(stored.programme, halfDay.day, halfDay.slot),
      cohortId,
      kind,
      sessionId,
      blockId: blockIdOf(halfDay),
    })),
  });
  await ctx.db.session.deleteMany({ where: { cohortId, id: { notIn: sessionIds } } });
}

/** The columns that say when a half-day is. */
export function timesOf(programme: PlanProgrammeRow, day: string, slot: "am" | "pm") {
  const [start, end] = slot === "am" ? [programme.amStart, programme.amEnd] : [programme.pmStart, programme.pmEnd];
  return { day: toColumn(day), slot, startsAt: toLocalColumn(day, start), endsAt: toLocalColumn(day, end) };
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
