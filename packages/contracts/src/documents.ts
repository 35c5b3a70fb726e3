import { z } from "zod";
import { locale } from "./account.ts";
import { broken, civilDay, id } from "./common.ts";
import { only, route } from "./http.ts";

const ordered = { ...broken("days_in_order"), path: ["to"] };

const period = {
  from: civilDay.optional(),
  to: civilDay.optional(),
  lang: locale.optional().describe("For links, which cannot say `Accept-Language`"),
};

const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }) =>
  from === undefined || to === undefined || from <= to;

/** The half-days of a plan that is known whole: all of them, unless days are named. */
const wholePlan = z.strictObject(period).refine(inOrder, ordered);

/** Those of somebody or something that goes on from plan to plan. */
const fromToday = z
  .strictObject({
    ...period,
    from: civilDay.optional().describe("Default: today"),
    to: civilDay.optional().describe("Default: a year after `from`"),
  })
  .refine(inOrder, ordered);

const asPublished =
  "A PDF/UA-1 on A4, in French or English, made by the template of this installation. It shows the plan as last " +
  "published, drafts apart, cancelled half-days with their reason, and the number of its version. Of one day, the same " +
  "plan is the same file: send `If-None-Match`. ";

export const cohortTimetableRead = route({
  method: "GET",
  path: "/cohorts/:cohortId/timetable.pdf",
  operationId: "cohortTimetableRead",
  tag: "documents",
  summary: "The timetable of a cohort",
  description: asPublished + "No trainee is named.",
  access: only(["admin", "referent", "trainer", "examiner", "trainee"], "documents:read"),
  params: z.strictObject({ cohortId: id }),
  query: wholePlan,
  status: 200,
  produces: "application/pdf",
  errors: ["template_invalid"],
});

export const enrolmentTimetableRead = route({
  method: "GET",
  path: "/enrolments/:enrolmentId/timetable.pdf",
  operationId: "enrolmentTimetableRead",
  tag: "documents",
  summary: "The timetable of a trainee in a cohort",
  description:
    asPublished +
    "Only the half-days that concern them: the blocks they have hours in, and the exam; after a path that was broken " +
    "off, none.",
  access: only(["admin", "referent", "trainee"], "documents:read"),
  params: z.strictObject({ enrolmentId: id }),
  query: wholePlan,
  status: 200,
  produces: "application/pdf",
  errors: ["template_invalid"],
});

export const trainerTimetableRead = route({
  method: "GET",
  path: "/trainers/:trainerId/timetable.pdf",
  operationId: "trainerTimetableRead",
  tag: "documents",
  summary: "The timetable of a trainer, over all cohorts",
  description: asPublished,
  access: only(["admin", "referent", "trainer"], "documents:read"),
  params: z.strictObject({ trainerId: id }),
  query: fromToday,
  status: 200,
  produces: "application/pdf",
  errors: ["template_invalid"],
});

export const roomTimetableRead = route({
  method: "GET",
  path: "/rooms/:roomId/timetable.pdf",
  operationId: "roomTimetableRead",
  tag: "documents",
  summary: "The timetable of a room, over all cohorts",
  description: asPublished,
  access: only(["admin", "referent"], "documents:read"),
  params: z.strictObject({ roomId: id }),
  query: fromToday,
  status: 200,
  produces: "application/pdf",
  errors: ["template_invalid"],
});
