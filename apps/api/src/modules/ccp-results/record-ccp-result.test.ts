import { ccpResultRecord } from "@passerelle/contracts/ccp-results";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment } from "../../../test/people.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import { annulCcpResult } from "./annul-ccp-result.ts";
import { certificationOf } from "./certification.queries.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
let titleVersionId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  const cohort = await aCohort(app.ctx);
  cohortId = cohort.id;
  titleVersionId = cohort.programme.titleVersion.id;
});
beforeEach(() => app.setNow("2018-03-10T09:00:00Z"));
afterAll(() => app.close());

const decision = { obtained: true, reason: "Réseau bien décrit", decidedOn: "2018-03-06" };

function record(enrolmentId: string, blockCode: string | null, changes: object = {}, client = referent) {
  return client(ccpResultRecord, { body: { enrolmentId, blockCode, ...decision, ...changes } });
}

const told = (answer: Answer): string[] =>
  answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);

const stateOf = async (personId: string) =>
  (await certificationOf(app.ctx, personId, titleVersionId, { publishedOnly: false })).state;

test("a result is recorded with its decision, an address, and what may be done with it", async () => {
  const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
  const answer = await record(enrolmentId, "CCP2", { obtained: false });
  expect(answer.status).toBe(201);
  expect(answer.headers).toMatchObject({ etag: '"1"', location: `/api/v1/ccp-results/${answer.body.id}` });
  expect(answer.body).toMatchObject({
    enrolmentId,
    titleVersionId,
    person: { id: personId },
    blockCode: "CCP2",
    obtained: false,
    reason: "Réseau bien décrit",
    decidedOn: "2018-03-06",
    publishedOn: null,
    annulled: null,
    can: { publish: { allowed: true }, annul: { allowed: true } },
  });
  const events = await app.database.prisma.event.findMany({ where: { entityId: answer.body.id } });
  expect(events).toMatchObject([
    { type: "ccp-result.recorded", effectiveOn: new Date("2018-03-06"), data: { to: { blockCode: "CCP2" } } },
  ]);
});

describe("E9: no marks, every CCP, and the final interview", () => {
  test("a CCP of another edition is refused, and the blocks there are named", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    const answer = await record(enrolmentId, "CCP4");
    expect(answer).toMatchObject({ status: 422, body: { code: "ccp_result_invalid" } });
    expect(answer.body.errors).toMatchObject([
      {
        pointer: "/blockCode",
        code: "unknown_block",
        facts: { titleVersion: "MSADS-2017", blockCodes: ["CCP1", "CCP2", "CCP3"] },
        detail: "L’édition MSADS-2017 n’a pas de bloc « CCP4 ». Les siens sont CCP1, CCP2 et CCP3.",
      },
    ]);
  });

  test("the same code in another edition is another CCP: it neither counts nor forbids", async () => {
    const next = await app.database.prisma.programme.findUniqueOrThrow({ where: { code: "MSADS-2022" } });
    const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
    const later = await app.database.prisma.cohort.create({
      data: {
        programmeId: next.id,
        code: crypto.randomUUID(),
        name: "2022",
        capacity: 12,
        registrationOpensOn: new Date("2022-01-01"),
        registrationClosesOn: new Date("2022-05-01"),
        startsOn: new Date("2022-06-01"),
        endsOn: new Date("2023-03-31"),
      },
    });
    const other = await anEnrolment(app.ctx, later.id, { personId });
    app.setNow("2023-03-10T09:00:00Z");
    expect((await record(other.enrolmentId, "CCP1", { decidedOn: "2023-03-06" })).status).toBe(201);
    expect(await stateOf(personId)).toBe("no_ccp");
    expect((await record(enrolmentId, "CCP1")).status).toBe(201);
    expect(await stateOf(personId)).toBe("some_ccp");
  });

  test("the final interview is not passed while a CCP is missing, and the missing ones are named", async () => {
    const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
    await record(enrolmentId, "CCP2");
    await record(enrolmentId, "CCP3", { obtained: false });
    const answer = await record(enrolmentId, null);
    expect(answer).toMatchObject({ status: 422, body: { code: "ccp_result_invalid" } });
    expect(answer.body.errors).toMatchObject([
      { pointer: "/obtained", code: "ccp_missing", facts: { missing: ["CCP1", "CCP3"] } },
    ]);
    expect(answer.body.detail).toContain("il manque CCP1 et CCP3. Enregistrez-les d’abord.");
    await record(enrolmentId, "CCP1");
    expect((await record(enrolmentId, null)).body.detail).toContain("il manque CCP3. Enregistrez-le d’abord.");
    expect((await record(enrolmentId, null, { obtained: false })).status).toBe(201); // E10: sat, not passed
    expect(await stateOf(personId)).toBe("some_ccp");
  });

  test("every CCP and the interview passed make the title", async () => {
    const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
    const states = [await stateOf(personId)];
    for (const blockCode of ["CCP1", "CCP2", "CCP3", null]) {
      expect((await record(enrolmentId, blockCode)).status).toBe(201);
      states.push(await stateOf(personId));
    }
    expect(states).toEqual(["no_ccp", "some_ccp", "some_ccp", "all_ccp_without_title", "title"]);
  });
});

