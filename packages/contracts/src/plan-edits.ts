import { z } from "zod";
import { civilDay, id, line, paragraph } from "./common.ts";
import { only, route } from "./http.ts";
import { finding, plan, slot } from "./plans.ts";

// Every change goes into the draft of its plan, and holds once that is published (publications.ts).
// Half-days are changed several at once, so that what only holds as a whole (two that change places) can be said.
const canWrite = only(["admin", "referent"], "sessions:write");
const cohortParams = z.strictObject({ cohortId: id });

/** What becomes of one half-day; what is left out stays. */
export const halfDayEdit = z
  .strictObject({
    id,
    day: civilDay.optional(),
    slot: slot.optional(),
    blockCode: line(40).optional().describe("Another block; its competencies are then to be said anew"),
    competencyCodes: z.array(line(40)).max(20).optional(),
    trainerId: id.nullable().optional(),
    roomId: id.nullable().optional().describe("Given a room, it is at a distance no longer, unless `remote` says so"),
    remote: z.boolean().optional().describe("At a distance: it leaves its room"),
  })
  .meta({ id: "HalfDayEdit" });
export type HalfDayEdit = z.infer<typeof halfDayEdit>;

const edit = {
  halfDays: z.array(halfDayEdit).min(1).max(200),
  overrideReason: paragraph(500)
    .optional()
    .describe("Why on a public holiday or a closing day all the same: without it such a day is refused (T1)"),
};
const example = {
  halfDays: [{ id: "01890a5d-ac96-774b-bcce-b302099a8057", day: "2017-06-16", slot: "am", roomId: null }],
};

export const planEdit = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan/edits",
  operationId: "planEdit",
  tag: "plans",
  summary: "Move half-days, have them change places, give them a trainer, a room, a block",
  description:
    "All or nothing, checked as a whole: two half-days change places in one edit. A half-day keeps its session. A holiday, " +
    "a closure or a day before the edition is in force is refused; a trainer or a room already taken is a 409 that names " +
    "every half-day in the way. A trainer or room that is not to be had is allowed, and shown in the proof.",
  access: canWrite,
  params: cohortParams,
  body: z.strictObject(edit),
  example,
  status: 200,
  response: plan,
  version: "required",
  errors: ["plan_refused", "half_day_overlap", "illegal_move"],
});

/** A half-day in the way of another: who, where, which cohort. */
export const halfDayConflict = z
  .object({
    halfDayId: id.nullable().describe("The one that cannot be there; null for one not stored yet"),
    kind: z.enum(["cohort", "trainer", "room"]).describe("What both would need"),
    day: civilDay,
    slot,
    other: z.object({
      id,
      startsAt: z.string(),
      endsAt: z.string(),
      blockCode: z.string().nullable(),
      cohortId: id,
      cohortName: z.string(),
      trainerName: z.string().nullable(),
      roomName: z.string().nullable(),
    }),
    detail: z.string(),
  })
  .meta({ id: "HalfDayConflict" });
export type HalfDayConflict = z.infer<typeof halfDayConflict>;

export const planEditCheck = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan/edit-checks",
  operationId: "planEditCheck",
  tag: "plans",
  summary: "What an edit would run into; nothing is stored",
  description:
    "`bad` will be refused, for its `faults` or its `conflicts`; `warn` is allowed, and what `warnings` say will be shown " +
    "in the proof. Meant to be asked while something is dragged.",
  access: canWrite,
  params: cohortParams,
  body: z.strictObject(edit),
  example,
  status: 200,
  response: z
    .object({
      verdict: z.enum(["good", "warn", "bad"]),
      faults: z.array(finding),
      conflicts: z.array(halfDayConflict),
      warnings: z.array(finding),
    })
    .meta({ id: "PlanEditCheck" }),
  stores: "nothing",
  errors: ["illegal_move"],
});

export const sessionSplit = route({
  method: "POST",
  path: "/sessions/:sessionId/split",
  operationId: "sessionSplit",
  tag: "plans",
  summary: "Make two sessions of one",
  description:
    "`days` are some of its days, not all: they become a session of their own, which can then be moved apart.",
  access: canWrite,
  params: z.strictObject({ sessionId: id }),
  body: z.strictObject({ days: z.array(civilDay).min(1).max(20) }),
  example: { days: ["2017-06-14", "2017-06-15"] },
  status: 200,
  response: plan,
  version: "required",
  errors: ["plan_refused", "illegal_move"],
});

export const planUndo = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan/undo",
  operationId: "planUndo",
  tag: "plans",
  summary: "Undo the last change of a draft",
  description:
    "Takes the latest change out of the draft, whoever made it: every half-day is exactly what it was. Refused when what it " +
    "needs was taken by another cohort (409). What is published is changed again, or restored as a draft.",
  access: canWrite,
  params: cohortParams,
  status: 200,
  response: plan,
  version: "required",
  errors: ["illegal_move", "half_day_overlap"],
});

export const planRedo = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan/redo",
  operationId: "planRedo",
  tag: "plans",
  summary: "Do again what was undone last",
  description: "Possible until something else is changed.",
  access: canWrite,
  params: cohortParams,
  status: 200,
  response: plan,
  version: "required",
  errors: ["illegal_move", "half_day_overlap"],
});
