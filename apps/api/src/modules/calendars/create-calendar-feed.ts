import type { calendarFeedCreate, NewCalendarFeed } from "@passerelle/contracts/calendars";
import type { InputOf } from "@passerelle/contracts/http";
import { ApiError, notFound } from "../../core/api-error.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { newSecret } from "../../core/tokens.ts";
import { transaction } from "../../core/transaction.ts";
import { feedFields, presentFeed } from "./calendars.present.ts";
import { cohortsHalfDays, feedInclude, type FeedOwner, ownHalfDays, roomsHalfDays } from "./calendars.queries.ts";

type Wish = InputOf<typeof calendarFeedCreate>["body"];

/** How many addresses one may have for the same half-days: more devices than anybody reads a calendar on. */
const most = 20;
/** How much of a secret stays readable in lists: too little to guess it by. */
const readable = 4;

/**
 * Makes a secret address for one's own half-days, a cohort's or a room's. It is told once, and only its hash is stored:
 * the answer kept for a repeated request is made inside the transaction, without it.
 */
export async function createCalendarFeed(ctx: Ctx, wish: Wish): Promise<NewCalendarFeed> {
  const { secret, hash } = newSecret();
  const feed = await transaction(ctx, async (ctx) => {
    const owner = await ownerOf(ctx, wish);
    const createdBy = ctx.actor.kind === "person" ? ctx.actor.userId : null;
    if (createdBy === null) throw notFound();
    await checkCount(ctx, owner, createdBy);
    const row = await ctx.db.calendarFeed.create({
      data: { ...owner, hash, hint: secret.slice(-readable), createdBy, createdAt: nowColumn(ctx) },
      include: feedInclude,
      omit: { hash: true },
    });
    await append(ctx, { type: "calendar-feed.created", entityId: row.id, to: feedFields(row) });
    return { ...presentFeed(ctx.actor, row), url: null, webcalUrl: null };
  });
  const url = addressOf(ctx, secret);
  return { ...feed, url, webcalUrl: url.replace(/^https?:/, "webcal:") };
}

function ownerOf(ctx: Ctx, wish: Wish): Promise<FeedOwner> {
  switch (wish.kind) {
    case "person":
      return ownHalfDays(ctx);
    case "cohort":
      return cohortsHalfDays(ctx, wish.cohortId);
    case "room":
      return roomsHalfDays(ctx, wish.roomId);
  }
}

/** The account is locked meanwhile, so that two requests at once make no more than one would. */
async function checkCount(ctx: Ctx, owner: FeedOwner, createdBy: string): Promise<void> {
  await ctx.db.$queryRaw`select 1 from user_account where id = ${createdBy}::uuid for update`;
  const count = await ctx.db.calendarFeed.count({ where: { ...owner, createdBy, revokedAt: null } });
  if (count < most) return;
  throw new ApiError("too_many_calendar_feeds", {
    detail: {
      fr: `Vous avez déjà ${count} adresses pour ce planning. Révoquez-en une que plus aucun appareil n’utilise.`,
      en: `You already have ${count} addresses for this timetable. Revoke one that no device uses any more.`,
    },
    facts: { most },
  });
}

/** The language goes with the address: what reads calendars says none. */
function addressOf(ctx: Ctx, secret: string): string {
  const language = ctx.locale === "fr" ? "" : `?lang=${ctx.locale}`;
  return `${ctx.publicUrl.replace(/\/$/, "")}/api/v1/calendars/${secret}.ics${language}`;
}