describe("E11: what is held is never sat again", () => {
  test.each([true, false])(
    "a CCP already held is refused, obtained %s, with the result that holds it",
    async (obtained) => {
      const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
      const first = await record(enrolmentId, "CCP1");
      const answer = await record(enrolmentId, "CCP1", { obtained, decidedOn: "2018-03-08" });
      expect(answer).toMatchObject({
        status: 409,
        body: {
          code: "ccp_already_held",
          facts: { ccpResultId: first.body.id, decidedOn: "2018-03-06" },
          detail:
            "Le CCP1 est déjà obtenu depuis le mardi 6 mars 2018 : il ne se repasse pas. Si ce résultat est faux, annulez-le d’abord.",
        },
      });
    },
  );

  test("also when it was obtained in another enrolment of the same person", async () => {
    const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
    const again = await anEnrolment(app.ctx, (await aCohort(app.ctx)).id, { personId });
    const first = await record(enrolmentId, "CCP1");
    const answer = await record(again.enrolmentId, "CCP1");
    expect(answer).toMatchObject({ status: 409, body: { facts: { ccpResultId: first.body.id } } });
    expect((await record(again.enrolmentId, "CCP2")).status).toBe(201);
    expect((await record((await anEnrolment(app.ctx, cohortId)).enrolmentId, "CCP1")).status).toBe(201);
  });

  test("the final interview is passed once", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    for (const blockCode of ["CCP1", "CCP2", "CCP3"]) await record(enrolmentId, blockCode);
    const passed = await record(enrolmentId, null);
    for (const obtained of [true, false]) {
      const answer = await record(enrolmentId, null, { obtained });
      expect(answer).toMatchObject({
        status: 409,
        body: { code: "ccp_already_held", facts: { ccpResultId: passed.body.id, decidedOn: "2018-03-06" } },
      });
    }
  });

  test("a CCP not obtained may be sat again", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    expect((await record(enrolmentId, "CCP1", { obtained: false })).status).toBe(201);
    expect((await record(enrolmentId, "CCP1", { obtained: false })).status).toBe(201);
    expect((await record(enrolmentId, "CCP1")).status).toBe(201);
  });

  test("of two at once, from two enrolments of one person, one is recorded", async () => {
    const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
    const again = await anEnrolment(app.ctx, (await aCohort(app.ctx)).id, { personId });
    for (const blockCode of ["CCP1", "CCP2", "CCP3", null]) {
      const answers = await Promise.all([record(enrolmentId, blockCode), record(again.enrolmentId, blockCode)]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe("ccp_already_held");
    }
  });

  test("the database itself refuses a second one", async () => {
    const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
    const copy = (id: string) => app.database.prisma.$executeRaw`
      insert into ccp_result (person_id, enrolment_id, title_version_id, block_id, obtained, reason, decided_on)
      select person_id, enrolment_id, title_version_id, block_id, obtained, reason, decided_on from ccp_result
      where id = ${id}::uuid`;
    const refusal = async (id: string) => violatedConstraint(await copy(id).catch((error: unknown) => error));
    const { body: ccp1 } = await record(enrolmentId, "CCP1");
    for (const blockCode of ["CCP2", "CCP3"]) await record(enrolmentId, blockCode);
    const { body: interview } = await record(enrolmentId, null);
    expect(await refusal(ccp1.id)).toBe("ccp_result_obtained_once");
    expect(await refusal(interview.id)).toBe("ccp_result_interview_passed_once");
    expect(await stateOf(personId)).toBe("title");
  });
});

