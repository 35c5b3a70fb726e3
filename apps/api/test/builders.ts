import { readFileSync } from "node:fs";
import type { Cohort } from "@passerelle/contracts/cohorts";
import type { Plan } from "@passerelle/contracts/plans";
import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import type { Ctx } from "../src/core/ctx.ts";
import { createCohort } from "../src/modules/cohorts/create-cohort.ts";
import { adoptPlan } from "../src/modules/plans/adopt-plan.ts";
import { proposePlan } from "../src/modules/plans/propose-plan.ts";
import { publishPlan } from "../src/modules/publications/publish-plan.ts";
import { importReference } from "../src/modules/programmes/import-reference.ts";

/** The real reference document, fresh for each test to change. */
export function msads(): ReferenceImport {
  const file = new URL("../../../prisma/reference/msads.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as ReferenceImport; // as: checked by its own import
}

/** The MSADS programme of 2017, stored. */
export async function aProgramme(ctx: Ctx): Promise<string> {
  const { programmes } = await importReference(ctx, msads(), false);
  return programmes.find(({ code }) => code === "MSADS-2017")?.id ?? "";
}

export const cohortBody = {
  name: "Promotion 2017-2018",
  registrationOpensOn: "2017-01-01",
  registrationClosesOn: "2017-04-30",
  startsOn: "2017-05-16",
  endsOn: "2018-03-31",
  capacity: 12,
};

/** The page's own cohort, without a plan. */
export async function aCohort(ctx: Ctx, overrides: Partial<typeof cohortBody> = {}): Promise<Cohort> {
  const programmeId = await aProgramme(ctx);
  return createCohort(ctx, { ...cohortBody, ...overrides, programmeId, code: crypto.randomUUID() });
}

/** The same with the plan proposed for it, adopted and published. */
export async function aPlannedCohort(ctx: Ctx): Promise<Plan> {
  const { id, version } = await aCohort(ctx);
  const { plan } = await proposePlan(ctx, id, { skipMonths: ["2017-08"], closures: [] });
  const { planVersion } = await adoptPlan(ctx, id, plan, version);
  return publishPlan(ctx, id, {}, planVersion);
}
