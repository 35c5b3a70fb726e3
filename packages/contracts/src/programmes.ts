import { z } from "zod";
import { broken, cents, civilDay, code, fault, id, line, page, paging, positiveMinutes } from "./common.ts";
import { only, route } from "./http.ts";

const readers = ["admin", "referent", "trainer", "trainee"] as const;
const canRead = only(readers, "programmes:read");

// ---- what is imported -------------------------------------------------------------------------------------------

const competencyImport = z.strictObject({
  code,
  title: line(300),
  wording: z.enum(["verified", "unverified"]).default("verified"),
});
const blockImport = z.strictObject({
  code,
  title: line(300),
  shortTitle: line(60),
  competencies: z.array(competencyImport).min(1).max(40),
});

/** One edition of a vocational title, as an arrêté defines it. */
export const titleVersionImport = z
  .strictObject({
    code: code.describe("This edition's key here, e.g. `MSADS-2017`"),
    titleCode: code.describe("The same for every edition of one title, e.g. `MSADS`"),
    name: line(200),
    order: line(200).describe("The arrêté that defines it"),
    level: line(20),
    rncpCode: z
      .string()
      .regex(/^RNCP\d{3,6}$/, broken("rncp_code"))
      .nullable(),
    ministryCode: line(20).nullable().describe("The State's own code of the title, e.g. `TP-00486`"),
    nsfCode: line(20).nullable(),
    inForceFrom: civilDay,
    inForceTo: civilDay.describe("Inclusive"),
    blocks: z.array(blockImport).min(1).max(20),
    replaces: z
      .strictObject({
        titleVersion: code,
        competencies: z.array(z.strictObject({ from: code, to: code })).max(200),
      })
      .nullable()
      .default(null)
      .describe("The edition before, and which of its competencies became which"),
  })
  .meta({ id: "TitleVersionImport" });

const tariffImport = z.strictObject({
  code,
  label: line(200),
  product: z.enum(["application_fee", "training", "vae_coaching", "vae_top_up"]),
  funder: line(60).nullable().default(null).describe("Null: whoever pays"),
  amountCents: cents,
  maxAmountCents: cents.nullable().default(null).describe("For a price that is a range"),
  minutes: positiveMinutes.nullable().default(null).describe("The hours the price is for"),
  validFrom: civilDay,
  validTo: civilDay.describe("Inclusive"),
  isExample: z.boolean().default(false),
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, broken("time_of_day"));
const halfDayTimes = z.strictObject({ start: timeOfDay, end: timeOfDay });

/** The provider's own way to teach an edition. */
export const programmeImport = z
  .strictObject({
    code,
    name: line(200),
    titleVersion: code,
    theoryMinutes: positiveMinutes,
    placementMinutes: z.int().min(0).max(1_000_000),
    blocks: z
      .array(
        z.strictObject({
          code,
          minutes: positiveMinutes,
          examHalfDays: z.int().min(0).max(100).default(0).describe("Exam half-days that feed this block"),
        }),
      )
      .min(1)
      .max(20)
      .describe("In teaching order"),
    sessionCount: z.int().min(1).max(60),
    daysPerSession: z.int().min(1).max(5),
    examDayCount: z.int().min(0).max(10),
    examDaysCountAsTraining: z.boolean(),
    minDaysBetweenSessions: z.int().min(0).max(60).default(14),
    am: halfDayTimes,
    pm: halfDayTimes,
    tariffs: z.array(tariffImport).max(50).default([]),
    notes: z.array(line(500)).max(20).default([]),
  })
  .meta({ id: "ProgrammeImportItem" });

/** Editions and programmes, imported together, all or nothing. */
export const referenceImport = z
  .strictObject({
    titleVersions: z.array(titleVersionImport).max(20).default([]),
    programmes: z.array(programmeImport).max(20).default([]),
  })
  .meta({ id: "ReferenceImport" });
export type ReferenceImport = z.infer<typeof referenceImport>;

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
  errors: ["reference_invalid", "in_use"],
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
