import { seesEverything } from "../../core/actor.ts";
import { notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { visibleHalfDays, visibleSessions } from "./plans.policy.ts";

interface Found {
  readonly cohortId: string;
}

/** The cohort of a half-day the caller may see, published or only drafted, else 404. */
export async function findDraftedHalfDay(ctx: Ctx, halfDayId: string): Promise<Found> {
  const row = await ctx.db.halfDay.findFirst({
    where: { AND: [{ id: halfDayId }, visibleHalfDays(ctx.actor)] },
    select: { cohortId: true },
  });
  return row ?? (await drafted(ctx, [{ id: halfDayId }]));
}

/** The cohort of a session the caller may see, published or only drafted, else 404. */
export async function findDraftedSession(ctx: Ctx, sessionId: string): Promise<Found> {
  const row = await ctx.db.session.findFirst({
    where: { AND: [{ id: sessionId }, visibleSessions(ctx.actor)] },
    select: { cohortId: true },
  });
  return row ?? (await drafted(ctx, [{ after: { sessionId } }]));
}

/** A draft that makes such a half-day. */
async function drafted(ctx: Ctx, halfDays: readonly object[]): Promise<Found> {
  if (!seesEverything(ctx.actor)) throw notFound();
  const [row] = await ctx.db.$queryRaw<Found[]>`
    select cohort_id as "cohortId" from plan_change
    where state = 'drafted' and change -> 'halfDays' @> ${JSON.stringify(halfDays)}::jsonb
    limit 1`;
  if (row === undefined) throw notFound();
  return row;
}
