import {
  ccpResultAnnul,
  ccpResultList,
  ccpResultPublish,
  ccpResultRead,
  ccpResultRecord,
} from "@passerelle/contracts/ccp-results";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment, aTrainee } from "../../../test/people.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import { certificationOf } from "./certification.queries.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  cohortId = (await aCohort(app.ctx)).id;
});
beforeEach(async () => {
  app.setNow("2018-03-10T09:00:00Z");
  await app.deliver(); // what the test before left in the queue
  app.mails.length = 0;
});
afterAll(() => app.close());

async function aResult(enrolmentId: string, blockCode = "CCP1", changes: object = {}) {
  const body = { enrolmentId, blockCode, obtained: true, reason: "Réseau bien décrit", decidedOn: "2018-03-06" };
  const answer = await referent(ccpResultRecord, { body: { ...body, ...changes } });
  expect(answer.status).toBe(201);
  return { ccpResultId: answer.body.id as string }; // as: a created row has one
}

const reason = "Saisi pour une autre personne";
const at = (version: number) => ({ "if-match": `"${version}"` });
const publish = (params: { ccpResultId: string }, version = 1, client = referent) =>
  client(ccpResultPublish, { params, headers: at(version) });
const annul = (params: { ccpResultId: string }, version: number, client = referent) =>
  client(ccpResultAnnul, { params, body: { reason }, headers: at(version) });
const idsOf = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id);

describe("publishing", () => {
  test("from that day its person reads it, and it is told by an event", async () => {
    const { enrolmentId, client } = await aTrainee(app, cohortId);
    const params = await aResult(enrolmentId);
    expect(await client(ccpResultRead, { params })).toMatchObject({ status: 404, body: { code: "not_found" } });
    const answer = await publish(params);
    expect(answer).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        publishedOn: "2018-03-10",
        can: { publish: { allowed: false, code: "illegal_move" }, annul: { allowed: true } },
      },
    });
    const nothing = { allowed: false, code: "not_allowed" };
    expect(await client(ccpResultRead, { params })).toMatchObject({
      status: 200,
      body: { id: params.ccpResultId, obtained: true, can: { publish: nothing, annul: nothing } },
    });
    const events = await app.database.prisma.event.findMany({ where: { entityId: params.ccpResultId } });
    expect(events.map(({ type }) => type)).toEqual(["ccp-result.recorded", "ccp-result.published"]);
  });

  test("happens once, and never to an annulled result", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    const published = await aResult(enrolmentId, "CCP1");
    await publish(published);
    expect(await publish(published, 2)).toMatchObject({
      status: 409,
      body: { code: "illegal_move", detail: "Ce résultat est déjà publié. S’il est faux, annulez-le." },
    });
    const annulled = await aResult(enrolmentId, "CCP2");
    await annul(annulled, 1);
    expect(await publish(annulled, 2)).toMatchObject({
      status: 409,
      body: { detail: "Ce résultat est annulé : il ne peut plus être publié. Enregistrez le bon résultat." },
    });
  });

  test("of two at once, one publishes and one mail leaves", async () => {
    const { enrolmentId } = await aTrainee(app, cohortId);
    const params = await aResult(enrolmentId);
    const answers = await Promise.all([publish(params), publish(params)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await app.deliver();
    expect(app.mails).toHaveLength(1);
  });

  test("needs the version read", async () => {
    const params = await aResult((await anEnrolment(app.ctx, cohortId)).enrolmentId);
    expect((await referent(ccpResultPublish, { params })).status).toBe(428);
    const stale = await publish(params, 7);
    expect(stale).toMatchObject({ status: 412, body: { facts: { version: 1, current: { publishedOn: null } } } });
  });
});

