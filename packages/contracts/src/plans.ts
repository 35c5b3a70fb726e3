import { z } from "zod";
import { ability, broken, civilDay, code, id, instant, line, paragraph, wholeMinutes, yearMonth } from "./common.ts";
import { only, route } from "./http.ts";

const readers = ["admin", "referent", "trainer", "examiner", "trainee"] as const;
const canRead = only(readers, "sessions:read");
const canWrite = only(["admin", "referent"], "sessions:write");

export const slot = z.enum(["am", "pm"]).meta({ id: "Slot" });
export type Slot = z.infer<typeof slot>;

// ---- a plan as it is proposed and adopted ----------------------------------------------------------------------

const competencyCodes = z.array(line(40)).max(20);

/** What a half-day is taught with; left out, nothing is said yet. */
const staffing = {
  competencyCodes: competencyCodes.optional().describe("Competencies of its block that it works on"),
  trainerId: id.nullable().optional(),
  roomId: id.nullable().optional(),
  remote: z.boolean().optional().describe("At a distance: then it has no room"),
};

/** One half-day of a plan to adopt; `blockCode` is null only on an exam half-day that feeds no block. */
export const plannedHalfDay = z
  .strictObject({
    day: civilDay,
    slot,
    blockCode: line(40).nullable(),
    ...staffing,
    overrideReason: paragraph(500)
      .nullable()
      .optional()
      .describe("Why it is on a public holiday or a closing day all the same (T1)"),
  })
  .meta({ id: "PlannedHalfDay" });

export const planDraft = z
  .strictObject({
    sessions: z.array(z.strictObject({ halfDays: z.array(plannedHalfDay).min(1).max(20) })).max(60),
    examHalfDays: z.array(plannedHalfDay).max(20),
  })
  .meta({ id: "PlanDraft" });
export type PlanDraft = z.infer<typeof planDraft>;

// ---- the proof -------------------------------------------------------------------------------------------------

/** Something a plan may have but should not: its code, the facts, and the sentence in the caller's language. */
export const finding = z
  .object({ code: z.string(), facts: z.record(z.string(), z.unknown()), detail: z.string() })
  .meta({ id: "PlanFinding" });

export const blockProof = z
  .object({
    code: z.string(),
    title: z.string(),
    shortTitle: z.string(),
    dueMinutes: wholeMinutes,
    plannedMinutes: wholeMinutes,
    differenceMinutes: z.int().describe("Planned less due: negative is a gap"),
    dueHalfDays: z.number(),
    plannedHalfDays: z.int(),
    competencies: z
      .array(z.object({ code: z.string(), title: z.string(), plannedHalfDays: z.int(), plannedMinutes: wholeMinutes }))
      .describe("How many half-days work on each; one that works on two counts for both"),
  })
  .meta({ id: "BlockProof" });

export const planProof = z
  .object({
    exact: z.boolean().describe("Every block has its hours, no more and no less; findings do not change it"),
    dueMinutes: wholeMinutes,
    plannedMinutes: wholeMinutes,
    differenceMinutes: z.int(),
    blocks: z.array(blockProof),
    counts: z.object({ sessions: z.int(), sessionDays: z.int(), examDays: z.int(), halfDays: z.int() }),
    expected: z.object({ sessions: z.int(), sessionDays: z.int(), examDays: z.int(), halfDays: z.int() }),
    findings: z.array(finding),
  })
  .meta({ id: "PlanProof" });
export type PlanProof = z.infer<typeof planProof>;

// ---- stored sessions and half-days -------------------------------------------------------------------------------

