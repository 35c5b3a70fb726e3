import type { Plan, PlanCalendar, ProgrammeShape } from "@passerelle/domain/planning/plan";
import type { Prisma } from "../../generated/prisma/client.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { allClosures } from "../closures/closures.queries.ts";
import { type CohortRow, holidayZoneOf } from "../cohorts/cohorts.queries.ts";
import { type Draft, draftsOf } from "./draft.ts";
import { type Names, namedHalfDay, namesIn } from "./named-half-days.ts";
import type { PlanRows } from "./plan-rows.ts";

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
  /** The half-days below, as rows. */
  readonly rows: PlanRows;
  /** The same as published, and the changes to it, when the plan is the drafted one. */
  readonly draft: Draft | null;
  /** Every half-day by day and slot, cancelled ones included. */
  readonly halfDays: readonly HalfDayRow[];
  readonly sessions: readonly StoredSession[];
  readonly examHalfDays: readonly HalfDayRow[];
}

/** A plan as it will be when its draft is published. */
export interface DraftedPlan extends StoredPlan {
  readonly draft: Draft;
}

export interface StoredSession {
  readonly id: string;
  /** 1 for the first by date. */
  readonly number: number;
  readonly halfDays: readonly HalfDayRow[];
}

/** Loads a cohort's published plan: what it holds, what its programme asks, and the days it must avoid. */
export async function loadPlan(ctx: Ctx, cohort: CohortRow): Promise<StoredPlan> {
  return first(await loadPlans(ctx, [cohort]));
}

/** The same for several cohorts, in as many reads as for one. */
export function loadPlans(ctx: Ctx, cohorts: readonly CohortRow[]): Promise<StoredPlan[]> {
  return load(ctx, cohorts, ({ published }) => ({ rows: published, draft: null }));
}

/** Loads a cohort's plan with its draft: what its referents work on. */
export async function loadDraftedPlan(ctx: Ctx, cohort: CohortRow): Promise<DraftedPlan> {
  return first(await loadDraftedPlans(ctx, [cohort]));
}

/** The same for several cohorts, in as many reads as for one. */
export function loadDraftedPlans(ctx: Ctx, cohorts: readonly CohortRow[]): Promise<DraftedPlan[]> {
  return load(ctx, cohorts, (draft) => ({ rows: draft.rows, draft }));
}

/** A plan with other rows than it was loaded with. */
export async function withRows<Loaded extends StoredPlan>(ctx: Ctx, stored: Loaded, rows: PlanRows): Promise<Loaded> {
  const names = await namesIn(ctx, [rows]);
  return { ...stored, rows, ...halfDaysOf(stored.cohort, stored.programme, rows, names) };
}

function first<Loaded>([stored]: readonly Loaded[]): Loaded {
  if (stored === undefined) throw new Error("a cohort has no programme");
  return stored;
}

async function load<Held extends { readonly rows: PlanRows; readonly draft: Draft | null }>(
  ctx: Ctx,
  cohorts: readonly CohortRow[],
  held: (draft: Draft) => Held,
): Promise<(StoredPlan & Held)[]> {
  if (cohorts.length === 0) return [];
  const programmes = await ctx.db.programme.findMany({
    where: { id: { in: [...new Set(cohorts.map(({ programmeId }) => programmeId))] } },
    include: programmeOfPlan,
  });
  const drafts = await draftsOf(
    ctx,
    cohorts.map(({ id }) => id),
  );
  const plans = cohorts.flatMap((cohort) => {
    const programme = programmes.find(({ id }) => id === cohort.programmeId);
    const draft = drafts.get(cohort.id);
    return programme === undefined || draft === undefined ? [] : [{ cohort, programme, ...held(draft) }];
  });
  const names = await namesIn(
    ctx,
    plans.map(({ rows }) => rows),
  );
  const closures = await allClosures(ctx);
  return plans.map((plan) => ({
    ...plan,
    shape: shapeOf(plan.programme),
    calendar: calendarOf(plan.cohort, plan.programme, closures),
    ...halfDaysOf(plan.cohort, plan.programme, plan.rows, names),
  }));
}

function halfDaysOf(
  cohort: CohortRow,
  programme: PlanProgrammeRow,
  rows: PlanRows,
  names: Names,
): Pick<StoredPlan, "halfDays" | "sessions" | "examHalfDays"> {
  const halfDays = rows.halfDays.map((row) => namedHalfDay(cohort.id, programme, row, names));
  return { halfDays, sessions: sessionsOf(halfDays), examHalfDays: halfDays.filter(({ kind }) => kind === "exam") };
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
