import type { Plan, PlanCalendar, ProgrammeShape } from "@passerelle/domain/planning/plan";
import type { Prisma } from "../../generated/prisma/client.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { allClosures } from "../closures/closures.queries.ts";
import { type CohortRow, holidayZoneOf } from "../cohorts/cohorts.queries.ts";

/** A half-day with the names of what it is taught with. */
export const taughtWith = {
  block: { select: { code: true } },
  trainer: { select: { person: { select: { givenName: true, usualName: true } } } },
  room: { select: { name: true, site: { select: { name: true } } } },
  competencies: {
    select: { competency: { select: { code: true, title: true } } },
    orderBy: { competency: { position: "asc" } },
  },
} satisfies Prisma.HalfDayInclude;
export type HalfDayRow = Prisma.HalfDayGetPayload<{ include: typeof taughtWith }>;

const programmeOfPlan = {
  titleVersion: true,
  blocks: {
    orderBy: { position: "asc" },
    include: { block: { include: { competencies: { orderBy: { position: "asc" } } } } },
  },
} satisfies Prisma.ProgrammeInclude;
export type PlanProgrammeRow = Prisma.ProgrammeGetPayload<{ include: typeof programmeOfPlan }>;

/** A cohort's plan with all that it is measured against. */
export interface StoredPlan {
  readonly cohort: CohortRow;
  readonly programme: PlanProgrammeRow;
  readonly shape: ProgrammeShape;
  readonly calendar: PlanCalendar;
  /** Every half-day by day and slot, cancelled ones included. */
  readonly halfDays: readonly HalfDayRow[];
  readonly sessions: readonly StoredSession[];
  readonly examHalfDays: readonly HalfDayRow[];
}

export interface StoredSession {
  readonly id: string;
  /** 1 for the first by date. */
  readonly number: number;
  readonly halfDays: readonly HalfDayRow[];
}

/** Loads a cohort's plan: what it holds, what its programme asks, and the days it must avoid. */
export async function loadPlan(ctx: Ctx, cohort: CohortRow): Promise<StoredPlan> {
  const [stored] = await loadPlans(ctx, [cohort]);
  if (stored === undefined) throw new Error(`cohort ${cohort.id} has no programme`);
  return stored;
}

/** The same for several cohorts, in as many reads as for one. */
export async function loadPlans(ctx: Ctx, cohorts: readonly CohortRow[]): Promise<StoredPlan[]> {
  if (cohorts.length === 0) return [];
  const programmes = await ctx.db.programme.findMany({
    where: { id: { in: [...new Set(cohorts.map(({ programmeId }) => programmeId))] } },
    include: programmeOfPlan,
  });
  const halfDays = await ctx.db.halfDay.findMany({
    where: { cohortId: { in: cohorts.map(({ id }) => id) } },
    include: taughtWith,
    orderBy: [{ day: "asc" }, { slot: "asc" }, { id: "asc" }],
  });
  const closures = await allClosures(ctx);
  const byCohort = Map.groupBy(halfDays, ({ cohortId }) => cohortId);
  return cohorts.flatMap((cohort) => {
    const programme = programmes.find(({ id }) => id === cohort.programmeId);
    return programme === undefined ? [] : [storedPlan(cohort, programme, byCohort.get(cohort.id) ?? [], closures)];
  });
}

function storedPlan(
  cohort: CohortRow,
  programme: PlanProgrammeRow,
  halfDays: readonly HalfDayRow[],
  closures: PlanCalendar["closures"],
): StoredPlan {
  return {
    cohort,
    programme,
    shape: shapeOf(programme),
    calendar: calendarOf(cohort, programme, closures),
    halfDays,
    sessions: sessionsOf(halfDays),
    examHalfDays: halfDays.filter((halfDay) => halfDay.kind === "exam"),
  };
}

/** A programme's shape, as the planner takes it. */
export function shapeOf(programme: PlanProgrammeRow): ProgrammeShape {
  return {
    blocks: programme.blocks.map(({ block, minutes }) => ({
      code: block.code,
      minutes,
      competencies: block.competencies.map(({ code }) => code),
    })),
    halfDayMinutes: programme.halfDayMinutes,
    sessionCount: programme.sessionCount,
    daysPerSession: programme.daysPerSession,
    examDayCount: programme.examDayCount,
    examDaysCountAsTraining: programme.examDaysCountAsTraining,
    examHalfDaysByBlock: Object.fromEntries(
      programme.blocks.map(({ block, examHalfDays }) => [block.code, examHalfDays]),
    ),
    minDaysBetweenSessions: programme.minDaysBetweenSessions,
  };
}

function calendarOf(
  cohort: CohortRow,
  { titleVersion }: PlanProgrammeRow,
  closures: PlanCalendar["closures"],
): PlanCalendar {
  return {
    titleInForce: { from: fromColumn(titleVersion.inForceFrom), to: fromColumn(titleVersion.inForceTo) },
    cohort: { from: fromColumn(cohort.startsOn), to: fromColumn(cohort.endsOn) },
    closures,
    holidayZone: holidayZoneOf(cohort),
  };
}

function sessionsOf(halfDays: readonly HalfDayRow[]): StoredSession[] {
  const groups = Map.groupBy(
    halfDays.filter(({ sessionId }) => sessionId !== null),
    ({ sessionId }) => sessionId ?? "",
  );
  return [...groups]
    .map(([id, halfDays]) => ({ id, halfDays }))
    .toSorted((a, b) => firstDay(a.halfDays).localeCompare(firstDay(b.halfDays)) || a.id.localeCompare(b.id))
    .map((session, index) => ({ ...session, number: index + 1 }));
}

/** The first day a session still teaches on; if all its half-days are cancelled, the first it had. */
export function firstDay(halfDays: readonly HalfDayRow[]): string {
  const first = halfDays.find(isLive) ?? halfDays[0];
  return first === undefined ? "" : fromColumn(first.day);
}

/** Cancelled half-days count for nothing. */
export function isLive(halfDay: Pick<HalfDayRow, "state">): boolean {
  return halfDay.state !== "cancelled";
}

/** The plan as the rules see it: without cancelled half-days, its sessions in the order of their numbers. */
export function planOf(stored: Pick<StoredPlan, "sessions" | "examHalfDays">): Plan {
  return {
    sessions: stored.sessions.map(({ halfDays }) => ({ halfDays: halfDays.filter(isLive).map(plannedOf) })),
    examHalfDays: stored.examHalfDays.filter(isLive).map(plannedOf),
  };
}

/** A half-day as the rules see it. */
export function plannedOf(row: HalfDayRow) {
  return {
    day: fromColumn(row.day),
    slot: row.slot,
    blockCode: row.block?.code ?? null,
    competencyCodes: row.competencies.map(({ competency }) => competency.code),
    trainerId: row.trainerId,
    roomId: row.roomId,
    remote: row.remote,
    overrideReason: row.overrideReason,
  };
}
