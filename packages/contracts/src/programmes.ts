import { z } from "zod";
import { cents, civilDay, code, fault, id, page, paging, positiveMinutes } from "./common.ts";
import { only, route } from "./http.ts";
import { referenceImport } from "./reference-import.ts";

const readers = ["admin", "referent", "trainer", "trainee"] as const;
const canRead = only(readers, "programmes:read");

// ---- what is read -----------------------------------------------------------------------------------------------

export const competency = z
  .object({ id, code: z.string(), title: z.string(), wording: z.enum(["verified", "unverified"]) })
  .meta({ id: "Competency" });

export const titleVersion = z
  .object({
    id,
    code: z.string(),
    titleCode: z.string(),
    name: z.string(),
    order: z.string(),
    level: z.string(),
    rncpCode: z.string().nullable(),
    ministryCode: z.string().nullable(),
    nsfCode: z.string().nullable(),
    inForceFrom: civilDay,
    inForceTo: civilDay,
    version: z.int(),
  })
  .meta({ id: "TitleVersion" });
export type TitleVersion = z.infer<typeof titleVersion>;

export const competencyBlock = z
  .object({
    id,
    titleVersionId: id,
    titleVersionCode: z.string(),
    code: z.string(),
    title: z.string(),
    shortTitle: z.string(),
    position: z.int().describe("1 for the first"),
    competencies: z.array(competency),
    version: z.int(),
  })
  .meta({ id: "CompetencyBlock" });
export type CompetencyBlock = z.infer<typeof competencyBlock>;

export const tariff = z
  .object({
    id,
    code: z.string(),
    label: z.string(),
    product: z.enum(["application_fee", "training", "vae_coaching", "vae_top_up"]),
    funder: z.string().nullable(),
    amountCents: cents,
    maxAmountCents: cents.nullable(),
    minutes: positiveMinutes.nullable(),
    validFrom: civilDay,
    validTo: civilDay,
    isExample: z.boolean(),
  })
  .meta({ id: "Tariff" });

const programmeSummaryFields = {
  id,
  code: z.string(),
  name: z.string(),
  titleVersion,
  theoryMinutes: positiveMinutes,
  placementMinutes: z.int(),
  sessionCount: z.int(),
  daysPerSession: z.int(),
  examDayCount: z.int(),
  version: z.int(),
};

export const programmeSummary = z.object(programmeSummaryFields).meta({ id: "ProgrammeSummary" });
export type ProgrammeSummary = z.infer<typeof programmeSummary>;

export const programmeBlock = z
  .object({
    block: competencyBlock,
    minutes: positiveMinutes,
    position: z.int().describe("In teaching order, 1 for the first"),
    examHalfDays: z.int(),
  })
  .meta({ id: "ProgrammeBlock" });

export const programme = z
  .object({
    ...programmeSummaryFields,
    halfDayMinutes: positiveMinutes,
    am: z.object({ start: z.string(), end: z.string() }),
    pm: z.object({ start: z.string(), end: z.string() }),
    examDaysCountAsTraining: z.boolean(),
    minDaysBetweenSessions: z.int(),
    blocks: z.array(programmeBlock),
    tariffs: z.array(tariff),
    notes: z.array(z.string()),
  })
  .meta({ id: "Programme" });
export type Programme = z.infer<typeof programme>;

export const importResult = z
  .object({
    ok: z.boolean(),
    dryRun: z.boolean(),
    faults: z.array(fault),
    titleVersions: z.array(z.object({ code: z.string(), change: z.enum(["created", "updated", "unchanged"]) })),
    programmes: z.array(
      z.object({ id: id.nullable(), code: z.string(), change: z.enum(["created", "updated", "unchanged"]) }),
    ),
  })
  .meta({ id: "ImportResult" });
export type ImportResult = z.infer<typeof importResult>;

// ---- operations -------------------------------------------------------------------------------------------------

export const programmeImportRun = route({
  method: "POST",
  path: "/programmes/import",
  operationId: "programmeImportRun",
  tag: "programmes",
  summary: "Import title editions and programmes, all or nothing",
  description:
    "Checks rules R1 to R7 and reports every fault at once. With `dryRun` nothing is written and faults come with 200; " +
    "without it they come with 422. Importing the same document again changes nothing. What a cohort already uses " +
    "cannot change its blocks, hours or rhythm: give it a new code.",
  access: only(["admin", "referent"], "programmes:write"),
  query: z.strictObject({ dryRun: z.stringbool().default(false) }),
  body: referenceImport,
  checksBody: "command",
  status: 200,
  response: importResult,
  errors: ["reference_invalid"],
  bodyLimit: 2 * 1024 * 1024,
});

export const programmeList = route({
  method: "GET",
  path: "/programmes",
  operationId: "programmeList",
  tag: "programmes",
  summary: "The provider's programmes",
  description: "Ordered by name, then identifier.",
  access: canRead,
  query: z.strictObject({ ...paging, titleVersionCode: code.optional() }),
  status: 200,
  response: page(programmeSummary, "ProgrammePage"),
  errors: [],
});

export const programmeRead = route({
  method: "GET",
  path: "/programmes/:programmeId",
  operationId: "programmeRead",
  tag: "programmes",
  summary: "One programme: blocks, competencies, hours, rhythm, tariffs",
  access: canRead,
  params: z.strictObject({ programmeId: id }),
  status: 200,
  response: programme,
  version: "tagged",
  errors: [],
});

export const titleVersionList = route({
  method: "GET",
  path: "/title-versions",
  operationId: "titleVersionList",
  tag: "programmes",
  summary: "Editions of vocational titles",
  description: "Ordered by title, then first day in force.",
  access: canRead,
  query: z.strictObject({ ...paging, titleCode: code.optional(), inForceOn: civilDay.optional() }),
  status: 200,
  response: page(titleVersion, "TitleVersionPage"),
  errors: [],
});

export const titleVersionRead = route({
  method: "GET",
  path: "/title-versions/:titleVersionId",
  operationId: "titleVersionRead",
  tag: "programmes",
  summary: "One edition of a title",
  access: canRead,
  params: z.strictObject({ titleVersionId: id }),
  status: 200,
  response: titleVersion,
  version: "tagged",
  errors: [],
});

export const competencyBlockList = route({
  method: "GET",
  path: "/competency-blocks",
  operationId: "competencyBlockList",
  tag: "programmes",
  summary: "Competency blocks with their competencies",
  description: "Ordered by edition, then position.",
  access: canRead,
  query: z.strictObject({ ...paging, titleVersionCode: code.optional(), programmeId: id.optional() }),
  status: 200,
  response: page(competencyBlock, "CompetencyBlockPage"),
  errors: [],
});

export const competencyBlockRead = route({
  method: "GET",
  path: "/competency-blocks/:competencyBlockId",
  operationId: "competencyBlockRead",
  tag: "programmes",
  summary: "One competency block",
  access: canRead,
  params: z.strictObject({ competencyBlockId: id }),
  status: 200,
  response: competencyBlock,
  version: "tagged",
  errors: [],
});
