import type { calendarFeedList } from "@passerelle/contracts/calendars";
import type { InputOf } from "@passerelle/contracts/http";
import { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.ts";
import { authorize } from "../../core/ability.ts";
import { notFound } from "../../core/api-error.ts";
import { hasRole } from "../../core/actor.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeOf } from "../../http/paging.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { findRoom } from "../rooms/rooms.queries.ts";
import { canShareHalfDays, visibleFeeds } from "./calendars.policy.ts";

export const feedInclude = {
  creator: { select: { person: { select: { givenName: true, usualName: true } } } },
} satisfies Prisma.CalendarFeedInclude;
export type FeedRow = Prisma.CalendarFeedGetPayload<{ include: typeof feedInclude; omit: { hash: true } }>;

/** Whose half-days an address reads; exactly one is no null. */
export interface FeedOwner {
  readonly personId: string | null;
  readonly cohortId: string | null;
  readonly roomId: string | null;
}

/** The caller's own half-days. Only a person signed in has any. */
export async function ownHalfDays(ctx: Ctx): Promise<FeedOwner> {
  if (ctx.actor.kind !== "person") throw notFound();
  const { personId } = await ctx.db.user.findUniqueOrThrow({ where: { id: ctx.actor.userId } });
  return { personId, cohortId: null, roomId: null };
}

/** Those of a cohort the caller sees (else 404) and may share. */
export async function cohortsHalfDays(ctx: Ctx, cohortId: string): Promise<FeedOwner> {
  const { id } = await findCohort(ctx, cohortId);
  authorize(canShareHalfDays(ctx.actor));
  return { personId: null, cohortId: id, roomId: null };
}

/** Those of a room the caller sees (else 404) and may share. */
export async function roomsHalfDays(ctx: Ctx, roomId: string): Promise<FeedOwner> {
  if (!hasRole(ctx.actor, "admin", "referent", "trainer")) throw notFound();
  const { id } = await findRoom(ctx, roomId);
  authorize(canShareHalfDays(ctx.actor));
  return { personId: null, cohortId: null, roomId: id };
}

const place = z.object({ id: z.uuid() });

/** Addresses in use, newest first, one more than the limit. */
export async function listFeeds(
  ctx: Ctx,
  { cohortId, roomId, ...query }: InputOf<typeof calendarFeedList>["query"],
): Promise<FeedRow[]> {
  const owners = await Promise.all([
    ...(cohortId === undefined ? [] : [cohortsHalfDays(ctx, cohortId)]),
    ...(roomId === undefined ? [] : [roomsHalfDays(ctx, roomId)]),
    ...(cohortId === undefined && roomId === undefined ? [ownHalfDays(ctx)] : []),
  ]);
  const after = placeOf(query.cursor, place);
  return ctx.db.calendarFeed.findMany({
    where: { AND: [visibleFeeds(ctx.actor), ...owners, { revokedAt: null }, after ? { id: { lt: after.id } } : {}] },
    include: feedInclude,
    omit: { hash: true },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
}

/** Where the next page begins after this row. */
export function placeAfter({ id }: FeedRow): z.infer<typeof place> {
  return { id };
}
