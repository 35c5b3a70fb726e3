import { z } from "zod";

/**
 * The shapes that are worth a sentence of their own: a schema names its rule as its error, and the API words it in the
 * caller's language.
 */
export type ShapeRule =
  | "activity_number"
  | "birth_years"
  | "code"
  | "days_in_order"
  | "iso_week"
  | "of_a_trainer_or_a_room"
  | "one_line"
  | "person_known_or_new"
  | "person_name"
  | "phone"
  | "plain_text"
  | "postcode"
  | "rncp_code"
  | "siret"
  | "time_of_day"
  | "year_month"
  | "years_covered";

/** The `error` of a schema that breaks this rule. */
export function broken(rule: ShapeRule): { error: ShapeRule } {
  return { error: rule };
}

/** A stored row's identifier. */
export const id = z.uuid().toLowerCase().meta({ id: "Id", description: "UUID, in small letters or capitals" });

/** A civil day in Europe/Paris, between 2000 and 2099 (G4). */
export const civilDay = z.iso
  .date()
  .refine((day) => day >= "2000-01-01" && day <= "2099-12-31", broken("years_covered"))
  .meta({ id: "CivilDay", description: "A civil day in Europe/Paris, `YYYY-MM-DD`", examples: ["2017-05-16"] });

export const yearMonth = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, broken("year_month"))
  .meta({ id: "YearMonth", description: "A month, `YYYY-MM`", examples: ["2017-08"] });

/** A birth date: whoever learns or teaches here was born since 1920 (G4). */
export const birthDate = z.iso
  .date()
  .refine((day) => day >= "1920-01-01" && day <= "2099-12-31", broken("birth_years"))
  .meta({ id: "BirthDate", description: "A civil day, `YYYY-MM-DD`, since 1920", examples: ["1990-05-03"] });

/** An ISO week of 2000 to 2099; the 53rd only in the years that have one (P4). */
export const isoWeek = z
  .string()
  .regex(/^20\d{2}-W(0[1-9]|[1-4]\d|5[0-3])$/, { ...broken("iso_week"), abort: true })
  .refine((week) => !week.endsWith("W53") || isLongYear(Number(week.slice(0, 4))), broken("iso_week"))
  .meta({ id: "IsoWeek", description: "An ISO 8601 week, `YYYY-Www`", examples: ["2017-W24"] });

/** A year has 53 weeks when it begins or ends on a Thursday. */
function isLongYear(year: number): boolean {
  return [1, 31].some((day, end) => new Date(Date.UTC(year, end === 0 ? 0 : 11, day)).getUTCDay() === 4);
}

/** An instant, `…Z` on the wire and a `Date` in code. */
export const instant = z
  .codec(z.iso.datetime(), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => date.toISOString(),
  })
  .meta({ id: "Instant", description: "An instant in UTC, RFC 3339", examples: ["2017-05-16T07:00:00.000Z"] });

export const wholeMinutes = z.int().min(0).max(1_000_000).describe("Minutes, whole");
export const positiveMinutes = z.int().min(1).max(1_000_000).describe("Minutes, whole and above zero (R5)");
export const cents = z.int().min(0).max(2_000_000_000).describe("Euro cents, whole (R7)");

/** Text a person typed: trimmed, one line, no control characters. */
export function line(maximum: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, broken("one_line"));
}

/** Text of several lines, such as a reason. */
export function paragraph(maximum: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(maximum)
    .regex(/^[^\p{Cc}\p{Cs}]*(?:[\n\r\t][^\p{Cc}\p{Cs}]*)*$/u, broken("plain_text"));
}

/** A person's name: letters with their accents, apostrophes, hyphens, full stops and spaces; one letter is a name (G5). */
export const personName = z
  .string()
  .trim()
  .min(1, { abort: true })
  .max(100)
  .regex(/^[\p{L}][\p{L}\p{M}'’.\-‐‑– ]*$/u, broken("person_name"))
  .meta({ id: "PersonName", examples: ["N’Guyen–Éloïse"] });

export const phone = z
  .string()
  .trim()
  .regex(/^\+?[0-9][0-9 .]{7,18}$/, broken("phone"))
  .meta({ id: "Phone", examples: ["04 00 00 00 00"] });

/** A French postcode (G5). */
export const postcode = z
  .string()
  .trim()
  .regex(/^\d{5}$/, broken("postcode"))
  .meta({ id: "Postcode", examples: ["34000"] });

/** The key of a block, competency or programme inside its edition. */
export const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/, broken("code"))
  .meta({ id: "Code", examples: ["CCP1"] });

export const email = z
  .email()
  .max(254)
  .meta({ id: "Email", examples: ["camille@exemple.test"] });

/** Whether the caller may do something to the row it came with, and if not, the error they would get. */
export const ability = z
  .discriminatedUnion("allowed", [
    z.object({ allowed: z.literal(true) }),
    z.object({ allowed: z.literal(false), code: z.string() }),
  ])
  .meta({ id: "Ability" });
export type Ability = z.infer<typeof ability>;

/** The query parameters of every list. */
export const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional().describe("`nextCursor` of the page before"),
};

/** `{ items, nextCursor }`; `nextCursor` is null on the last page. */
export function page<T extends z.ZodType>(item: T, name: string) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id: name });
}

/** One thing wrong with a request; every fault is reported at once. */
export const fault = z
  .object({
    pointer: z.string().describe("JSON Pointer into the body, or `query/…`, `path/…`, `header/…`"),
    code: z.string(),
    detail: z.string(),
    facts: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: "Fault" });
export type Fault = z.infer<typeof fault>;

/** RFC 9457 problem document. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(fault).optional(),
    facts: z
      .record(z.string(), z.unknown())
      .optional()
      .describe("What is needed to act: conflicting rows, legal moves, the current state"),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof problem>;
