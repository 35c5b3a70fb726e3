import { z } from "zod";
import { civilDay, id, instant, paging } from "./common.ts";
import { only, route } from "./http.ts";
import { slot } from "./plans.ts";

// What published versions changed for the person signed in, as a trainee or as a trainer; nothing of drafts, nothing of
// anybody else. Never by key: it is told to somebody.
const whoeverFollows = only(["admin", "referent", "trainer", "trainee"], null);

/** A sentence about something that changed, and the half-days it is about. */
export const timetableLine = z
  .object({
    kind: z.string().describe("`session_moved`, `half_days_cancelled`, `room_changed` …"),
    halfDayIds: z.array(id),
    detail: z.string().describe("The sentence, in the caller’s language"),
  })
  .meta({ id: "TimetableLine" });
export type TimetableLine = z.infer<typeof timetableLine>;

/** What a published version changed for the caller. */
export const timetableChange = z
  .object({
    id: id.describe("Of the version"),
    cohortId: id,
    cohortName: z.string(),
    number: z.int().describe("Of the version: 1 for the first of its cohort"),
    publishedAt: instant,
    publishedBy: z.string().nullable().describe("The name of who published it, if a person did"),
    note: z.string().nullable().describe("A word of who published it"),
    as: z.array(z.enum(["trainee", "trainer"])).describe("As what it concerns the caller"),
    lines: z.array(timetableLine).describe("What concerns them and nothing else"),
    isNew: z.boolean().describe("Published since they last said they had seen"),
  })
  .meta({ id: "TimetableChange" });
export type TimetableChange = z.infer<typeof timetableChange>;

/** What became of a half-day since the caller last said they had seen, all versions since then taken together. */
export const changedHalfDay = z
  .object({
    halfDayId: id,
    changes: z.array(
      z
        .enum(["added", "restored", "moved", "cancelled", "times", "room", "trainer", "subject"])
        .describe("`added`: in their timetable, and was not; `restored`: cancelled before, held again"),
    ),
    before: z
      .object({ day: civilDay, slot, startsAt: z.string(), endsAt: z.string() })
      .nullable()
      .describe("When it was to be held; null when it was not"),
  })
  .meta({ id: "ChangedHalfDay" });
export type ChangedHalfDay = z.infer<typeof changedHalfDay>;

export const myTimetableChangeList = route({
  method: "GET",
  path: "/account/timetable-changes",
  operationId: "myTimetableChangeList",
  tag: "publications",
  summary: "What changed in the caller's timetable, latest version first",
  description:
    "Of the cohorts they are enrolled in, the courses they follow and the exam; of every cohort, the half-days they taught " +
    "or teach. Versions that change nothing for them are left out. `changedHalfDays` are the same on every page.",
  access: whoeverFollows,
  query: z.strictObject(paging),
  status: 200,
  response: z
    .object({
      items: z.array(timetableChange),
      nextCursor: z.string().nullable(),
      seenAt: instant.describe("What was published since then is new"),
      changedHalfDays: z
        .array(changedHalfDay)
        .describe("What is new, half-day by half-day; none of a plan that is new as a whole"),
    })
    .meta({ id: "TimetableChangePage" }),
  errors: [],
});

export const myTimetableChangesMarkSeen = route({
  method: "POST",
  path: "/account/timetable-changes/seen",
  operationId: "myTimetableChangesMarkSeen",
  tag: "publications",
  summary: "Say that the changes of one's timetable were seen",
  description:
    "`upTo` is the `publishedAt` of the latest that was shown: what is published meanwhile stays new. It moves forward " +
    "only: an earlier instant changes nothing. An instant to come is refused (400).",
  access: whoeverFollows,
  body: z.strictObject({ upTo: instant }),
  example: { upTo: "2017-05-02T09:30:00.000Z" },
  status: 200,
  response: z.object({ seenAt: instant }).meta({ id: "TimetableSeen" }),
  errors: [],
});
