import { z } from "zod";
import { ability, civilDay, code, id, line, page, paging, paragraph } from "./common.ts";
import { only, route } from "./http.ts";
import { programmeSummary } from "./programmes.ts";
import { holidayZone } from "./sites.ts";
import { cohortState } from "./states.ts";

const cohortFields = {
  name: line(120),
  registrationOpensOn: civilDay,
  registrationClosesOn: civilDay.describe("Inclusive"),
  startsOn: civilDay.describe("First day of the training; half-days before it are named in the plan’s proof"),
  endsOn: civilDay.describe("Last day of the training; half-days after it are named in the plan’s proof"),
  capacity: z.int().min(1).max(500),
};

export const cohort = z
  .object({
    id,
    code: z.string(),
    ...cohortFields,
    programme: programmeSummary,
    site: z
      .object({ id, name: z.string() })
      .nullable()
      .describe("Where it learns: its rooms come first, its holidays are kept"),
    holidayZone: holidayZone.describe("The site’s, or metropolitan France without one"),
    state: cohortState,
    cancelledReason: z.string().nullable(),
    plan: z
      .object({
        sessions: z.int(),
        halfDays: z.int(),
        dueMinutes: z.int(),
        plannedMinutes: z.int(),
        firstDay: civilDay.nullable(),
        lastDay: civilDay.nullable(),
      })
      .describe("The plan in a line; sessions is 0 while none is adopted"),
    version: z.int(),
    can: z.object({ update: ability, cancel: ability, plan: ability }),
  })
  .meta({ id: "Cohort" });
export type Cohort = z.infer<typeof cohort>;

const readers = ["admin", "referent", "trainer", "examiner", "trainee"] as const;
const canRead = only(readers, "cohorts:read");
const canWrite = only(["admin", "referent"], "cohorts:write");
const params = z.strictObject({ cohortId: id });

export const cohortList = route({
  method: "GET",
  path: "/cohorts",
  operationId: "cohortList",
  tag: "cohorts",
  summary: "Cohorts",
  access: canRead,
  query: z.strictObject({
    ...paging,
    state: cohortState.optional(),
    programmeId: id.optional(),
    search: line(100).optional().describe("Part of the name or code"),
    sort: z.enum(["-startsOn", "startsOn", "name"]).default("-startsOn").describe("A dash sorts the latest first"),
  }),
  status: 200,
  response: page(cohort, "CohortPage"),
  errors: [],
});

export const cohortCreate = route({
  method: "POST",
  path: "/cohorts",
  operationId: "cohortCreate",
  tag: "cohorts",
  summary: "Create a cohort",
  description: "It starts while the edition is in force (R3).",
  access: canWrite,
  body: z.strictObject({ code, programmeId: id, ...cohortFields, siteId: id.nullable().optional() }),
  example: {
    code: "MSADS-2017",
    programmeId: "01890a5d-ac96-774b-bcce-b302099a8057",
    name: "Promotion 2017-2018",
    registrationOpensOn: "2017-01-01",
    registrationClosesOn: "2017-04-30",
    startsOn: "2017-05-16",
    endsOn: "2018-03-31",
    capacity: 12,
  },
  status: 201,
  response: cohort,
  version: "tagged",
  errors: ["cohort_invalid", "already_exists"],
});

export const cohortRead = route({
  method: "GET",
  path: "/cohorts/:cohortId",
  operationId: "cohortRead",
  tag: "cohorts",
  summary: "One cohort",
  access: canRead,
  params,
  status: 200,
  response: cohort,
  version: "tagged",
  errors: [],
});

export const cohortUpdate = route({
  method: "PATCH",
  path: "/cohorts/:cohortId",
  operationId: "cohortUpdate",
  tag: "cohorts",
  summary: "Change a cohort's name, dates or capacity",
  description:
    "Half-days left outside new dates are named in the plan’s proof. The programme cannot change, nor the capacity go " +
    "below the seats taken (A4).",
  access: canWrite,
  params,
  body: z.strictObject({ ...cohortFields, siteId: id.nullable() }).partial(),
  example: { capacity: 14 },
  status: 200,
  response: cohort,
  version: "accepted",
  errors: ["cohort_invalid", "illegal_move", "cohort_full"],
});

export const cohortCancel = route({
  method: "POST",
  path: "/cohorts/:cohortId/cancel",
  operationId: "cohortCancel",
  tag: "cohorts",
  summary: "Cancel a cohort, with a reason",
  description:
    "Its planned half-days are cancelled with it, and the enrolments that have not started. Half-days already held and " +
    "people who started forbid it.",
  access: canWrite,
  params,
  body: z.strictObject({ reason: paragraph(500) }),
  example: { reason: "Pas assez d’inscriptions" },
  status: 200,
  response: cohort,
  version: "accepted",
  errors: ["illegal_move"],
});
