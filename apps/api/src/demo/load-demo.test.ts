import { cohortList } from "@passerelle/contracts/cohorts";
import { planRead } from "@passerelle/contracts/plans";
import { afterEach, beforeEach, expect, test } from "vitest";
import { msads } from "../../test/builders.ts";
import { startApp, type TestApp } from "../../test/client.ts";
import { importReference } from "../modules/programmes/import-reference.ts";
import { runningCohort } from "./cohorts.ts";
import { loadDemo } from "./load-demo.ts";

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

test.each(["2026-03-10", "2026-11-23", "2027-01-01", "2031-06-15", "2044-02-29"])(
  "loaded on %s, both cohorts have an exact plan with nothing to see, inside their edition",
  async (day) => {
    app.setNow(`${day}T09:00:00Z`);
    await importReference(app.ctx, msads(), false);
    expect(await loadDemo(app.ctx)).toBe(true);
    const referent = await app.as("referent");
    const { body } = await referent(cohortList, { query: { sort: "startsOn" } });
    expect(body.items.map(({ name }: { name: string }) => name)).toContain("Promotion 2017-2018");
    expect(body.items).toHaveLength(2);
    for (const cohort of body.items) {
      const { body: plan } = await referent(planRead, { params: { cohortId: cohort.id } });
      expect(plan.proof).toMatchObject({ exact: true, findings: [], counts: { sessions: 9, halfDays: 76 } });
      expect(cohort.plan.firstDay >= cohort.programme.titleVersion.inForceFrom).toBe(true);
      expect(cohort.plan.lastDay <= cohort.programme.titleVersion.inForceTo).toBe(true);
    }
  },
);

test("the page's own cohort is as the page says", async () => {
  await importReference(app.ctx, msads(), false);
  await loadDemo(app.ctx);
  const { body } = await (await app.as("referent"))(cohortList, { query: { search: "2017-2018" } });
  expect(body.items[0]).toMatchObject({
    registrationOpensOn: "2017-01-01",
    registrationClosesOn: "2017-04-30",
    startsOn: "2017-05-16",
    plan: { firstDay: "2017-05-16", lastDay: "2018-03-06", plannedMinutes: 266 * 60 },
  });
});

test("loading again changes nothing", async () => {
  await importReference(app.ctx, msads(), false);
  await loadDemo(app.ctx);
  expect(await loadDemo(app.ctx)).toBe(false);
  expect(await app.database.prisma.cohort.count()).toBe(2);
});

test("the cohort in progress began months before its day, as far as the edition allows", () => {
  expect(runningCohort("2026-03-10").startsOn).toBe("2025-10-01");
  expect(runningCohort("2040-01-01").startsOn).toBe("2026-06-01");
});
