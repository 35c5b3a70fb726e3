import { halfDayCancel, sessionMove } from "@passerelle/contracts/sessions";
import { planPublish } from "@passerelle/contracts/publications";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftsOf } from "../plans/draft.ts";
import { planHistories, planRevision, planRevisions } from "./plan-history.queries.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

const headers = { "if-match": "*" };

/** A plan whose third session moves in version 2, and loses a half-day in version 3. */
async function threeVersions() {
  const plan = await aPlannedCohort(app.ctx);
  const { cohortId } = plan;
  const session = plan.sessions[2];
  const halfDayId = session?.halfDays[0]?.id ?? "";
  const days = ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"];
  await referent(sessionMove, { params: { sessionId: session?.id ?? "" }, body: { days }, headers });
  await referent(planPublish, { params: { cohortId }, body: {}, headers });
  await referent(halfDayCancel, { params: { halfDayId }, body: { reason: "Salle inondée" }, headers });
  await referent(planPublish, { params: { cohortId }, body: { gapReason: "Motif d’exemple" }, headers });
  return { cohortId, halfDayId };
}

test("a version is read as it was published, with the codes of what is worked on, whatever came after", async () => {
  const { cohortId, halfDayId } = await threeVersions();
  const history = (await planHistories(app.ctx, new Map([[cohortId, 3]]))).get(cohortId);
  const of = (number: number) => history?.halfDaysOf(number).find(({ id }) => id === halfDayId);
  expect([0, 1, 2, 3].map((number) => history?.halfDaysOf(number).length)).toEqual([0, 76, 76, 76]);
  expect([1, 2, 3].map((number) => of(number)?.day)).toEqual(["2017-07-17", "2017-07-03", "2017-07-03"]);
  expect([1, 2, 3].map((number) => of(number)?.state)).toEqual(["planned", "planned", "cancelled"]);
  expect(of(1)).toMatchObject({ blockCode: expect.stringMatching(/^CCP\d$/) });
  const taught = history?.halfDaysOf(1).filter(({ competencyIds }) => competencyIds.length > 0) ?? [];
  expect(taught.every((row) => row.competencyCodes.length === row.competencyIds.length)).toBe(true);
});

test("the latest version is the published plan, and nothing of a draft is in it", async () => {
  const { cohortId } = await threeVersions();
  const draft = (await draftsOf(app.ctx, [cohortId])).get(cohortId);
  const latest = (await planHistories(app.ctx, new Map([[cohortId, 3]]))).get(cohortId)?.halfDaysOf(3) ?? [];
  const inOrder = <Row extends { id: string }>(rows: readonly Row[]) => rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const rows = inOrder(latest).map(({ blockCode: _block, competencyCodes: _competencies, ...row }) => row);
  expect(rows).toEqual(inOrder(draft?.published.halfDays ?? []));
});

test("cohorts are read at once, each up to its own number", async () => {
  const [one, other] = [await threeVersions(), await threeVersions()];
  const upTo = new Map([
    [one.cohortId, 1],
    [other.cohortId, 3],
  ]);
  const histories = await planHistories(app.ctx, upTo);
  expect(histories.get(one.cohortId)?.halfDaysOf(3)).toEqual(histories.get(one.cohortId)?.halfDaysOf(1));
  const ids = (cohortId: string) =>
    histories
      .get(cohortId)
      ?.halfDaysOf(3)
      .map(({ id }) => id);
  expect(ids(one.cohortId)).not.toContain(other.halfDayId);
  expect(ids(other.cohortId)).toContain(other.halfDayId);
  for (const revision of await planRevisions(app.ctx, upTo)) planRevision.parse(revision);
});
