import type { InputOf } from "@passerelle/contracts/http";
import type { cohortList } from "@passerelle/contracts/cohorts";
import type { CohortState } from "@passerelle/contracts/states";
import { z } from "zod";
import type { HolidayZone } from "@passerelle/contracts/sites";
import { Prisma } from "../../generated/prisma/client.ts";
import { seesEverything } from "../../core/actor.ts";
import { notFound } from "../../core/api-error.ts";
import { fromColumn, toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Db } from "../../core/db.ts";
import { placeDay, placeOf, placeText } from "../../http/paging.ts";
import { holidayZones } from "../sites/holiday-zones.ts";
import { visibleCohorts } from "./cohorts.policy.ts";

/** What a cohort is shown and planned with. */
export const cohortInclude = {
  programme: { include: { titleVersion: true } },
  site: true,
} satisfies Prisma.CohortInclude;
export type CohortRow = Prisma.CohortGetPayload<{ include: typeof cohortInclude }>;

/** Whose public holidays a cohort keeps: its site's, or metropolitan France's without one. */
export function holidayZoneOf({ site }: Pick<CohortRow, "site">): HolidayZone {
  return holidayZones[site?.holidayZone ?? "metropole"];
}

/** The cohort if the caller may see it, else 404. */
export async function findCohort(ctx: Ctx, cohortId: string): Promise<CohortRow> {
  const row = await ctx.db.cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(ctx.actor)] },
    include: cohortInclude,
  });
  if (row === null) throw notFound();
  return row;
}

/** The same, locked until the transaction ends: whoever changes a cohort or its plan goes through here. */
export async function lockCohort(ctx: Ctx, cohortId: string): Promise<CohortRow> {
  await ctx.db.$queryRaw`select 1 from cohort where id = ${cohortId}::uuid for update`;
  return findCohort(ctx, cohortId);
}

/** The cohorts the caller sees, for hand-written SQL; null for all. */
export async function visibleCohortIds(ctx: Ctx): Promise<string[] | null> {
  if (seesEverything(ctx.actor)) return null;
  const rows = await ctx.db.cohort.findMany({ where: visibleCohorts(ctx.actor), select: { id: true } });
  return rows.map(({ id }) => id);
}

type ListQuery = InputOf<typeof cohortList>["query"];
const byName = z.object({ key: placeText, id: z.uuid() });
const byDay = z.object({ key: placeDay, id: z.uuid() });
type Place = z.infer<typeof byName>;

/** One row more than the limit, after the cursor's place. */
export async function listCohorts(ctx: Ctx, query: ListQuery): Promise<CohortRow[]> {
  const after = placeOf(query.cursor, query.sort === "name" ? byName : byDay);
  const filters: Prisma.CohortWhereInput[] = [visibleCohorts(ctx.actor)];
  if (query.state) filters.push(inState(query.state, today(ctx)));
  if (query.programmeId) filters.push({ programmeId: query.programmeId });
  if (query.search) {
    const part = { contains: literally(query.search), mode: "insensitive" } as const;
    filters.push({ OR: [{ name: part }, { code: part }] });
  }
  if (after) filters.push(comesAfter(query.sort, after));
  const direction = query.sort === "-startsOn" ? "desc" : "asc";
  const order = query.sort === "name" ? { name: direction } : { startsOn: direction };
  return ctx.db.cohort.findMany({
    where: { AND: filters },
    include: cohortInclude,
    orderBy: [order as Prisma.CohortOrderByWithRelationInput, { id: "asc" }],
    take: query.limit + 1,
  });
}

/** The text itself: to the database, % and _ stand for any other. */
function literally(search: string): string {
  return search.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

/** Where the next page begins after this row. */
export function placeAfter(sort: ListQuery["sort"], row: CohortRow): Place {
  return { key: sort === "name" ? row.name : fromColumn(row.startsOn), id: row.id };
}

function comesAfter(sort: ListQuery["sort"], { key, id }: Place): Prisma.CohortWhereInput {
  if (sort === "name") return { OR: [{ name: { gt: key } }, { name: key, id: { gt: id } }] };
  const day = toColumn(key);
  const beyond = sort === "startsOn" ? { gt: day } : { lt: day };
  return { OR: [{ startsOn: beyond }, { startsOn: day, id: { gt: id } }] };
}

/** The rows whose `cohortStateOn` today is this state, said in SQL. */
function inState(state: CohortState, day: string): Prisma.CohortWhereInput {
  const now = toColumn(day);
  if (state === "cancelled") return { cancelledReason: { not: null } };
  const live: Prisma.CohortWhereInput = { cancelledReason: null };
  const registering = { registrationOpensOn: { lte: now }, registrationClosesOn: { gte: now } };
  const ahead = { ...live, startsOn: { gt: now }, endsOn: { gte: now } };
  switch (state) {
    case "finished":
      return { ...live, endsOn: { lt: now } };
    case "running":
      return { ...live, startsOn: { lte: now }, endsOn: { gte: now } };
    case "registering":
      return { ...ahead, ...registering };
    case "upcoming":
      return { ...ahead, NOT: registering };
  }
}

/** A cohort's plan in a line, cancelled half-days apart. */
export interface PlanLine {
  readonly sessions: number;
  readonly halfDays: number;
  /** Half-days that feed a block. */
  readonly fed: number;
  readonly firstDay: Date | null;
  readonly lastDay: Date | null;
}

export const emptyPlanLine: PlanLine = { sessions: 0, halfDays: 0, fed: 0, firstDay: null, lastDay: null };

/** The plan lines of some cohorts, by identifier; cohorts without a half-day are absent. */
export async function planLines(db: Db, cohortIds: readonly string[]): Promise<Map<string, PlanLine>> {
  if (cohortIds.length === 0) return new Map();
  const rows = await db.$queryRaw<(PlanLine & { cohortId: string })[]>`
    select cohort_id as "cohortId", count(distinct session_id)::int as sessions, count(*)::int as "halfDays",
      count(block_id)::int as fed, min(day) as "firstDay", max(day) as "lastDay"
    from half_day
    where cohort_id in (${Prisma.join(cohortIds.map((id) => Prisma.sql`${id}::uuid`))}) and state <> 'cancelled'
    group by cohort_id`;
  return new Map(rows.map((row) => [row.cohortId, row]));
}