export const halfDay = z
  .object({
    id,
    cohortId: id,
    cohortName: z.string(),
    sessionId: id.nullable(),
    kind: z.enum(["teaching", "exam"]),
    day: civilDay,
    slot,
    startsAt: z.string().describe("Local time in Europe/Paris, `YYYY-MM-DDTHH:MM`"),
    endsAt: z.string(),
    minutes: wholeMinutes,
    blockCode: z.string().nullable(),
    competencies: z.array(z.object({ code: z.string(), title: z.string() })),
    trainer: z.object({ id, name: z.string() }).nullable(),
    room: z.object({ id, name: z.string(), siteName: z.string() }).nullable(),
    remote: z.boolean(),
    overrideReason: z.string().nullable(),
    replacesId: id.nullable().describe("The cancelled half-day it is held in place of"),
    state: z.enum(["planned", "held", "locked", "cancelled"]),
    cancelledReason: z.string().nullable(),
    planVersion: z.int().describe("The version of the plan it belongs to: what `If-Match` names"),
    can: z.object({ move: ability, cancel: ability }),
  })
  .meta({ id: "HalfDay" });
export type HalfDay = z.infer<typeof halfDay>;

export const session = z
  .object({
    id,
    cohortId: id,
    number: z.int().describe("1 for the first, by date"),
    days: z.array(civilDay),
    halfDays: z.array(halfDay),
    planVersion: z.int(),
    can: z.object({ move: ability }),
  })
  .meta({ id: "Session" });
export type Session = z.infer<typeof session>;

/** A change that can be undone, or done again: what, by whom and when. */
export const planChange = z
  .object({
    detail: z.string().describe("The sentence, in the caller’s language"),
    by: z.string().nullable().describe("The name of who did it; null for an API key or Passerelle itself"),
    at: instant,
  })
  .meta({ id: "PlanChange" });
export type PlanChange = z.infer<typeof planChange>;

/** One change of a draft, in the order in which they were made. */
export const draftChange = z
  .object({
    id,
    ...planChange.shape,
    applies: z
      .boolean()
      .describe(
        "False when a half-day it changes is no longer as it was: it changes nothing, and keeps the draft from being published",
      ),
  })
  .meta({ id: "DraftChange" });
export type DraftChange = z.infer<typeof draftChange>;

/** A version of a plan, as it was published. */
export const planVersion = z
  .object({
    number: z.int().describe("1 for the first of its cohort"),
    publishedAt: instant,
    publishedBy: z.string().nullable().describe("The name of who did it; null for an API key or Passerelle itself"),
    note: z.string().nullable().describe("What those it concerns were told with it"),
    gapReason: z.string().nullable(),
  })
  .meta({ id: "PlanVersion" });
export type PlanVersion = z.infer<typeof planVersion>;

export const plan = z
  .object({
    cohortId: id,
    planVersion: z.int().describe("What `If-Match` names; every change of the draft raises it"),
    published: planVersion.nullable().describe("The latest version published; null before the first"),
    draft: z
      .object({ changes: z.array(draftChange) })
      .nullable()
      .describe("The changes made to that version, which are in this plan; null in the published plan"),
    sessions: z.array(session),
    examHalfDays: z.array(halfDay),
    proof: planProof,
    gapReason: z.string().nullable().describe("Why it has a gap or a surplus; null again once a half-day is cancelled"),
    history: z
      .object({ undo: planChange.nullable(), redo: planChange.nullable() })
      .describe("What `undo` and `redo` would change; null for callers who may not change the plan"),
    can: z.object({ adopt: ability }),
  })
  .meta({ id: "Plan" });
export type Plan = z.infer<typeof plan>;

// ---- operations ------------------------------------------------------------------------------------------------

const cohortParams = z.strictObject({ cohortId: id });

export const unmetWish = z
  .object({
    code: z.string(),
    facts: z.record(z.string(), z.unknown()),
    detail: z.string(),
    remedy: z.string().nullable().describe("The nearest change that would meet it; null when none was found"),
  })
  .meta({ id: "UnmetWish" });
export type UnmetWish = z.infer<typeof unmetWish>;

