import { z } from "zod";
import { locale } from "./account.ts";
import { ability, civilDay, id, instant, page, paging } from "./common.ts";
import { everyone, only, route } from "./http.ts";

/** A secret address from which calendars read half-days: one's own, a cohort's or a room's. */
export const calendarFeed = z
  .object({
    id,
    kind: z.enum(["person", "cohort", "room"]),
    cohortId: id.nullable(),
    roomId: id.nullable(),
    hint: z.string().describe("The last characters of its secret, to tell one address from another"),
    createdBy: z.string().describe("The name of who asked for it"),
    createdAt: instant,
    lastReadOn: civilDay.nullable().describe("The last day on which a calendar read it"),
    can: z.object({ revoke: ability }),
  })
  .meta({ id: "CalendarFeed" });
export type CalendarFeed = z.infer<typeof calendarFeed>;

/** The same with its address, which is told once: only the hash of its secret is stored. */
export const newCalendarFeed = z
  .object({
    ...calendarFeed.shape,
    url: z.string().nullable().describe("Null when the answer is repeated for an `Idempotency-Key`"),
    webcalUrl: z.string().nullable().describe("The same as a link that opens a calendar application"),
  })
  .meta({ id: "NewCalendarFeed" });
export type NewCalendarFeed = z.infer<typeof newCalendarFeed>;

// Never by key: an address is somebody's, and goes when their account does.
const anyoneWithTimetable = only(["admin", "referent", "trainer", "trainee"], null);

export const calendarFeedList = route({
  method: "GET",
  path: "/calendar-feeds",
  operationId: "calendarFeedList",
  tag: "calendars",
  summary: "Addresses in use, newest first: one's own, or those of a cohort or a room",
  access: anyoneWithTimetable,
  query: z.strictObject({ ...paging, cohortId: id.optional(), roomId: id.optional() }),
  status: 200,
  response: page(calendarFeed, "CalendarFeedPage"),
  errors: ["not_found"],
});

export const calendarFeedCreate = route({
  method: "POST",
  path: "/calendar-feeds",
  operationId: "calendarFeedCreate",
  tag: "calendars",
  summary: "Make a secret address for one's own half-days, or a cohort's or a room's",
  description:
    "The address is told once, in this answer: whoever has it reads the half-days, without signing in. It is in the " +
    "caller’s language. A second device takes a second address; at most 20 for the same half-days. Those of a cohort " +
    "or a room are made by its managers.",
  access: anyoneWithTimetable,
  body: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("person") }),
    z.strictObject({ kind: z.literal("cohort"), cohortId: id }),
    z.strictObject({ kind: z.literal("room"), roomId: id }),
  ]),
  example: { kind: "person" },
  status: 201,
  response: newCalendarFeed,
  errors: ["not_found", "too_many_calendar_feeds"],
});

export const calendarFeedRevoke = route({
  method: "DELETE",
  path: "/calendar-feeds/:calendarFeedId",
  operationId: "calendarFeedRevoke",
  tag: "calendars",
  summary: "End an address: it answers 404 from now on",
  access: anyoneWithTimetable,
  params: z.strictObject({ calendarFeedId: id }),
  status: 204,
  errors: [],
});

export const calendarRead = route({
  method: "GET",
  path: "/calendars/:file",
  operationId: "calendarRead",
  tag: "calendars",
  summary: "The half-days behind a secret address, as iCalendar",
  description:
    "RFC 5545, half-days of the last 13 months and all to come, in `TZID=Europe/Paris`. A half-day keeps its `UID`; its " +
    "`SEQUENCE` grows only with versions of the plan that change it. One that is cancelled, or left the plan, the trainer " +
    "or the room, stays with `STATUS:CANCELLED`. No trainee is named. Send `If-None-Match`: 304 until something changes. " +
    "404 alike for an address that is unknown, malformed, revoked, or whose account is deactivated.",
  access: everyone,
  params: z.strictObject({ file: z.string().max(100).describe("`<secret>.ics`") }),
  query: z.strictObject({ lang: locale.optional().describe("French when left out") }),
  status: 200,
  produces: "text/calendar",
  errors: ["not_found"],
});
