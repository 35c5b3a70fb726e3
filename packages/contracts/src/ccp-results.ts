import { z } from "zod";
import { ability, civilDay, id, page, paging, paragraph } from "./common.ts";
import { only, route } from "./http.ts";
import { personSummary } from "./people.ts";

/** Computed from results, never typed (E9). */
export const certificationState = z
  .enum(["no_ccp", "some_ccp", "all_ccp_without_title", "title"])
  .meta({ id: "CertificationState" });
export type CertificationState = z.infer<typeof certificationState>;

/** One decision on one block of an edition, or on the final interview when `blockCode` is null. */
export const ccpResult = z
  .object({
    id,
    enrolmentId: id,
    person: personSummary,
    titleVersionId: id,
    blockCode: z.string().nullable().describe("Null: the final interview"),
    obtained: z.boolean().describe("For the final interview: passed"),
    reason: z.string(),
    decidedOn: civilDay,
    publishedOn: civilDay.nullable().describe("Null while only staff sees it"),
    annulled: z
      .object({ on: civilDay, reason: z.string() })
      .nullable()
      .describe("The counter-entry of a wrong result, which stays readable (E11)"),
    version: z.int(),
    can: z.object({ publish: ability, annul: ability }),
  })
  .meta({ id: "CcpResult" });
export type CcpResult = z.infer<typeof ccpResult>;

const canRead = only(["admin", "referent", "trainee"], "ccp-results:read");
const canRecord = only(["admin", "referent"], "ccp-results:write");
const params = z.strictObject({ ccpResultId: id });

export const ccpResultList = route({
  method: "GET",
  path: "/ccp-results",
  operationId: "ccpResultList",
  tag: "ccp-results",
  summary: "Results, latest decided first",
  description: "A trainee is shown their own, once published.",
  access: canRead,
  query: z.strictObject({
    ...paging,
    cohortId: id.optional(),
    enrolmentId: id.optional(),
    personId: id.optional(),
  }),
  status: 200,
  response: page(ccpResult, "CcpResultPage"),
  errors: [],
});

export const ccpResultRecord = route({
  method: "POST",
  path: "/ccp-results",
  operationId: "ccpResultRecord",
  tag: "ccp-results",
  summary: "Record a result decided on paper",
  description:
    "`blockCode` is a block of the enrolment's edition, or null for the final interview. A CCP already held is not sat " +
    "again (E11); a final interview is passed only with every CCP held (E9).",
  access: canRecord,
  body: z.strictObject({
    enrolmentId: id,
    blockCode: z.string().max(40).nullable(),
    obtained: z.boolean(),
    reason: paragraph(1000),
    decidedOn: civilDay,
  }),
  example: {
    enrolmentId: "01890a5d-ac96-774b-bcce-b302099a8057",
    blockCode: "CCP1",
    obtained: true,
    reason: "Diagnostic de territoire solide, réseau bien décrit",
    decidedOn: "2018-03-06",
  },
  status: 201,
  response: ccpResult,
  version: "tagged",
  errors: ["ccp_already_held", "ccp_result_invalid", "illegal_move"],
});

export const ccpResultRead = route({
  method: "GET",
  path: "/ccp-results/:ccpResultId",
  operationId: "ccpResultRead",
  tag: "ccp-results",
  summary: "One result",
  access: canRead,
  params,
  status: 200,
  response: ccpResult,
  version: "tagged",
  errors: [],
});

export const ccpResultPublish = route({
  method: "POST",
  path: "/ccp-results/:ccpResultId/publish",
  operationId: "ccpResultPublish",
  tag: "ccp-results",
  summary: "Publish a result: its person sees it and is told by mail",
  access: canRecord,
  params,
  status: 200,
  response: ccpResult,
  version: "required",
  errors: ["illegal_move"],
});

export const ccpResultAnnul = route({
  method: "POST",
  path: "/ccp-results/:ccpResultId/annul",
  operationId: "ccpResultAnnul",
  tag: "ccp-results",
  summary: "Annul a wrong result by a counter-entry, with its reason",
  description: "Both stay readable; the person is told if the result was published.",
  access: canRecord,
  params,
  body: z.strictObject({ reason: paragraph(500) }),
  example: { reason: "Saisi pour une autre personne" },
  status: 200,
  response: ccpResult,
  version: "required",
  errors: ["illegal_move"],
});
