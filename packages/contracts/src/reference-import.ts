import { z } from "zod";
import { broken, cents, civilDay, code, line, positiveMinutes } from "./common.ts";

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
