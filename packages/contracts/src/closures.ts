import { z } from "zod";
import { ability, broken, civilDay, id, line, page, paging } from "./common.ts";
import { only, route } from "./http.ts";

const closureFields = { from: civilDay, to: civilDay.describe("Inclusive"), label: line(120) };

/** Days on which the provider teaches nothing, in no cohort. */
export const closure = z
  .object({ id, ...closureFields, version: z.int(), can: z.object({ delete: ability }) })
  .meta({ id: "Closure" });
export type Closure = z.infer<typeof closure>;

export const closureList = route({
  method: "GET",
  path: "/closures",
  operationId: "closureList",
  tag: "closures",
  summary: "Closures, earliest first",
  access: only(["admin", "referent", "trainer"], "resources:read"),
  query: z.strictObject({
    ...paging,
    from: civilDay.optional().describe("Only those ending on or after"),
    to: civilDay.optional().describe("Only those beginning on or before"),
  }),
  status: 200,
  response: page(closure, "ClosurePage"),
  errors: [],
});

export const closureCreate = route({
  method: "POST",
  path: "/closures",
  operationId: "closureCreate",
  tag: "closures",
  summary: "Close the provider for some days",
  description: "Half-days already planned in them stay and are named in the proof of their plan.",
  access: only(["admin", "referent"], "resources:write"),
  body: z
    .strictObject(closureFields)
    .refine((closure) => closure.from <= closure.to, { ...broken("days_in_order"), path: ["to"] }),
  example: { from: "2017-08-01", to: "2017-08-31", label: "Fermeture d’été" },
  status: 201,
  response: closure,
  version: "tagged",
  errors: [],
});

export const closureDelete = route({
  method: "DELETE",
  path: "/closures/:closureId",
  operationId: "closureDelete",
  tag: "closures",
  summary: "Take a closure back",
  access: only(["admin", "referent"], "resources:write"),
  params: z.strictObject({ closureId: id }),
  status: 204,
  version: "accepted",
  errors: [],
});
