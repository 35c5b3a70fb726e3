import { z } from "zod";
import { civilDay, id, page, paging, paragraph } from "./common.ts";
import { only, route } from "./http.ts";
import { halfDay, plan, session, slot } from "./plans.ts";

// Moving or cancelling a part changes the draft of the whole plan, which is the answer; reads are of what is published.
const canRead = only(["admin", "referent", "trainer", "examiner", "trainee"], "sessions:read");
const canWrite = only(["admin", "referent"], "sessions:write");

const overrideReason = paragraph(500).describe(
  "Why on a public holiday or a closing day all the same: without it such a day is refused (T1)",
);

export const sessionList = route({
  method: "GET",
  path: "/sessions",
  operationId: "sessionList",
  tag: "plans",
  summary: "Sessions with their half-days, earliest first",
  access: canRead,
  query: z.strictObject({ ...paging, cohortId: id.optional() }),
  status: 200,
  response: page(session, "SessionPage"),
  errors: [],
});

const sessionParams = z.strictObject({ sessionId: id });

export const sessionRead = route({
  method: "GET",
  path: "/sessions/:sessionId",
  operationId: "sessionRead",
  tag: "plans",
  summary: "One session",
  access: canRead,
  params: sessionParams,
  status: 200,
  response: session,
  version: "tagged",
  errors: [],
});

export const sessionMove = route({
  method: "POST",
  path: "/sessions/:sessionId/move",
  operationId: "sessionMove",
  tag: "plans",
  summary: "Move a session to other days",
  description:
    "`days` are the new days, as many as the session has; blocks and slots follow in date order. A holiday, a closure " +
    "or a day before the edition is in force is refused; another week, two sessions in a month or a broken order is " +
    "allowed and shown in the proof of the plan, which is the answer.",
  access: canWrite,
  params: sessionParams,
  body: z.strictObject({ days: z.array(civilDay).min(1).max(20), overrideReason: overrideReason.optional() }),
  example: { days: ["2017-06-12", "2017-06-13", "2017-06-14", "2017-06-15"] },
  status: 200,
  response: plan,
  version: "required",
  errors: ["plan_refused", "half_day_overlap", "illegal_move"],
});

export const halfDayList = route({
  method: "GET",
  path: "/half-days",
  operationId: "halfDayList",
  tag: "plans",
  summary: "Half-days, earliest first",
  access: canRead,
  query: z.strictObject({
    ...paging,
    cohortId: id.optional(),
    sessionId: id.optional(),
    from: civilDay.optional(),
    to: civilDay.optional(),
    kind: z.enum(["teaching", "exam"]).optional(),
    trainerId: id.optional(),
    roomId: id.optional(),
    siteId: id.optional().describe("Of the room it is in"),
    state: z.enum(["live", "all"]).default("all").describe("`live` leaves the cancelled ones out"),
  }),
  status: 200,
  response: page(halfDay, "HalfDayPage"),
  errors: [],
});

const halfDayParams = z.strictObject({ halfDayId: id });

export const halfDayRead = route({
  method: "GET",
  path: "/half-days/:halfDayId",
  operationId: "halfDayRead",
  tag: "plans",
  summary: "One half-day",
  access: canRead,
  params: halfDayParams,
  status: 200,
  response: halfDay,
  version: "tagged",
  errors: [],
});

export const halfDayMove = route({
  method: "POST",
  path: "/half-days/:halfDayId/move",
  operationId: "halfDayMove",
  tag: "plans",
  summary: "Move one half-day, of a session or of the exam",
  access: canWrite,
  params: halfDayParams,
  body: z.strictObject({ day: civilDay, slot, overrideReason: overrideReason.optional() }),
  example: { day: "2017-06-16", slot: "am" },
  status: 200,
  response: plan,
  version: "required",
  errors: ["plan_refused", "half_day_overlap", "illegal_move"],
});

const replacement = z
  .strictObject({
    day: civilDay,
    slot,
    trainerId: id.nullable().optional(),
    roomId: id.nullable().optional(),
    overrideReason: overrideReason.optional(),
  })
  .meta({ id: "Replacement" });

export const halfDayCancel = route({
  method: "POST",
  path: "/half-days/:halfDayId/cancel",
  operationId: "halfDayCancel",
  tag: "plans",
  summary: "Cancel a half-day, with a reason",
  description:
    "Its minutes are due again and the proof says so, unless `replacement` says when it is held instead: a new half-day " +
    "with its block and competencies, its trainer and room too where nothing else is said.",
  access: canWrite,
  params: halfDayParams,
  body: z.strictObject({ reason: paragraph(500), replacement: replacement.optional() }),
  example: { reason: "Salle inondée", replacement: { day: "2017-06-16", slot: "am" } },
  status: 200,
  response: plan,
  version: "required",
  errors: ["illegal_move", "plan_refused", "half_day_overlap"],
});
