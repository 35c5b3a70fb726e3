import { z } from "zod";
import { ability, civilDay, id, instant, line, page, paging, paragraph, wholeMinutes } from "./common.ts";
import { only, route } from "./http.ts";
import { personSummary } from "./people.ts";

export const enrolmentRoute = z
  .enum(["fpc", "vae"])
  .meta({ id: "EnrolmentRoute", description: "Continuing training, or validation of prior experience" });
export type EnrolmentRoute = z.infer<typeof enrolmentRoute>;

export const enrolmentState = z
  .enum(["enrolled", "in_training", "suspended", "completed", "dropped_out", "excluded", "cancelled"])
  .meta({ id: "EnrolmentState" });
export type EnrolmentState = z.infer<typeof enrolmentState>;

export const placementNeed = z.enum(["required", "waived", "not_applicable"]).meta({ id: "PlacementNeed" });
export type PlacementNeed = z.infer<typeof placementNeed>;

export const prescribedBlock = z
  .object({ blockCode: z.string(), shortTitle: z.string(), prescribedMinutes: wholeMinutes, dueMinutes: wholeMinutes })
  .meta({ id: "PrescribedBlock", description: "`dueMinutes` are the programme’s" });

const waiverFields = {
  employer: line(200),
  jobTitle: line(200),
  employedFrom: civilDay,
  employedUntil: civilDay.nullable().describe("Null for a contract without an end"),
  proof: line(300).describe("Which document was seen"),
  proofSeenOn: civilDay,
};

export const placementWaiver = z.object({ id, ...waiverFields }).meta({ id: "PlacementWaiver" });

export const enrolment = z
  .object({
    id,
    cohortId: id,
    cohortName: z.string(),
    person: personSummary,
    route: enrolmentRoute,
    state: enrolmentState,
    stateSince: civilDay.describe("The effective day of the last move"),
    legalMoves: z.array(enrolmentState),
    prescribed: z.array(prescribedBlock),
    placement: z.object({
      need: placementNeed,
      requiredMinutes: wholeMinutes.describe("0 unless required"),
      waiver: placementWaiver.nullable(),
    }),
    version: z.int(),
    can: z.object({ move: ability, prescribe: ability, waive: ability, logStage: ability }),
  })
  .meta({ id: "Enrolment" });
export type Enrolment = z.infer<typeof enrolment>;

/** One entry of an enrolment's history: what happened, when it took effect, who said so. */
export const enrolmentEvent = z
  .object({
    id,
    type: z.string().describe("`enrolment.moved`, `enrolment.prescribed` …"),
    effectiveOn: civilDay,
    recordedAt: instant,
    actorName: z.string().nullable().describe("A person or an API key; null for Passerelle itself"),
    detail: z.string().describe("The sentence, in the caller's language"),
  })
  .meta({ id: "EnrolmentEvent" });
export type EnrolmentEvent = z.infer<typeof enrolmentEvent>;

const canRead = only(["admin", "referent", "trainee"], "enrolments:read");
const canEnrol = only(["admin", "referent"], "enrolments:write");
const canPrescribe = only(["referent"], "enrolments:write");
const params = z.strictObject({ enrolmentId: id });

const prescribed = z
  .array(z.strictObject({ blockCode: line(40), minutes: wholeMinutes }))
  .max(20)
  .describe("Every block of the programme, once");

export const enrolmentList = route({
  method: "GET",
  path: "/enrolments",
  operationId: "enrolmentList",
  tag: "enrolments",
  summary: "Enrolments by person's name",
  access: canRead,
  query: z.strictObject({
    ...paging,
    cohortId: id.optional(),
    personId: id.optional(),
    state: enrolmentState.optional(),
    route: enrolmentRoute.optional(),
    search: line(100).optional().describe("Part of the person's name; case and accents apart"),
  }),
  status: 200,
  response: page(enrolment, "EnrolmentPage"),
  errors: [],
});