describe("the decision and its enrolment", () => {
  test("the day is neither before the training nor still to come", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    const early = await record(enrolmentId, "CCP1", { decidedOn: "2017-05-15" });
    expect(told(early)).toEqual(["/decidedOn before_training"]);
    expect(early.body.errors[0].facts).toEqual({ startsOn: "2017-05-16" });
    expect(told(await record(enrolmentId, "CCP1", { decidedOn: "2018-03-11" }))).toEqual(["/decidedOn in_future"]);
    expect((await record(enrolmentId, "CCP1", { decidedOn: "2017-05-16" })).status).toBe(201);
    expect((await record(enrolmentId, "CCP2", { decidedOn: "2018-03-10" })).status).toBe(201);
  });

  test("today is Paris’s: half past midnight there is the day before in UTC", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    app.setNow("2018-03-10T23:30:00Z");
    expect((await record(enrolmentId, "CCP1", { decidedOn: "2018-03-11" })).status).toBe(201);
  });

  test("every fault is told at once", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    const late = { decidedOn: "2019-01-01" };
    expect(told(await record(enrolmentId, "CCP9", late))).toEqual(["/blockCode unknown_block", "/decidedOn in_future"]);
    expect(told(await record(enrolmentId, null, late))).toEqual(["/decidedOn in_future", "/obtained ccp_missing"]);
  });

  test("an enrolment that is not there is a fault of its field", async () => {
    const answer = await record("01890a5d-ac96-774b-bcce-b302099a8057", "CCP1");
    expect(answer).toMatchObject({ status: 422, body: { code: "ccp_result_invalid" } });
    expect(told(answer)).toEqual(["/enrolmentId unknown_enrolment"]);
  });

  test("a cancelled enrolment takes no result; one that was left does", async () => {
    const cancelled = await anEnrolment(app.ctx, cohortId, { state: "cancelled" });
    expect(await record(cancelled.enrolmentId, "CCP1")).toMatchObject({
      status: 409,
      body: { code: "illegal_move", detail: "Cette inscription est annulée : elle ne reçoit pas de résultat." },
    });
    const left = await anEnrolment(app.ctx, cohortId, { state: "dropped_out" });
    expect((await record(left.enrolmentId, "CCP1")).status).toBe(201);
  });

  test("a key with the scope records, one that only reads does not; the event names the key", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    const reader = await app.withKey("ccp-results:read");
    expect(await record(enrolmentId, "CCP1", {}, reader)).toMatchObject({ status: 403, body: { code: "not_allowed" } });
    const answer = await record(enrolmentId, "CCP1", {}, await app.withKey("ccp-results:write"));
    expect(answer.status).toBe(201);
    const event = await app.database.prisma.event.findFirstOrThrow({ where: { entityId: answer.body.id } });
    expect(event.actorKind).toBe("key");
  });

  test("the same request under the same key records once (G2)", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    const body = { enrolmentId, blockCode: "CCP1", ...decision };
    const headers = { "idempotency-key": crypto.randomUUID() };
    const [first, second] = [
      await referent(ccpResultRecord, { body, headers }),
      await referent(ccpResultRecord, { body, headers }),
    ];
    expect(second).toMatchObject({ status: 201, body: { id: first.body.id } });
    expect(await app.database.prisma.ccpResult.count({ where: { enrolmentId } })).toBe(1);
  });
});

test("after an annulment the decision may be recorded again, and both stay", async () => {
  const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
  for (const blockCode of ["CCP1", "CCP2", "CCP3", null]) await record(enrolmentId, blockCode);
  expect(await stateOf(personId)).toBe("title");
  const wrong = await app.database.prisma.ccpResult.findFirstOrThrow({
    where: { enrolmentId, block: { code: "CCP2" } },
  });
  // A CCP annulled under a passed interview: the state falls back by itself, and comes back with the CCP.
  await annulCcpResult(app.ctx, wrong.id, { reason: "Saisi pour une autre personne" }, "*");
  expect(await stateOf(personId)).toBe("some_ccp");
  expect((await record(enrolmentId, "CCP2", { obtained: false })).status).toBe(201);
  expect((await record(enrolmentId, "CCP2")).status).toBe(201);
  expect(await stateOf(personId)).toBe("title");
  expect(await app.database.prisma.ccpResult.count({ where: { enrolmentId, block: { code: "CCP2" } } })).toBe(3);
});
