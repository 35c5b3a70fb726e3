import type { FileAnswer } from "@passerelle/contracts/http";
import { notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Locale } from "../../core/text.ts";
import { calendarName } from "./calendar-texts.ts";
import { feedHalfDays } from "./feed-half-days.queries.ts";
import { findOpenFeed, keepReadDay } from "./feed.queries.ts";
import { writeCalendar } from "./write-calendar.ts";

/** The calendar behind a secret address; 404 alike for one that is unknown, malformed, revoked or no longer allowed. */
export async function readCalendar(ctx: Ctx, file: string, locale: Locale): Promise<FileAnswer> {
  const secret = /^([\w-]{43})\.ics$/.exec(file)?.[1];
  const feed = secret === undefined ? null : await findOpenFeed(ctx, secret);
  const halfDays = feed && (await feedHalfDays(ctx, feed));
  if (feed === null || halfDays === null) throw notFound();
  await keepReadDay(ctx, feed);
  // Whoever is in one room, or before several cohorts, is told which cohort it is.
  const namesCohort = feed.cohortId === null && (feed.roomId !== null || feed.trainerId !== null);
  const name = calendarName(feed)[locale];
  const calendar = { name, halfDays, namesCohort, locale };
  return { madeOf: calendar, bytes: () => writeCalendar(calendar), name: "passerelle.ics" };
}
