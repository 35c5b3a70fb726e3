import { z } from "zod";
import { ability, birthDate, email, id, line, page, paging, personName, phone, postcode } from "./common.ts";
import { only, route } from "./http.ts";

/** Who somebody is, in short: what other rows carry of a person. */
export const personSummary = z
  .object({ id, givenName: z.string(), usualName: z.string(), birthDate: birthDate.nullable() })
  .meta({ id: "PersonSummary" });
export type PersonSummary = z.infer<typeof personSummary>;

const contacts = {
  email: email.nullable(),
  phone: phone.nullable(),
  postcode: postcode.nullable(),
  city: line(100).nullable(),
};

export const person = z
  .object({
    ...personSummary.shape,
    birthName: z.string().nullable().describe("Null for staff known only by their account"),
    birthPlace: z.string().nullable(),
    ...contacts,
    userId: id.nullable().describe("Their account, if they have one"),
    version: z.int(),
    can: z.object({ update: ability, invite: ability }),
  })
  .meta({ id: "Person" });
export type Person = z.infer<typeof person>;

/** A new person may bear the name of others: they are named, and nothing is refused (A2). */
export const createdPerson = person.extend({ sameName: z.array(personSummary) }).meta({ id: "CreatedPerson" });

const personFields = {
  birthName: personName,
  givenName: personName,
  usualName: personName.describe("The name used every day; the birth name when there is no other"),
  birthDate,
  birthPlace: line(100).nullable(),
  ...contacts,
};

const canRead = only(["admin", "referent", "trainee"], "people:read");
const canWrite = only(["admin"], "people:write");
const params = z.strictObject({ personId: id });

export const personList = route({
  method: "GET",
  path: "/people",
  operationId: "personList",
  tag: "people",
  summary: "People by name",
  access: canRead,
  query: z.strictObject({
    ...paging,
    search: line(100).optional().describe("Part of a name or e-mail address; case and accents apart"),
  }),
  status: 200,
  response: page(person, "PersonPage"),
  errors: [],
});

export const personCreate = route({
  method: "POST",
  path: "/people",
  operationId: "personCreate",
  tag: "people",
  summary: "Add a person",
  description:
    "The same birth name, given name and birth date, case and accents apart, is the same person (A2): 409 " +
    "`already_exists` with their `personId`. The same name alone only warns, in `sameName`.",
  access: canWrite,
  body: z
    .strictObject(personFields)
    .partial({ usualName: true, birthPlace: true, email: true, phone: true, postcode: true, city: true }),
  example: { birthName: "Exemple", givenName: "Éloïse", birthDate: "1990-05-03", email: "eloise@exemple.test" },
  status: 201,
  response: createdPerson,
  version: "tagged",
  errors: ["already_exists", "person_invalid"],
});

export const personRead = route({
  method: "GET",
  path: "/people/:personId",
  operationId: "personRead",
  tag: "people",
  summary: "One person",
  access: canRead,
  params,
  status: 200,
  response: person,
  version: "tagged",
  errors: [],
});

export const personUpdate = route({
  method: "PATCH",
  path: "/people/:personId",
  operationId: "personUpdate",
  tag: "people",
  summary: "Correct a person's names, birth or contacts",
  access: canWrite,
  params,
  body: z.strictObject(personFields).partial(),
  example: { phone: "04 00 00 00 00" },
  status: 200,
  response: person,
  version: "accepted",
  errors: ["already_exists", "person_invalid"],
});
