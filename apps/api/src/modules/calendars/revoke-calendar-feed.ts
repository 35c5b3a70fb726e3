import { authorize } from "../../core/ability.ts";
import { notFound } from "../../core/api-error.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { feedFields } from "./calendars.present.ts";
import { canRevoke, visibleFeeds } from "./calendars.policy.ts";

/** Ends an address at once; one that is ended already stays so. 404 when the caller sees none. */
export function revokeCalendarFeed(ctx: Ctx, calendarFeedId: string): Promise<undefined> {
  return transaction(ctx, async (ctx) => {
    await ctx.db.$queryRaw`select 1 from calendar_feed where id = ${calendarFeedId}::uuid for update`;
    const row = await ctx.db.calendarFeed.findFirst({
      where: { AND: [{ id: calendarFeedId }, visibleFeeds(ctx.actor)] },
      omit: { hash: true },
    });
    if (row === null) throw notFound();
    authorize(canRevoke(ctx.actor, row));
    if (row.revokedAt !== null) return undefined;
    await ctx.db.calendarFeed.update({ where: { id: row.id }, data: { revokedAt: nowColumn(ctx) } });
    await append(ctx, { type: "calendar-feed.revoked", entityId: row.id, from: feedFields(row) });
    return undefined;
  });
}
