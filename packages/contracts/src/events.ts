import { z } from "zod";
import { broken, civilDay, id, instant, line, paging } from "./common.ts";
import { eventKind, type EventKind } from "./event-kinds.ts";
import { only, route } from "./http.ts";

/** Every type of event with its kind. The log keeps what it was told: a type once here stays here. */
export const kindOfEvent = {
  "plan.published": "publication",
  "plan.adopted": "draft",
  "plan.edited": "draft",
  "plan.undone": "draft",
  "plan.redone": "draft",
  "plan.restored": "draft",
  "plan.draft-discarded": "draft",
  "session.moved": "draft",
  "session.split": "draft",
  "half-day.moved": "draft",
  "half-day.cancelled": "draft",
  "cohort.created": "cohort",
  "cohort.changed": "cohort",
  "cohort.cancelled": "cohort",
  "enrolment.created": "enrolment",
  "enrolment.moved": "enrolment",
  "enrolment.prescribed": "enrolment",
  "enrolment.placement-waived": "enrolment",
  "enrolment.placement-waiver-lapsed": "enrolment",
  "stage-week.logged": "stage",
  "stage-week.submitted": "stage",
  "stage-week.validated": "stage",
  "stage-week.returned": "stage",
  "ccp-result.recorded": "result",
  "ccp-result.published": "result",
  "ccp-result.annulled": "result",
  "person.created": "person",
  "person.changed": "person",
  "user.created": "account",
  "user.invited": "account",
  "user.invitation-accepted": "account",
  "user.roles-changed": "account",
  "user.deactivated": "account",
  "user.reactivated": "account",
  "user.password-reset-requested": "account",
  "user.password-changed": "account",
  "api-key.created": "account",
  "api-key.revoked": "account",
  "user.signed-in": "sign-in",
  "user.signed-out": "sign-in",
  "user.signed-out-everywhere": "sign-in",
  "site.created": "resource",
  "site.changed": "resource",
  "room.created": "resource",
  "room.changed": "resource",
  "trainer.added": "resource",
  "trainer.changed": "resource",
  "unavailability.declared": "resource",
  "unavailability.changed": "resource",
  "unavailability.withdrawn": "resource",
  "closure.created": "resource",
  "closure.deleted": "resource",
  "calendar-feed.created": "calendar",
  "calendar-feed.revoked": "calendar",
  "title-version.created": "programme",
  "title-version.updated": "programme",
  "programme.created": "programme",
  "programme.updated": "programme",
  "training-provider.changed": "provider",
} as const satisfies Readonly<Record<`${string}.${string}`, EventKind>>;
export type EventType = keyof typeof kindOfEvent;

export const eventTypes = Object.keys(kindOfEvent) as EventType[]; // as: its own keys
const eventType = z.enum(eventTypes).meta({ id: "EventType" });
const eventEntity = z.enum(eventTypes.map((type) => type.slice(0, type.indexOf("."))));

/** A thing an event concerns that is still there, by the name it has now. */
export const eventThing = z
  .object({
    kind: z.enum(["cohort", "enrolment", "person", "trainer", "room", "site", "programme"]),
    id,
    name: z.string(),
  })
  .meta({ id: "EventThing" });
export type EventThing = z.infer<typeof eventThing>;

export const event = z
  .object({
    id,
    type: z.string().describe("`entity.happened`, one of the types of the filter; more may come"),
    kind: eventKind.nullable().describe("Null for a type that came with a later version"),
    entity: z.string(),
    entityId: id.nullable().describe("Null where there is only one, such as the training provider"),
    effectiveOn: civilDay.describe("The civil day it takes effect"),
    recordedAt: instant,
    actor: z.object({
      kind: z
        .enum(["person", "key", "system", "anonymous"])
        .describe(
          "`system`: Passerelle itself; `anonymous`: nobody signed in, such as who signs in or follows a secret link",
        ),
      id: id.nullable().describe("Of the account, or of the API key"),
      name: z.string().nullable().describe("The name it has now"),
    }),
    data: z
      .object({ from: z.unknown(), to: z.unknown() })
      .describe(
        "What was and what is, as far as it changed; their fields are those of the operation that changed them",
      ),
    requestId: z.string().nullable(),
    about: z.array(eventThing),
    detail: z.string().describe("What happened as a sentence, in the caller’s language"),
  })
  .meta({ id: "Event" });
export type Event = z.infer<typeof event>;

const canRead = only(["admin", "referent"], "events:read");
const { limit, cursor } = paging;

export const eventList = route({
  method: "GET",
  path: "/events",
  operationId: "eventList",
  tag: "events",
  summary: "What happened, in an order that never skips anything: for programs that follow",
  description:
    "Begin without `after`, then always ask with the `after` of the last answer: it is there on every page, also when `items` " +
    "is empty, and stays good for as long as the log does. `hasMore` says to ask again at once; otherwise wait a little, as " +
    "long as you like. Each event comes exactly once, in one order for everybody. An event comes once every transaction that " +
    "began before its own has ended: usually at once, at worst some 20 seconds later, so that one committed late is never " +
    "behind you. With a filter, `after` moves past what the filter leaves out.",
  access: canRead,
  query: z.strictObject({
    limit,
    after: z.string().max(500).optional().describe("`after` of the last answer; from the first event on without it"),
    type: eventType.optional(),
    entity: eventEntity.optional(),
    entityId: id.optional(),
  }),
  status: 200,
  response: z
    .object({
      items: z.array(event),
      after: z.string().describe("Where to go on from, now or later"),
      hasMore: z.boolean().describe("There is more already"),
    })
    .meta({ id: "EventFeed" }),
  errors: [],
});

export const eventSearch = route({
  method: "GET",
  path: "/events/search",
  operationId: "eventSearch",
  tag: "events",
  summary: "What happened, latest first: for people who look for something",
  description:
    "Latest first by the instant recorded, which is not the order of commits: to follow what happens, list the events. " +
    "Without `kind`, everything but `sign-in`.",
  access: canRead,
  query: z
    .strictObject({
      limit,
      cursor,
      search: line(100)
        .optional()
        .describe(
          "Words, each found in the name of what happened, of who did it, or of the cohort, person, room … concerned, or in " +
            "the reason given; case and accents apart",
        ),
      author: line(100).optional().describe("Words in the name of who did it"),
      kind: eventKind.optional(),
      cohortId: id.optional(),
      from: civilDay.optional().describe("The first civil day on which it was recorded"),
      to: civilDay.optional().describe("Inclusive"),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
      ...broken("days_in_order"),
      path: ["to"],
    }),
  status: 200,
  response: z.object({ items: z.array(event), nextCursor: z.string().nullable() }).meta({ id: "EventPage" }),
  errors: [],
});
