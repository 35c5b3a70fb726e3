import type { InputOf } from "@passerelle/contracts/http";
import type { HalfDay, Session } from "@passerelle/contracts/plans";
import type { halfDayList, sessionList } from "@passerelle/contracts/sessions";
import { z } from "zod";
import type { HalfDay as HalfDayRow, Prisma } from "../../generated/prisma/client.ts";
import { notFound } from "../../core/api-error.ts";
import { fromColumn, toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeDay, placeOf } from "../../http/paging.ts";
import { visibleCohorts } from "../cohorts/cohorts.policy.ts";
import { cohortInclude, findCohort, visibleCohortIds } from "../cohorts/cohorts.queries.ts";
import { presentHalfDay, presentSession } from "./plans.present.ts";
import { visibleHalfDays, visibleSessions } from "./plans.policy.ts";
import { loadPlan, loadPlans, type StoredPlan, taughtWith } from "./stored-plan.ts";

/** The cohort of a session the caller may see, else 404. */
export async function findSession(ctx: Ctx, sessionId: string): Promise<{ cohortId: string }> {
  const row = await ctx.db.session.findFirst({
    where: { AND: [{ id: sessionId }, visibleSessions(ctx.actor)] },
    select: { cohortId: true },
  });
  if (row === null) throw notFound();
  return row;
}

export async function findHalfDay(ctx: Ctx, halfDayId: string): Promise<HalfDayRow> {
  const row = await ctx.db.halfDay.findFirst({ where: { AND: [{ id: halfDayId }, visibleHalfDays(ctx.actor)] } });
  if (row === null) throw notFound();
  return row;
}

export async function readSession(ctx: Ctx, sessionId: string): Promise<Session> {
  const { cohortId } = await findSession(ctx, sessionId);
  const stored = await loadPlan(ctx, await findCohort(ctx, cohortId));
  const session = stored.sessions.find(({ id }) => id === sessionId);
  if (session === undefined) throw notFound();
  return presentSession(ctx, stored, session);
}

/** What a half-day is shown with, apart from its plan: who teaches it may not see the cohort's. */
const shownWith = { ...taughtWith, cohort: { include: { programme: true } } } satisfies Prisma.HalfDayInclude;
type ShownHalfDay = Prisma.HalfDayGetPayload<{ include: typeof shownWith }>;

function presentShown(ctx: Ctx, row: ShownHalfDay): HalfDay {
  return presentHalfDay(ctx, { cohort: row.cohort, programme: row.cohort.programme }, row);
}

export async function readHalfDay(ctx: Ctx, halfDayId: string): Promise<HalfDay> {
  const row = await ctx.db.halfDay.findFirst({
    where: { AND: [{ id: halfDayId }, visibleHalfDays(ctx.actor)] },
    include: shownWith,
  });
  if (row === null) throw notFound();
  return presentShown(ctx, row);
}

const byDay = z.object({ day: placeDay, id: z.uuid() });

export type PlacedSession = Session & { readonly place: z.infer<typeof byDay> };

/** Sessions by first day, one more than the limit: those of one cohort, or of all that the caller sees. */
export async function listSessions(ctx: Ctx, query: InputOf<typeof sessionList>["query"]): Promise<PlacedSession[]> {
  const after = placeOf(query.cursor, byDay);
  const visible = await visibleCohortIds(ctx);
  const places = await ctx.db.$queryRaw<{ id: string; day: string; cohortId: string }[]>`
    select id, day::text, cohort_id as "cohortId"
    from (
      select session_id as id, cohort_id, coalesce(min(day) filter (where state <> 'cancelled'), min(day)) as day
      from half_day
      where session_id is not null and (${visible === null} or cohort_id = any(${visible ?? []}::uuid[]))
        and (${query.cohortId ?? null}::uuid is null or cohort_id = ${query.cohortId ?? null}::uuid)
      group by session_id, cohort_id
    ) session
    where ${after === null} or (day, id) > (${after?.day ?? null}::date, ${after?.id ?? null}::uuid)
    order by day, id
    limit ${query.limit + 1}`;
  const plans = await plansOf(ctx, new Set(places.map(({ cohortId }) => cohortId)));
  return places.flatMap(({ id, day, cohortId }) => {
    const stored = plans.get(cohortId);
    const session = stored?.sessions.find((each) => each.id === id);
    return stored && session ? [{ ...presentSession(ctx, stored, session), place: { day, id } }] : [];
  });
}

export type PlacedHalfDay = HalfDay & { readonly place: z.infer<typeof byDay> };

/** Half-days by day, one more than the limit. */
export async function listHalfDays(ctx: Ctx, query: InputOf<typeof halfDayList>["query"]): Promise<PlacedHalfDay[]> {
  const after = placeOf(query.cursor, byDay);
  const day = after && toColumn(after.day);
  const rows = await ctx.db.halfDay.findMany({
    where: {
      AND: [
        visibleHalfDays(ctx.actor),
        query.cohortId ? { cohortId: query.cohortId } : {},
        query.sessionId ? { sessionId: query.sessionId } : {},
        query.kind ? { kind: query.kind } : {},
        query.trainerId ? { trainerId: query.trainerId } : {},
        query.roomId ? { roomId: query.roomId } : {},
        query.siteId ? { room: { siteId: query.siteId } } : {},
        query.state === "live" ? { state: { not: "cancelled" } } : {},
        query.from ? { day: { gte: toColumn(query.from) } } : {},
        query.to ? { day: { lte: toColumn(query.to) } } : {},
        day ? { OR: [{ day: { gt: day } }, { day, id: { gt: after.id } }] } : {},
      ],
    },
    include: shownWith,
    orderBy: [{ day: "asc" }, { id: "asc" }],
    take: query.limit + 1,
  });
  return rows.map((row) => ({ ...presentShown(ctx, row), place: { day: fromColumn(row.day), id: row.id } }));
}

async function plansOf(ctx: Ctx, cohortIds: ReadonlySet<string>): Promise<Map<string, StoredPlan>> {
  const cohorts = await ctx.db.cohort.findMany({
    where: { AND: [visibleCohorts(ctx.actor), { id: { in: [...cohortIds] } }] },
    include: cohortInclude,
  });
  return new Map((await loadPlans(ctx, cohorts)).map((stored) => [stored.cohort.id, stored]));
}