export const planProposal = z
  .object({
    outcome: z.enum(["exact", "gap", "surplus"]),
    plan: planDraft.describe("What `PUT /cohorts/{cohortId}/plan` takes"),
    proof: planProof,
    unmet: z
      .array(unmetWish)
      .describe("The wishes that could not be met, each with its rule, its day and the nearest change that would do"),
    skippedMonths: z.array(z.object({ month: yearMonth, reason: z.string(), detail: z.string() })),
    avoided: z.array(z.object({ code: z.string(), from: civilDay, to: civilDay, label: z.string() })),
  })
  .meta({ id: "PlanProposal" });
export type PlanProposal = z.infer<typeof planProposal>;

export const planProposalCreate = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan-proposals",
  operationId: "planProposalCreate",
  tag: "plans",
  summary: "Have a whole plan proposed; nothing is stored",
  description:
    "Deterministic. Answers an exact plan, or one whose gaps are named by block; 422 `plan_impossible` with the " +
    "arithmetic when no plan exists between the bounds. The provider's closures are obeyed; `closures` adds more. With " +
    "`trainers` and `rooms`, each half-day is given one that is free; what cannot be had is left open and named in `unmet`.",
  access: canWrite,
  params: cohortParams,
  body: z.strictObject({
    notBefore: civilDay.optional().describe("Default: the cohort's first day"),
    notAfter: civilDay.optional().describe("Default: the cohort's last day"),
    skipMonths: z.array(yearMonth).max(60).default([]),
    weekdays: z.array(z.int().min(1).max(5)).max(5).optional().describe("Preferred, 1 for Monday"),
    examDays: z
      .array(civilDay)
      .max(20)
      .optional()
      .describe("The certification days, when the authority has fixed them"),
    order: z
      .enum(["sequence", "interleaved"])
      .optional()
      .describe("Block after block (when left out), or all of them side by side over the year"),
    weights: z
      .record(code, z.int().min(1).max(100))
      .optional()
      .describe("With `interleaved`: how fast each block goes, by its code; in step with its hours when left out"),
    trainers: z
      .array(z.strictObject({ blockCode: line(40), trainerIds: z.array(id).min(1).max(50) }))
      .max(50)
      .optional()
      .describe("Who teaches each block, preferred ones first"),
    rooms: z.array(id).max(50).optional().describe("Where, preferred ones first"),
    closures: z
      .array(
        z
          .strictObject({ from: civilDay, to: civilDay, label: line(120).optional() })
          .refine((closure) => closure.from <= closure.to, { ...broken("days_in_order"), path: ["to"] }),
      )
      .max(100)
      .default([]),
  }),
  example: { notBefore: "2017-05-16", notAfter: "2018-03-31", skipMonths: ["2017-08"] },
  status: 200,
  response: planProposal,
  errors: ["plan_impossible", "plan_refused", "illegal_move"],
});

export const planRead = route({
  method: "GET",
  path: "/cohorts/:cohortId/plan",
  operationId: "planRead",
  tag: "plans",
  summary: "A cohort's published plan with its proof",
  description:
    "Cancelled half-days are listed and count for nothing. Its draft is at `/cohorts/{cohortId}/plan-draft`.",
  access: canRead,
  params: cohortParams,
  status: 200,
  response: plan,
  version: "tagged",
  errors: [],
});

export const planAdopt = route({
  method: "PUT",
  path: "/cohorts/:cohortId/plan",
  operationId: "planAdopt",
  tag: "plans",
  summary: "Adopt a whole plan",
  description:
    "Replaces the drafted plan, in one change. Half-days already held must be in it. A gap or surplus needs `gapReason`. " +
    "A half-day that keeps its day and slot keeps its identifier.",
  access: canWrite,
  params: cohortParams,
  body: z.strictObject({ ...planDraft.shape, gapReason: paragraph(500).optional() }),
  example: {
    sessions: [{ halfDays: [{ day: "2017-05-16", slot: "am", blockCode: "CCP1" }] }],
    examHalfDays: [],
    gapReason: "Premier jour seulement, la suite viendra",
  },
  status: 200,
  response: plan,
  version: "required",
  errors: ["plan_refused", "reason_required", "held_half_day_missing", "half_day_overlap", "illegal_move"],
});