describe("annulling", () => {
  test("keeps the decision beside its counter-entry, once", async () => {
    const params = await aResult((await anEnrolment(app.ctx, cohortId)).enrolmentId);
    app.setNow("2018-03-12T09:00:00Z");
    expect(await annul(params, 1)).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: { obtained: true, reason: "Réseau bien décrit", annulled: { on: "2018-03-12", reason } },
    });
    expect(await annul(params, 2)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
    expect((await annul(params, 1)).status).toBe(409);
    const event = await app.database.prisma.event.findFirstOrThrow({
      where: { type: "ccp-result.annulled", entityId: params.ccpResultId },
    });
    expect(event).toMatchObject({ effectiveOn: new Date("2018-03-12"), data: { to: { annulled: { reason } } } });
  });

  test("of a published result is seen by its person, with its reason; of an unpublished one nothing is", async () => {
    const { enrolmentId, client } = await aTrainee(app, cohortId);
    const [seen, unseen] = [await aResult(enrolmentId, "CCP1"), await aResult(enrolmentId, "CCP2")];
    await publish(seen);
    await annul(seen, 2);
    await annul(unseen, 1);
    expect(await client(ccpResultRead, { params: seen })).toMatchObject({
      status: 200,
      body: { annulled: { reason } },
    });
    expect((await client(ccpResultRead, { params: unseen })).status).toBe(404);
    expect(idsOf(await client(ccpResultList))).toEqual([seen.ccpResultId]);
  });

  test("needs the version read, and a reason", async () => {
    const params = await aResult((await anEnrolment(app.ctx, cohortId)).enrolmentId);
    expect((await referent(ccpResultAnnul, { params, body: { reason } })).status).toBe(428);
    expect((await annul(params, 7)).status).toBe(412);
    const silent = await referent(ccpResultAnnul, { params, body: { reason: "  " }, headers: at(1) });
    expect(silent).toMatchObject({ status: 400, body: { errors: [{ pointer: "/reason" }] } });
  });
});

describe("the letters", () => {
  test("a published result is announced to its person, and not told", async () => {
    const { enrolmentId, personId } = await aTrainee(app, cohortId);
    const params = await aResult(enrolmentId);
    await app.deliver();
    expect(app.mails).toEqual([]);
    await publish(params);
    await app.deliver();
    const { email } = await app.database.prisma.user.findUniqueOrThrow({ where: { personId } });
    expect(app.mails).toMatchObject([{ to: email, subject: "Un résultat est disponible" }]);
    const told = app.mails[0]?.text ?? "";
    expect(told).toContain("Bonjour Amel,");
    expect(told).toContain("http://localhost/path\n");
    expect(told).not.toMatch(/CCP|obtenu|Réseau/);
  });

  test("its annulment is announced too; that of an unpublished one is nobody’s business", async () => {
    const { enrolmentId } = await aTrainee(app, cohortId);
    const [published, unpublished] = [await aResult(enrolmentId, "CCP1"), await aResult(enrolmentId, "CCP2")];
    await publish(published);
    await app.deliver();
    app.mails.length = 0;
    await annul(unpublished, 1);
    await app.deliver();
    expect(app.mails).toEqual([]);
    await annul(published, 2);
    await app.deliver();
    expect(app.mails).toMatchObject([{ subject: "Un résultat a été annulé" }]);
    expect(app.mails[0]?.text).not.toContain(reason);
  });

  test("a result annulled before its letter left is announced as annulled only", async () => {
    const { enrolmentId } = await aTrainee(app, cohortId);
    const params = await aResult(enrolmentId);
    await publish(params);
    await annul(params, 2);
    await app.deliver();
    expect(app.mails.map(({ subject }) => subject)).toEqual(["Un résultat a été annulé"]);
  });

  test("in English to those who work in English", async () => {
    const { enrolmentId } = await aTrainee(app, cohortId);
    const params = await aResult(enrolmentId);
    const english = { "accept-language": "en" };
    await referent(ccpResultPublish, { params, headers: { ...at(1), ...english } });
    await app.deliver();
    await referent(ccpResultAnnul, { params, body: { reason }, headers: { ...at(2), ...english } });
    await app.deliver();
    expect(app.mails.map(({ subject }) => subject)).toEqual(["A result is available", "A result has been annulled"]);
  });

  test("nobody is written to without an account, or with one that was closed, even meanwhile", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    await publish(await aResult(enrolmentId));
    const closed = await aTrainee(app, cohortId);
    await publish(await aResult(closed.enrolmentId, "CCP1"));
    const data = { deactivatedAt: new Date("2018-03-10T09:00:00Z") };
    await app.database.prisma.user.update({ where: { personId: closed.personId }, data });
    await publish(await aResult(closed.enrolmentId, "CCP2"));
    await app.deliver();
    expect(app.mails).toEqual([]);
  });
});

