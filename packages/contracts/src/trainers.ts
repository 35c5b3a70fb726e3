import { z } from "zod";
import { ability, broken, civilDay, email, id, line, page, paging, personName } from "./common.ts";
import { only, route } from "./http.ts";

/** A competency a trainer teaches, with its block and edition. */
const taught = z
  .object({
    id,
    code: z.string(),
    title: z.string(),
    blockId: id,
    blockCode: z.string(),
    blockTitle: z.string().describe("The short one"),
    blockPosition: z.int().describe("In its edition, 1 for the first"),
    titleVersionCode: z.string(),
  })
  .meta({ id: "TaughtCompetency" });

export const trainer = z
  .object({
    id,
    personId: id,
    name: z.string().describe("Given and usual name"),
    email: z.string().nullable(),
    hasAccount: z.boolean(),
    competencies: z.array(taught).describe("In the order of their editions; a whole block is all of its competencies"),
    retiredOn: civilDay.nullable().describe("The first day on which they no longer teach here"),
    version: z.int(),
    can: z.object({ update: ability, declareUnavailability: ability }),
  })
  .meta({ id: "Trainer" });
export type Trainer = z.infer<typeof trainer>;

const params = z.strictObject({ trainerId: id });
const competencyIds = z.array(id).max(200);
const canRead = only(["admin", "referent", "trainer"], "resources:read");
const canWrite = only(["admin", "referent"], "resources:write");

/** Of somebody new, the names still missing; of somebody known, what is theirs already. */
function namesAtFault(person: { personId?: string; givenName?: string; usualName?: string; email?: string }) {
  if (person.personId === undefined) {
    return (["givenName", "usualName"] as const).filter((field) => person[field] === undefined);
  }
  return (["givenName", "usualName", "email"] as const).filter((field) => person[field] !== undefined);
}

export const trainerList = route({
  method: "GET",
  path: "/trainers",
  operationId: "trainerList",
  tag: "resources",
  summary: "Trainers, by name; a trainer sees themselves",
  access: canRead,
  query: z.strictObject({
    ...paging,
    blockId: id.optional().describe("Only those who teach a competency of this block"),
    search: line(100).optional().describe("Part of the name, case and accents apart"),
    retired: z.enum(["without", "with"]).default("without").describe("Whether those who left are listed"),
  }),
  status: 200,
  response: page(trainer, "TrainerPage"),
  errors: [],
});

export const trainerRead = route({
  method: "GET",
  path: "/trainers/:trainerId",
  operationId: "trainerRead",
  tag: "resources",
  summary: "One trainer",
  access: canRead,
  params,
  status: 200,
  response: trainer,
  version: "tagged",
  errors: [],
});

export const trainerCreate = route({
  method: "POST",
  path: "/trainers",
  operationId: "trainerCreate",
  tag: "resources",
  summary: "Make a person a trainer",
  description:
    "Either `personId`, somebody already known (an account's person too), or `givenName` and `usualName` of somebody new.",
  access: canWrite,
  body: z
    .strictObject({
      personId: id.optional(),
      givenName: personName.optional(),
      usualName: personName.optional(),
      email: email.optional(),
      competencyIds: competencyIds.default([]),
    })
    .check(({ value, issues }) => {
      for (const field of namesAtFault(value)) {
        issues.push({ code: "custom", input: value, path: [field], message: broken("person_known_or_new").error });
      }
    }),
  example: { givenName: "Dominique", usualName: "Exemple", competencyIds: [] },
  status: 201,
  response: trainer,
  version: "tagged",
  errors: ["resource_invalid", "already_exists"],
});

export const trainerUpdate = route({
  method: "PATCH",
  path: "/trainers/:trainerId",
  operationId: "trainerUpdate",
  tag: "resources",
  summary: "Change what a trainer teaches, or say from when they no longer do",
  description: "Half-days already planned with them stay, and are named in the proof of their plan.",
  access: canWrite,
  params,
  body: z.strictObject({ competencyIds, retiredOn: civilDay.nullable() }).partial(),
  example: { retiredOn: "2018-07-01" },
  status: 200,
  response: trainer,
  version: "accepted",
  errors: ["resource_invalid"],
});