export const enrolmentCreate = route({
  method: "POST",
  path: "/enrolments",
  operationId: "enrolmentCreate",
  tag: "enrolments",
  summary: "Enrol a person in a cohort",
  description:
    "One live enrolment per person and cohort (A2). Headcount never exceeds capacity (A4); a VAE candidate takes no " +
    "seat, has no placement and 0 prescribed minutes unless said. By default the programme's hours are prescribed.",
  access: canEnrol,
  body: z.strictObject({
    personId: id,
    cohortId: id,
    route: enrolmentRoute,
    effectiveOn: civilDay.optional().describe("Default: today; not before registration opens"),
    prescribed: prescribed.optional(),
  }),
  example: {
    personId: "01890a5d-ac96-774b-bcce-b302099a8057",
    cohortId: "01890a5d-ac96-774b-bcce-b302099a8057",
    route: "fpc",
  },
  status: 201,
  response: enrolment,
  version: "tagged",
  errors: ["already_exists", "cohort_full", "illegal_move", "enrolment_invalid"],
});

export const enrolmentRead = route({
  method: "GET",
  path: "/enrolments/:enrolmentId",
  operationId: "enrolmentRead",
  tag: "enrolments",
  summary: "One enrolment",
  access: canRead,
  params,
  status: 200,
  response: enrolment,
  version: "tagged",
  errors: [],
});

export const enrolmentHistory = route({
  method: "GET",
  path: "/enrolments/:enrolmentId/events",
  operationId: "enrolmentHistory",
  tag: "enrolments",
  summary: "What happened to an enrolment, latest first",
  access: only(["admin", "referent"], "enrolments:read"),
  params,
  query: z.strictObject(paging),
  status: 200,
  response: page(enrolmentEvent, "EnrolmentEventPage"),
  errors: [],
});

export const enrolmentMove = route({
  method: "POST",
  path: "/enrolments/:enrolmentId/move",
  operationId: "enrolmentMove",
  tag: "enrolments",
  summary: "Move an enrolment to another state, on an effective day",
  description:
    "Legal moves come with the enrolment. The day may lie in the past, down to the move before. `completed` needs the " +
    "placement hours or a waiver (P1); `cancelled` is for before the start.",
  access: canEnrol,
  params,
  body: z.strictObject({
    to: enrolmentState,
    effectiveOn: civilDay.optional().describe("Default: today"),
    reason: paragraph(500).optional().describe("Needed to suspend, exclude, cancel or record a drop-out"),
  }),
  example: { to: "in_training", effectiveOn: "2017-05-16" },
  status: 200,
  response: enrolment,
  version: "accepted",
  errors: ["illegal_move", "enrolment_invalid", "placement_incomplete", "reason_required"],
});

export const enrolmentPrescribe = route({
  method: "PUT",
  path: "/enrolments/:enrolmentId/prescribed-hours",
  operationId: "enrolmentPrescribe",
  tag: "enrolments",
  summary: "Set the hours prescribed in each block",
  access: canPrescribe,
  params,
  body: z.strictObject({ prescribed, reason: paragraph(500) }),
  example: {
    prescribed: [
      { blockCode: "CCP1", minutes: 4620 },
      { blockCode: "CCP2", minutes: 6720 },
      { blockCode: "CCP3", minutes: 4620 },
    ],
    reason: "Positionnement du 2 mai",
  },
  status: 200,
  response: enrolment,
  version: "required",
  errors: ["enrolment_invalid", "illegal_move"],
});

export const placementWaive = route({
  method: "PUT",
  path: "/enrolments/:enrolmentId/placement-waiver",
  operationId: "placementWaive",
  tag: "enrolments",
  summary: "Waive the placement of somebody employed as a social mediator (P2)",
  description: "The employment must cover the whole training.",
  access: canPrescribe,
  params,
  body: z.strictObject(waiverFields),
  example: {
    employer: "Association Exemple",
    jobTitle: "Médiatrice sociale",
    employedFrom: "2016-09-01",
    employedUntil: null,
    proof: "Contrat de travail",
    proofSeenOn: "2017-05-02",
  },
  status: 200,
  response: enrolment,
  version: "required",
  errors: ["enrolment_invalid", "illegal_move"],
});

export const placementWaiverEnd = route({
  method: "POST",
  path: "/enrolments/:enrolmentId/placement-waiver/lapse",
  operationId: "placementWaiverEnd",
  tag: "enrolments",
  summary: "Let a waiver lapse because the job ended: the hours are due again (P2)",
  access: canPrescribe,
  params,
  body: z.strictObject({ endedOn: civilDay, reason: paragraph(500) }),
  example: { endedOn: "2017-10-01", reason: "Fin du contrat" },
  status: 200,
  response: enrolment,
  version: "required",
  errors: ["enrolment_invalid", "illegal_move"],
});
