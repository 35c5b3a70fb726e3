import { z } from "zod";
import { ability, id, line, page, paging } from "./common.ts";
import { only, route } from "./http.ts";

/** Metropolitan France, its departments of local law, or a department overseas. */
export const holidayZone = z
  .enum(["metropole", "alsace-moselle", "guadeloupe", "martinique", "guyane", "la-reunion", "mayotte"])
  .meta({ id: "HolidayZone" });
export type HolidayZone = z.infer<typeof holidayZone>;

const siteFields = {
  name: line(120),
  addressLines: z.array(line(120)).max(4),
  holidayZone: holidayZone.describe("Whose public holidays are kept there, and by the cohorts that learn there"),
};

/** A place where the provider teaches. */
export const site = z
  .object({ id, ...siteFields, version: z.int(), can: z.object({ update: ability }) })
  .meta({ id: "Site" });
export type Site = z.infer<typeof site>;

const params = z.strictObject({ siteId: id });
const canWrite = only(["admin", "referent"], "resources:write");

export const siteList = route({
  method: "GET",
  path: "/sites",
  operationId: "siteList",
  tag: "resources",
  summary: "Sites, by name",
  access: only(["admin", "referent", "trainer"], "resources:read"),
  query: z.strictObject(paging),
  status: 200,
  response: page(site, "SitePage"),
  errors: [],
});

export const siteCreate = route({
  method: "POST",
  path: "/sites",
  operationId: "siteCreate",
  tag: "resources",
  summary: "Add a site",
  access: canWrite,
  body: z.strictObject(siteFields).partial({ addressLines: true, holidayZone: true }),
  example: { name: "Maison de l’Exemple", addressLines: ["1 rue de l’Exemple", "00000 Exemple"] },
  status: 201,
  response: site,
  version: "tagged",
  errors: ["already_exists"],
});

export const siteUpdate = route({
  method: "PATCH",
  path: "/sites/:siteId",
  operationId: "siteUpdate",
  tag: "resources",
  summary: "Change a site's name, address or holidays",
  description: "Half-days left on a public holiday of the new zone stay and are named in the proof of their plan.",
  access: canWrite,
  params,
  body: z.strictObject(siteFields).partial(),
  example: { holidayZone: "alsace-moselle" },
  status: 200,
  response: site,
  version: "accepted",
  errors: ["already_exists"],
});
