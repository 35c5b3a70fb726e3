import { calendarFeedCreate, calendarRead } from "@passerelle/contracts/calendars";
import { planEdit } from "@passerelle/contracts/plan-edits";
import { planPublish } from "@passerelle/contracts/publications";
import ICAL from "ical.js";
import type { Ctx } from "../src/core/ctx.ts";
import { newSecret } from "../src/core/tokens.ts";
import { createUser } from "../src/modules/accounts/create-user.ts";
import type { Answer, Client, TestApp } from "./client.ts";

/** Makes an address as this client and answers its file. */
export async function aFeed(client: Client, body: object = { kind: "person" }): Promise<string> {
  const { body: feed } = await client(calendarFeedCreate, { body });
  return new URL(feed.url).pathname.split("/").at(-1) ?? "";
}

/** A cohort's calendar, made by somebody who manages it. */
export async function aStoredFeed(ctx: Ctx, cohortId: string): Promise<{ id: string; file: string }> {
  const email = `${crypto.randomUUID()}@exemple.test`;
  const account = { email, givenName: "Camille", usualName: "Exemple", roles: ["referent"] } as const;
  const { userId: createdBy } = await createUser(ctx, account);
  const { secret, hash } = newSecret();
  const data = { hash, hint: secret.slice(-4), createdBy, cohortId, createdAt: new Date() };
  const { id } = await ctx.db.calendarFeed.create({ data });
  return { id, file: `${secret}.ics` };
}

/** Reads a calendar as calendars do: by its address alone. */
export function readFeed(app: TestApp, file: string, headers: Record<string, string> = {}): Promise<Answer> {
  return app.anonymous(calendarRead, { params: { file }, headers });
}

export interface ReadEvent {
  readonly id: string;
  readonly status: string;
  readonly sequence: number;
  /** `YYYY-MM-DDTHH:MM`, local. */
  readonly startsAt: string;
  readonly endsAt: string;
  /** The instant, as ical.js makes it with the calendar's own time zone. */
  readonly startsAtUtc: string;
  readonly zone: string;
  readonly stamp: string;
  readonly summary: string;
  readonly location: string | null;
  readonly description: string;
}

/** The events of a calendar as another library reads them. */
export function eventsIn(text: string): ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    const said = (name: string) => String(component.getFirstPropertyValue(name));
    return {
      id: event.uid.replace(/@passerelle$/, ""),
      status: said("status"),
      sequence: event.sequence,
      startsAt: event.startDate.toString().slice(0, 16),
      endsAt: event.endDate.toString().slice(0, 16),
      startsAtUtc: event.startDate.convertToZone(ICAL.Timezone.utcTimezone).toString(),
      zone: String(component.getFirstProperty("dtstart")?.getFirstParameter("tzid")),
      stamp: said("dtstamp"),
      summary: event.summary,
      location: component.getFirstPropertyValue("location") === null ? null : event.location,
      description: event.description,
    };
  });
}

export async function eventsOf(app: TestApp, file: string): Promise<ReadEvent[]> {
  const { body } = await readFeed(app, file);
  return eventsIn(body);
}

export async function eventOf(app: TestApp, file: string, halfDayId: string): Promise<ReadEvent | undefined> {
  return (await eventsOf(app, file)).find(({ id }) => id === halfDayId);
}

/** Changes half-days of a cohort's plan and publishes that as its next version. */
export async function publishEdits(client: Client, cohortId: string, halfDays: object[], more: object = {}) {
  const sent = { params: { cohortId }, headers: { "if-match": "*" } };
  const edited = await client(planEdit, { ...sent, body: { halfDays } });
  if (edited.status !== 200) throw new Error(JSON.stringify(edited.body));
  return publish(client, cohortId, more);
}

/** Publishes what is in the draft of a cohort's plan; a gap is said to be meant. */
export async function publish(client: Client, cohortId: string, more: object = {}): Promise<Answer> {
  const body = { gapReason: "Pour l’essai", ...more };
  const answer = await client(planPublish, { params: { cohortId }, body, headers: { "if-match": "*" } });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer;
}
