import { closureCreate } from "@passerelle/contracts/closures";
import { planProposalCreate } from "@passerelle/contracts/plans";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort } from "../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../test/client.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(async () => {
  app.setNow("2017-05-02T10:00:00Z");
  referent = await app.as("referent");
});
afterAll(() => app.close());

const body = { from: "2030-08-01", to: "2030-08-31", label: "Fermeture d’été" };
const withKey = (key: string) => ({ body, headers: { "idempotency-key": key } });

async function stored(): Promise<{ closures: number; events: number }> {
  const { prisma } = app.database;
  return {
    closures: await prisma.closure.count(),
    events: await prisma.event.count({ where: { type: "closure.created" } }),
  };
}

test("the same key and body answer the same again, and act once", async () => {
  const before = await stored();
  const first = await referent(closureCreate, withKey("once"));
  const again = await referent(closureCreate, withKey("once"));
  expect(first.status).toBe(201);
  expect(again).toMatchObject({ status: 201, body: first.body });
  expect(again.headers).toMatchObject({ "idempotency-replayed": "true", etag: first.headers["etag"] });
  expect(await stored()).toEqual({ closures: before.closures + 1, events: before.events + 1 });
});

test("the same key with another body is refused, and nothing is done", async () => {
  await referent(closureCreate, withKey("other-body"));
  const before = await stored();
  const other = { ...withKey("other-body"), body: { ...body, label: "Autre" } };
  const answer = await referent(closureCreate, other);
  expect(answer).toMatchObject({ status: 422, body: { code: "idempotency_reused" } });
  expect(await stored()).toEqual(before);
});

test("ten at once with one key act once: the others get its answer, or are told it is running", async () => {
  const before = await stored();
  const answers = await Promise.all(Array.from({ length: 10 }, () => referent(closureCreate, withKey("crowd"))));
  const done = answers.filter(({ status }) => status === 201);
  expect(done.length).toBeGreaterThan(0);
  expect(new Set(done.map((answer) => answer.body.id)).size).toBe(1);
  const others = answers.filter(({ status }) => status !== 201).map((answer) => answer.body.code);
  expect(new Set([...others, "idempotency_running"])).toEqual(new Set(["idempotency_running"]));
  expect(await stored()).toEqual({ closures: before.closures + 1, events: before.events + 1 });
});

test("a refused request is forgotten: corrected, it may use its key again", async () => {
  const wrong = { body: { ...body, to: "2030-07-01" }, headers: { "idempotency-key": "corrected" } };
  expect((await referent(closureCreate, wrong)).status).toBe(400);
  expect((await referent(closureCreate, withKey("corrected"))).status).toBe(201);
});

test("a key belongs to its caller", async () => {
  const mine = await referent(closureCreate, withKey("shared"));
  const theirs = await (await app.as("admin"))(closureCreate, withKey("shared"));
  expect(theirs.status).toBe(201);
  expect(theirs.body.id).not.toBe(mine.body.id);
});

test("an answer is kept a day, then forgotten", async () => {
  const first = await referent(closureCreate, withKey("a-day"));
  app.setNow("2017-05-03T09:59:00Z");
  expect((await referent(closureCreate, withKey("a-day"))).body.id).toBe(first.body.id);
  app.setNow("2017-05-03T10:01:00Z");
  expect((await referent(closureCreate, withKey("a-day"))).body.id).not.toBe(first.body.id);
});

test("the answer is stored with the change: a process that dies before answering acts no second time", async () => {
  const { prisma } = app.database;
  const { body: made } = await referent(closureCreate, withKey("died"));
  const row = await prisma.idempotencyKey.findFirstOrThrow({ where: { key: "died" } });
  expect(row).toMatchObject({ status: 201, body: made });
  const [age] = await prisma.$queryRaw<{ same: boolean }[]>`
    select k.xmin = c.xmin as same from idempotency_key k, closure c where k.key = 'died' and c.id = ${made.id}::uuid`;
  expect(age?.same).toBe(true);
});

test("a request whose process died under way can be tried again after a minute", async () => {
  const { prisma } = app.database;
  const first = await referent(closureCreate, withKey("abandoned"));
  await prisma.idempotencyKey.updateMany({ where: { key: "abandoned" }, data: { status: null, body: {} } });
  const refused = await referent(closureCreate, withKey("abandoned"));
  expect([refused.body.code, refused.headers["retry-after"]]).toEqual(["idempotency_running", "1"]);
  app.setNow("2017-05-02T10:00:20Z");
  const later = await referent(closureCreate, withKey("abandoned"));
  expect(later.headers["retry-after"]).toBe("20"); // as long as it has run already
  expect(later.body.detail).toContain("refaite dans 40 s");
  app.setNow("2017-05-02T10:01:01Z");
  const again = await referent(closureCreate, withKey("abandoned"));
  expect(again.status).toBe(201);
  expect(again.body.id).not.toBe(first.body.id);
});

test("a request taken for dead that was only slow acts no second time", async () => {
  const { pool } = app.database;
  const holder = await pool.connect();
  await holder.query("begin; lock table closure in exclusive mode");
  const slow = referent(closureCreate, withKey("slow"));
  await untilWaiting(1);
  app.setNow("2017-05-02T10:01:01Z");
  const second = referent(closureCreate, withKey("slow"));
  await untilWaiting(2);
  const before = await app.database.prisma.closure.count();
  await holder.query("commit");
  holder.release();
  const statuses = [(await slow).status, (await second).status];
  expect(statuses).toEqual([409, 201]);
  expect(await app.database.prisma.closure.count()).toBe(before + 1);
});

/** Resolves once that many statements wait for a lock in this database. */
async function untilWaiting(count: number): Promise<void> {
  const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await app.database.pool.query(waiting)).rowCount !== count);
}

test("a request that stores nothing is remembered too", async () => {
  const cohort = await aCohort(app.ctx);
  const sent = { params: { cohortId: cohort.id }, body: {}, headers: { "idempotency-key": "proposal" } };
  const first = await referent(planProposalCreate, sent);
  const again = await referent(planProposalCreate, sent);
  expect(again.body).toEqual(first.body);
  expect(again.headers["idempotency-replayed"]).toBe("true");
});

test("a key that cannot be one is refused", async () => {
  const answer = await referent(closureCreate, withKey("é".repeat(3)));
  expect(answer.body.errors).toMatchObject([{ pointer: "header/idempotency-key" }]);
});
