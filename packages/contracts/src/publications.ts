import { z } from "zod";
import { id, paragraph } from "./common.ts";
import { only, route } from "./http.ts";
import { plan } from "./plans.ts";

// A plan is published in numbered versions. Between two of them a draft is an ordered list of changes, shared by the
// cohort's referents, of which nobody else sees anything: a key that only reads sees what is published.
const canWrite = only(["admin", "referent"], "sessions:write");
const cohortParams = z.strictObject({ cohortId: id });

export const planDraftRead = route({
  method: "GET",
  path: "/cohorts/:cohortId/plan-draft",
  operationId: "planDraftRead",
  tag: "publications",
  summary: "A cohort's plan as it will be when its draft is published",
  description: "With no change in the draft it is the published plan. `draft.changes` are the changes, in their order.",
  access: canWrite,
  params: cohortParams,
  status: 200,
  response: plan,
  version: "tagged",
  errors: [],
});

export const draftChangeUndo = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan-draft/changes/:changeId/undo",
  operationId: "draftChangeUndo",
  tag: "publications",
  summary: "Undo any change of a draft",
  description:
    "Whoever made it, and in any order that still makes sense: refused when a later change builds on it, or when what it " +
    "would put back is in the way of something else (409).",
  access: canWrite,
  params: z.strictObject({ cohortId: id, changeId: id }),
  status: 200,
  response: plan,
  version: "required",
  errors: ["illegal_move", "half_day_overlap"],
});

export const planDraftDiscard = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan-draft/discard",
  operationId: "planDraftDiscard",
  tag: "publications",
  summary: "Give a whole draft up",
  description:
    "The plan is the published one again. It cannot be undone: whoever wants it back makes the changes anew.",
  access: canWrite,
  params: cohortParams,
  status: 200,
  response: plan,
  version: "required",
  errors: ["illegal_move"],
});

export const planPublish = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan/publish",
  operationId: "planPublish",
  tag: "publications",
  summary: "Publish a draft as the next version of its plan",
  description:
    "In one transaction, everything checked again: what other cohorts took meanwhile (409), days closed since (422). Hours " +
    "that do not add up need `gapReason`. Each person concerned gets one message, with what concerns them.",
  access: canWrite,
  params: cohortParams,
  body: z.strictObject({
    gapReason: paragraph(500).optional().describe("Why the hours do not add up"),
    note: paragraph(1000).optional().describe("A word to those concerned, at the head of their message"),
  }),
  example: { note: "La salle est inondée, nous déplaçons la session de juin." },
  status: 200,
  response: plan,
  version: "required",
  errors: ["plan_refused", "reason_required", "half_day_overlap", "illegal_move"],
});
