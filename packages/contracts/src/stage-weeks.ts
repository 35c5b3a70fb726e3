import { z } from "zod";
import { ability, civilDay, id, instant, isoWeek, line, page, paging, paragraph, wholeMinutes } from "./common.ts";
import { only, route } from "./http.ts";
import { personSummary } from "./people.ts";

/** `confirmed` is the tutor's word, which comes between submitting and validating. */
export const stageWeekState = z.enum(["draft", "submitted", "confirmed", "validated"]).meta({ id: "StageWeekState" });
export type StageWeekState = z.infer<typeof stageWeekState>;

/** A day's hours; a day without any is left out. */
export const stageDay = z
  .strictObject({
    day: civilDay,
    minutes: z.int().min(1).max(1440).describe("Whole; 10 h at most, or the week is refused (P4)"),
    activity: line(300).nullable().default(null).describe("What was done; never the name of a person helped (G7)"),
  })
  .meta({ id: "StageDay" });
export type StageDay = z.infer<typeof stageDay>;

export const stageWeek = z
  .object({
    id,
    enrolmentId: id,
    cohortId: id,
    cohortName: z.string(),
    person: personSummary,
    week: isoWeek,
    monday: civilDay,
    state: stageWeekState,
    days: z.array(z.object({ day: civilDay, minutes: wholeMinutes, activity: z.string().nullable() })),
    minutes: wholeMinutes.describe("The sum of its days"),
    returnedReason: z.string().nullable().describe("Why it was returned, until it is submitted again"),
    submittedAt: instant.nullable(),
    validatedAt: instant.nullable(),
    version: z.int(),
    can: z.object({ log: ability, submit: ability, validate: ability, return: ability }),
  })
  .meta({ id: "StageWeek" });
export type StageWeek = z.infer<typeof stageWeek>;

/** One day of one trainee: the fact that every total is made of. */
export const stageHours = z
  .object({
    enrolmentId: id,
    stageWeekId: id,
    week: isoWeek,
    day: civilDay,
    minutes: wholeMinutes,
    activity: z.string().nullable(),
    state: stageWeekState.describe("The week's: only validated hours count"),
  })
  .meta({ id: "StageHours" });

const canRead = only(["admin", "referent", "trainee"], "stage-hours:read");
const canLog = only(["trainee"], "stage-hours:write");
const canDecide = only(["referent"], "stage-hours:write");
const params = z.strictObject({ stageWeekId: id });

export const stageHoursList = route({
  method: "GET",
  path: "/stage-hours",
  operationId: "stageHoursList",
  tag: "stage-hours",
  summary: "Stage hours by day",
  access: canRead,
  query: z.strictObject({
    ...paging,
    enrolmentId: id.optional(),
    cohortId: id.optional(),
    state: stageWeekState.optional(),
    from: civilDay.optional(),
    to: civilDay.optional(),
  }),
  status: 200,
  response: page(stageHours, "StageHoursPage"),
  errors: [],
});

export const stageWeekList = route({
  method: "GET",
  path: "/stage-weeks",
  operationId: "stageWeekList",
  tag: "stage-hours",
  summary: "Stage weeks, earliest first unless sorted otherwise",
  access: canRead,
  query: z.strictObject({
    ...paging,
    enrolmentId: id.optional(),
    cohortId: id.optional(),
    state: stageWeekState.optional(),
    sort: z.enum(["monday", "-monday"]).default("monday"),
  }),
  status: 200,
  response: page(stageWeek, "StageWeekPage"),
  errors: [],
});

export const stageWeekRead = route({
  method: "GET",
  path: "/stage-weeks/:stageWeekId",
  operationId: "stageWeekRead",
  tag: "stage-hours",
  summary: "One stage week",
  access: canRead,
  params,
  status: 200,
  response: stageWeek,
  version: "tagged",
  errors: [],
});

export const stageWeekLog = route({
  method: "PUT",
  path: "/enrolments/:enrolmentId/stage-weeks/:week",
  operationId: "stageWeekLog",
  tag: "stage-hours",
  summary: "Log the days of a week",
  description:
    "Writes the week whole, as a draft: sending it again changes nothing. A day has 10 h at most, a week 48 h, none lies " +
    "in the future (P4). A week already submitted or validated is refused.",
  access: canLog,
  params: z.strictObject({ enrolmentId: id, week: isoWeek }),
  body: z.strictObject({ days: z.array(stageDay).max(7) }),
  example: { days: [{ day: "2017-05-22", minutes: 420, activity: "Accueil du public" }] },
  status: 200,
  response: stageWeek,
  version: "accepted",
  errors: ["stage_week_invalid", "illegal_move"],
});

export const stageWeekSubmit = route({
  method: "POST",
  path: "/stage-weeks/:stageWeekId/submit",
  operationId: "stageWeekSubmit",
  tag: "stage-hours",
  summary: "Submit a week: its hours are declared",
  access: canLog,
  params,
  status: 200,
  response: stageWeek,
  version: "accepted",
  errors: ["illegal_move", "stage_week_invalid"],
});

export const stageWeekValidate = route({
  method: "POST",
  path: "/stage-weeks/:stageWeekId/validate",
  operationId: "stageWeekValidate",
  tag: "stage-hours",
  summary: "Validate a week: its hours count, and no longer change",
  access: canDecide,
  params,
  status: 200,
  response: stageWeek,
  version: "required",
  errors: ["illegal_move"],
});

export const stageWeekReturn = route({
  method: "POST",
  path: "/stage-weeks/:stageWeekId/return",
  operationId: "stageWeekReturn",
  tag: "stage-hours",
  summary: "Return a week to its trainee, with a reason",
  description: "It is a draft again; the trainee is told by mail.",
  access: canDecide,
  params,
  body: z.strictObject({ reason: paragraph(500) }),
  example: { reason: "Le jeudi était un jour de formation" },
  status: 200,
  response: stageWeek,
  version: "required",
  errors: ["illegal_move"],
});
