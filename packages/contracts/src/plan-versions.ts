import { z } from "zod";
import { id, page, paging, wholeMinutes } from "./common.ts";
import { only, route } from "./http.ts";
import { halfDayConflict } from "./plan-edits.ts";
import { draftChange, finding, halfDay, plan, planProof, planVersion, session } from "./plans.ts";

// What differs between versions of a plan: those published, and the draft that will be the next.
const canRead = only(["admin", "referent"], "sessions:read");
const canWrite = only(["admin", "referent"], "sessions:write");
const cohortParams = z.strictObject({ cohortId: id });
const versionParams = z.strictObject({ cohortId: id, number: z.coerce.number().int().min(1).max(1_000_000) });

/** A difference between two versions, in words, and the half-days it is about. */
export const differenceLine = z
  .object({
    kind: z.string().describe("`session_moved`, `half_days_moved`, `half_day_cancelled`, `trainer_changed` …"),
    halfDayIds: z.array(id),
    detail: z.string().describe("The sentence, in the caller\u2019s language"),
  })
  .meta({ id: "DifferenceLine" });
export type DifferenceLine = z.infer<typeof differenceLine>;

/** What becomes of a block\u2019s hours between two versions. */
export const blockDifference = z
  .object({
    code: z.string(),
    shortTitle: z.string(),
    dueMinutes: wholeMinutes,
    minutesBefore: wholeMinutes,
    minutesAfter: wholeMinutes,
    outcome: z
      .enum(["same", "settled", "short", "over"])
      .describe(
        "`same`: its hours do not change; `settled`: they are as due now; `short`, `over`: less or more than due now",
      ),
  })
  .meta({ id: "BlockDifference" });
export type BlockDifference = z.infer<typeof blockDifference>;

const difference = {
  lines: z.array(differenceLine),
  days: z.array(z.iso.date()).describe("The days on which something differs"),
  blocks: z.array(blockDifference),
  appeared: z.array(finding).describe("Findings that only the later one has"),
  settled: z.array(finding).describe("Findings that only the earlier one has"),
};

/** Somebody a publication concerns, and what they would be told. */
export const concernedPerson = z
  .object({
    personId: id,
    name: z.string(),
    as: z.array(z.enum(["trainee", "trainer"])),
    told: z
      .enum(["mail", "no_address"])
      .describe("`no_address`: they have no e-mail address, and are to be told otherwise"),
    lines: z.array(z.string()).describe("What concerns them, as the message says it"),
  })
  .meta({ id: "ConcernedPerson" });
export type ConcernedPerson = z.infer<typeof concernedPerson>;

/** What publishing a draft would change, and what stands in its way. */
export const draftDifference = z
  .object({
    planVersion: z.int(),
    next: z.int().describe("The number the version would get"),
    ...difference,
    conflicts: z
      .array(halfDayConflict)
      .describe("What other cohorts published meanwhile, or drafted before: publishing is refused (409)"),
    faults: z
      .array(finding)
      .describe("What the rules forbid, such as a day closed meanwhile: publishing is refused (422)"),
    outdated: z.array(draftChange).describe("Changes that no longer apply: to be undone before publishing"),
    people: z.array(concernedPerson),
    needsReason: z.boolean().describe("The hours do not add up and nobody said why: `gapReason` is needed"),
    publishable: z.boolean().describe("Nothing stands in the way, but maybe the reason"),
  })
  .meta({ id: "DraftDifference" });
export type DraftDifference = z.infer<typeof draftDifference>;

export const draftDifferenceRead = route({
  method: "GET",
  path: "/cohorts/:cohortId/plan-draft/difference",
  operationId: "draftDifferenceRead",
  tag: "publications",
  summary: "What publishing a draft would change: in words, in hours, for whom",
  access: canRead,
  params: cohortParams,
  status: 200,
  response: draftDifference,
  version: "tagged",
  errors: [],
});

export const planVersionList = route({
  method: "GET",
  path: "/cohorts/:cohortId/plan-versions",
  operationId: "planVersionList",
  tag: "publications",
  summary: "The published versions of a plan, latest first",
  access: canRead,
  params: cohortParams,
  query: z.strictObject(paging),
  status: 200,
  response: page(
    z.object({ ...planVersion.shape, lines: z.array(differenceLine) }).meta({ id: "PlanVersionLine" }),
    "PlanVersionPage",
  ),
  errors: [],
});

/** A plan as a version published it. */
export const versionedPlan = z
  .object({
    cohortId: id,
    version: planVersion,
    sessions: z.array(session),
    examHalfDays: z.array(halfDay),
    proof: planProof,
  })
  .meta({ id: "VersionedPlan" });
export type VersionedPlan = z.infer<typeof versionedPlan>;

export const planVersionRead = route({
  method: "GET",
  path: "/cohorts/:cohortId/plan-versions/:number",
  operationId: "planVersionRead",
  tag: "publications",
  summary: "A plan as one of its versions published it",
  access: canRead,
  params: versionParams,
  status: 200,
  response: versionedPlan,
  errors: [],
});

export const planVersionCompare = route({
  method: "GET",
  path: "/cohorts/:cohortId/plan-versions/:number/difference",
  operationId: "planVersionCompare",
  tag: "publications",
  summary: "What differs from one version to another",
  access: canRead,
  params: versionParams,
  query: z.strictObject({
    from: z.coerce
      .number()
      .int()
      .min(0)
      .max(1_000_000)
      .optional()
      .describe("The other version; the one before when left out, 0 for none"),
  }),
  status: 200,
  response: z.object({ from: z.int(), to: z.int(), ...difference }).meta({ id: "PlanDifference" }),
  errors: [],
});

export const planVersionRestore = route({
  method: "POST",
  path: "/cohorts/:cohortId/plan-versions/:number/restore",
  operationId: "planVersionRestore",
  tag: "publications",
  summary: "Restore a published version as a draft",
  description:
    "One more change of the draft, which makes the plan what it was in that version. Half-days held since stay; refused when " +
    "they do not fit, or when other cohorts took what it needs (409).",
  access: canWrite,
  params: versionParams,
  status: 200,
  response: plan,
  version: "required",
  errors: ["plan_refused", "held_half_day_missing", "half_day_overlap", "illegal_move"],
});