describe("G1: a trainee reads their own, once published", () => {
  test("another’s result does not exist, published or not, to read, to publish or to annul", async () => {
    const params = await aResult((await aTrainee(app, cohortId)).enrolmentId);
    await publish(params);
    const { client, personId, enrolmentId } = await aTrainee(app, cohortId);
    expect((await client(ccpResultRead, { params })).status).toBe(404);
    expect(idsOf(await client(ccpResultList, { query: { cohortId } }))).toEqual([]);
    expect(await publish(params, 2, client)).toMatchObject({ status: 403, body: { code: "not_allowed" } });
    expect((await annul(params, 2, client)).status).toBe(403);
    const body = { enrolmentId, blockCode: "CCP1", obtained: true, reason: "Moi", decidedOn: "2018-03-06" };
    expect((await client(ccpResultRecord, { body })).status).toBe(403);
    expect(await app.database.prisma.ccpResult.count({ where: { personId } })).toBe(0);
  });

  test("the state computed for them knows only what is published", async () => {
    const { enrolmentId, personId } = await anEnrolment(app.ctx, cohortId);
    const params = await aResult(enrolmentId);
    const { titleVersionId } = await app.database.prisma.ccpResult.findUniqueOrThrow({
      where: { id: params.ccpResultId },
    });
    const seen = async (publishedOnly: boolean) =>
      (await certificationOf(app.ctx, personId, titleVersionId, { publishedOnly })).state;
    expect([await seen(true), await seen(false)]).toEqual(["no_ccp", "some_ccp"]);
    await publish(params);
    expect(await seen(true)).toBe("some_ccp");
  });

  test("a key reads everyone’s, and changes nothing without the scope", async () => {
    const params = await aResult((await anEnrolment(app.ctx, cohortId)).enrolmentId);
    const reader = await app.withKey("ccp-results:read");
    expect((await reader(ccpResultRead, { params })).status).toBe(200);
    expect((await publish(params, 1, reader)).status).toBe(403);
    expect((await annul(params, 1, reader)).status).toBe(403);
    const writer = await app.withKey("ccp-results:write");
    expect((await publish(params, 1, writer)).status).toBe(200);
    expect((await annul(params, 2, writer)).status).toBe(200);
  });
});

test("results are listed latest decided first, page by page, by cohort, enrolment and person", async () => {
  const cohort = await aCohort(app.ctx);
  const [a, b] = [await anEnrolment(app.ctx, cohort.id), await anEnrolment(app.ctx, cohort.id)];
  const days = ["2018-03-05", "2018-03-07", "2018-03-05"];
  const made: string[] = [];
  for (const [index, decidedOn] of days.entries()) {
    made.push((await aResult(a.enrolmentId, `CCP${index + 1}`, { decidedOn })).ccpResultId);
  }
  const other = (await aResult(b.enrolmentId, "CCP1", { decidedOn: "2018-03-06" })).ccpResultId;
  const list = (query: Record<string, string>) => referent(ccpResultList, { query });
  const expected = [made[1], other, made[2], made[0]];
  expect(idsOf(await list({ cohortId: cohort.id }))).toEqual(expected);
  expect(idsOf(await list({ enrolmentId: a.enrolmentId }))).toEqual([made[1], made[2], made[0]]);
  expect(idsOf(await list({ personId: b.personId }))).toEqual([other]);
  expect(idsOf(await list({ personId: b.personId, enrolmentId: a.enrolmentId }))).toEqual([]);
  const paged: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Answer = await list({ cohortId: cohort.id, limit: "1", ...(cursor !== null && { cursor }) });
    paged.push(...idsOf(page));
    cursor = page.body.nextCursor;
  } while (cursor !== null);
  expect(paged).toEqual(expected);
});

describe("E11, by the database: what was decided never changes", () => {
  const refused = async (statement: Promise<number>) =>
    violatedConstraint(await statement.catch((error: unknown) => error));

  test.each([
    "obtained = not obtained",
    "reason = 'autre'",
    "decided_on = decided_on - 1",
    "block_id = null",
    "person_id = (select id from person where person.id <> person_id limit 1)",
  ])("update … set %s is refused", async (change) => {
    const { ccpResultId } = await aResult((await anEnrolment(app.ctx, cohortId)).enrolmentId);
    const { prisma } = app.database;
    const update = `update ccp_result set ${change} where id = $1::uuid`;
    expect(await refused(prisma.$executeRawUnsafe(update, ccpResultId))).toBe("ccp_result_immutable");
  });

  test("so is deleting, publishing on another day and annulling on another day", async () => {
    const params = await aResult((await anEnrolment(app.ctx, cohortId)).enrolmentId);
    const { prisma } = app.database;
    const run = (statement: string) => refused(prisma.$executeRawUnsafe(statement, params.ccpResultId));
    expect(await run("delete from ccp_result where id = $1::uuid")).toBe("ccp_result_immutable");
    await publish(params);
    const moved = "update ccp_result set published_on = published_on + 1 where id = $1::uuid";
    expect(await run(moved)).toBe("ccp_result_immutable");
    await annul(params, 2);
    const undone = "update ccp_result set annulled_on = null, annulled_reason = null where id = $1::uuid";
    expect(await run(undone)).toBe("ccp_result_immutable");
  });
});
