import { cohortCancel, cohortList, cohortRead, cohortUpdate } from "@passerelle/contracts/cohorts";
import { planAdopt, planRead, type Plan } from "@passerelle/contracts/plans";
import {
  competencyBlockList,
  competencyBlockRead,
  programmeList,
  programmeRead,
  titleVersionList,
  titleVersionRead,
} from "@passerelle/contracts/programmes";
import {
  halfDayCancel,
  halfDayList,
  halfDayRead,
  sessionList,
  sessionMove,
  sessionRead,
} from "@passerelle/contracts/sessions";
import type { Contract } from "@passerelle/contracts/http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainee, type EnrolmentWish } from "../../../test/people.ts";

let app: TestApp;
let mine: Plan;
let other: Plan;
let trainee: Client;
let enrolmentId: string;
beforeAll(async () => {
  app = await startApp();
  [mine, other] = [await aPlannedCohort(app.ctx), await aPlannedCohort(app.ctx)];
  ({ client: trainee, enrolmentId } = await aTrainee(app, mine.cohortId));
});
afterAll(() => app.close());

const denied = { allowed: false, code: "not_allowed" };
const ids = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id);
const addressesOf = ({ cohortId, sessions }: Plan) => ({
  cohortId,
  sessionId: sessions[0]?.id ?? "",
  halfDayId: sessions[0]?.halfDays[0]?.id ?? "",
});

test.each<[string, Contract]>([
  ["cohort", cohortRead],
  ["plan", planRead],
  ["session", sessionRead],
  ["half-day", halfDayRead],
])("G1: a trainee reads the %s of their own cohort, and another's is not there", async (_name, contract) => {
  expect((await trainee(contract, { params: addressesOf(mine) })).status).toBe(200);
  expect((await trainee(contract, { params: addressesOf(other) })).status).toBe(404);
});

test("G1: their lists hold their own cohort's rows and no other", async () => {
  expect(ids(await trainee(cohortList))).toEqual([mine.cohortId]);
  const sessions = await trainee(sessionList, { query: { limit: "200" } });
  expect(ids(sessions).toSorted()).toEqual(mine.sessions.map(({ id }) => id).toSorted());
  expect(ids(await trainee(sessionList, { query: { cohortId: other.cohortId } }))).toEqual([]);
  // The other cohort's sessions fall on the same days: they neither fill a page nor cut it short.
  const first = await trainee(sessionList, { query: { limit: "5" } });
  const rest = await trainee(sessionList, { query: { limit: "5", cursor: first.body.nextCursor } });
  expect([ids(first).length, ids(rest).length, rest.body.nextCursor]).toEqual([5, 4, null]);
  const halfDays = await trainee(halfDayList, { query: { limit: "200" } });
  expect(new Set(halfDays.body.items.map(({ cohortId }: { cohortId: string }) => cohortId))).toEqual(
    new Set([mine.cohortId]),
  );
  expect(halfDays.body.items).toHaveLength(76);
  expect(ids(await trainee(halfDayList, { query: { sessionId: other.sessions[0]?.id ?? "" } }))).toEqual([]);
});

test("a trainee changes nothing of what they see, and is told so with it", async () => {
  const params = addressesOf(mine);
  const { body: cohort } = await trainee(cohortRead, { params });
  expect(cohort.can).toEqual({ update: denied, cancel: denied, plan: denied });
  const { body: plan } = await trainee(planRead, { params });
  expect(plan.can).toEqual({ adopt: denied });
  expect(plan.sessions[0].can).toEqual({ move: denied });
  expect(plan.sessions[0].halfDays[0].can).toEqual({ move: denied, cancel: denied });
  for (const contract of [cohortUpdate, cohortCancel, planAdopt, sessionMove, halfDayCancel]) {
    const answer = await trainee(contract, { params, body: contract.example, headers: { "if-match": "*" } });
    expect([contract.operationId, answer.status]).toEqual([contract.operationId, 403]);
  }
});

test("G1: they see their programme, its edition and its blocks; the other edition is not there", async () => {
  const programmes = await app.database.prisma.programme.findMany({
    include: { titleVersion: { include: { blocks: true } } },
  });
  const [own, foreign] = ["MSADS-2017", "MSADS-2022"].map((code) => programmes.find((each) => each.code === code));
  expect(ids(await trainee(programmeList))).toEqual([own?.id]);
  expect(ids(await trainee(titleVersionList))).toEqual([own?.titleVersionId]);
  const blocks = own?.titleVersion.blocks.map(({ id }) => id) ?? [];
  expect(ids(await trainee(competencyBlockList)).toSorted()).toEqual(blocks.toSorted());
  for (const [programme, status] of [
    [own, 200],
    [foreign, 404],
  ] as const) {
    const params = {
      programmeId: programme?.id ?? "",
      titleVersionId: programme?.titleVersionId ?? "",
      competencyBlockId: programme?.titleVersion.blocks[0]?.id ?? "",
    };
    for (const contract of [programmeRead, titleVersionRead, competencyBlockRead]) {
      expect([contract.operationId, (await trainee(contract, { params })).status]).toEqual([
        contract.operationId,
        status,
      ]);
    }
  }
});

test.each<[EnrolmentWish["state"], number]>([
  ["enrolled", 200],
  ["suspended", 200],
  ["completed", 200],
  ["dropped_out", 200],
  ["cancelled", 404],
])("an enrolment that is %s shows its cohort: %i", async (state, status) => {
  await app.database.prisma.enrolment.update({ where: { id: enrolmentId }, data: { ...(state && { state }) } });
  expect((await trainee(cohortRead, { params: addressesOf(mine) })).status).toBe(status);
  expect(ids(await trainee(sessionList))).toHaveLength(status === 200 ? 9 : 0);
  expect(ids(await trainee(programmeList))).toHaveLength(status === 200 ? 1 : 0);
});

test("G1: a trainee enrolled nowhere, a trainer and an examiner see no cohort", async () => {
  for (const role of ["trainee", "trainer", "examiner"] as const) {
    const client = await app.as(role);
    const lists = [cohortList, sessionList, halfDayList, programmeList, titleVersionList, competencyBlockList];
    for (const list of lists.filter(
      ({ access }) => access.kind === "roles" && access.roles.some((each) => each === role),
    )) {
      expect([role, list.operationId, ids(await client(list))]).toEqual([role, list.operationId, []]);
    }
  }
});
