import { cohortCancel } from "@passerelle/contracts/cohorts";
import { cohortTimetableRead, trainerTimetableRead } from "@passerelle/contracts/documents";
import type { Plan } from "@passerelle/contracts/plans";
import { planPublish } from "@passerelle/contracts/publications";
import { halfDayCancel } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { readPdf } from "../../../test/pdf.ts";
import { aTrainer } from "../../../test/resources.ts";
import { publishEdit } from "../../../test/timetables.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

const headers = { "if-match": "*" };

async function timetableOf(cohortId: string) {
  const { bytes } = await referent(cohortTimetableRead, { params: { cohortId } });
  return readPdf(bytes);
}

async function cancel({ cohortId }: Plan, halfDayId: string, body: object): Promise<void> {
  const cancelled = await referent(halfDayCancel, { params: { halfDayId }, body, headers });
  expect(cancelled).toMatchObject({ status: 200 });
  const publish = { params: { cohortId }, body: { gapReason: "Motif d’exemple" }, headers };
  expect(await referent(planPublish, publish)).toMatchObject({ status: 200 });
}

test("a cancelled half-day stays with its reason and what is held instead, and counts for nothing", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const halfDayId = plan.sessions[0]?.halfDays[0]?.id ?? "";
  await cancel(plan, halfDayId, { reason: "salle inondée", replacement: { day: "2017-05-22", slot: "am" } });
  const { rows } = await timetableOf(plan.cohortId);
  expect(rows[0]?.join(" | ")).toMatch(/CCP1 .* Annulée : salle inondée Remplacée le lundi 22 mai, matin/);
  const instead = rows.find((cells) => cells[0]?.startsWith("lun. 22"));
  expect(instead?.join(" | ")).toMatch(/CCP1 .* Remplace le mardi 16 mai, matin/);
  expect(rows.at(-1)).toEqual(["Total", "76", "266 h"]);
});

test("a cohort that is cancelled says so, and why", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const body = { reason: "trop peu d’inscrits" };
  const answer = await referent(cohortCancel, { params: { cohortId: plan.cohortId }, body, headers });
  expect(answer).toMatchObject({ status: 200 });
  expect((await timetableOf(plan.cohortId)).text).toContain("Promotion annulée : trop peu d’inscrits");
});

test("a cohort without a plan says that none is published", async () => {
  const { text, rows } = await timetableOf((await aCohort(app.ctx)).id);
  expect(text).toContain("Planning non publié");
  expect(text).toContain("Aucune demi-journée n’est publiée sur cette période.");
  expect(rows).toEqual([]);
});

test("a timetable over several plans names the version of each, and the hours of each", async () => {
  const { id: trainerId } = await aTrainer(app.ctx);
  for (const at of ["2017-05-10T08:00:00Z", "2017-05-11T08:00:00Z"]) {
    const plan = await aPlannedCohort(app.ctx);
    const index = at.startsWith("2017-05-10") ? 0 : 1;
    const taught = plan.sessions[index]?.halfDays.slice(0, 2 + index) ?? [];
    const edits = taught.map(({ id }) => ({ id, trainerId }));
    await publishEdit({ app, referent, at }, plan.cohortId, edits);
  }
  const { bytes } = await referent(trainerTimetableRead, { params: { trainerId } });
  const { text, rows } = await readPdf(bytes);
  expect(text).toContain("Plannings : 11 mai 2017");
  expect(text).toContain("planning publié, version 2 du 11 mai 2017");
  expect(text).toContain("planning publié, version 2 du 10 mai 2017");
  expect(rows.slice(-3).map((cells) => cells.slice(-2))).toEqual([
    ["2", "7 h"],
    ["3", "10 h 30"],
    ["5", "17 h 30"],
  ]);
});
