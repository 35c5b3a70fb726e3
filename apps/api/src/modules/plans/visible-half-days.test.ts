import { cohortRead } from "@passerelle/contracts/cohorts";
import { type Plan, planRead } from "@passerelle/contracts/plans";
import { halfDayCancel, halfDayList, halfDayMove, halfDayRead, sessionRead } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Account, anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
let taught: Plan;
let other: Plan;
let account: Account;
let trainer: Client;
let trainerId: string;
let mine: string[];
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  [taught, other] = [await aPlannedCohort(app.ctx), await aPlannedCohort(app.ctx)];
  account = await anAccount(app, "trainer");
  trainer = await signedIn(app, account.email);
  trainerId = (await aTrainer(app.ctx, { userId: account.userId })).id;
  mine = idsOf(taught, 0).slice(0, 3).toSorted();
  await staff(mine, { trainerId });
  const colleague = await aTrainer(app.ctx, { givenName: "Sacha" });
  await staff(idsOf(taught, 1), { trainerId: colleague.id });
});
afterAll(() => app.close());

const idsOf = ({ sessions }: Plan, session: number): string[] => sessions[session]?.halfDays.map(({ id }) => id) ?? [];
const staff = (ids: readonly string[], data: { trainerId?: string; roomId?: string }) =>
  app.ctx.db.halfDay.updateMany({ where: { id: { in: [...ids] } }, data });
const listed = ({ body }: Answer): string[] => body.items.map(({ id }: { id: string }) => id).toSorted();

test("G1: a trainer lists the half-days they teach, and no other of the cohort", async () => {
  expect(listed(await trainer(halfDayList, { query: { limit: "200" } }))).toEqual(mine);
  expect(listed(await trainer(halfDayList, { query: { cohortId: other.cohortId } }))).toEqual([]);
  expect((await trainer(halfDayList)).body.items[0]).toMatchObject({
    cohortName: "Promotion 2017-2018",
    trainer: { id: trainerId },
    can: { move: { allowed: false, code: "not_allowed" }, cancel: { allowed: false, code: "not_allowed" } },
  });
});

test("G1: a trainer reads a half-day they teach; a colleague's or another cohort's is not there", async () => {
  const read = async (halfDayId = "") => (await trainer(halfDayRead, { params: { halfDayId } })).status;
  expect([await read(mine[0]), await read(idsOf(taught, 1)[0]), await read(idsOf(other, 0)[0])]).toEqual([
    200, 404, 404,
  ]);
});

test("G1: teaching in a cohort shows neither it, nor its plan or its sessions", async () => {
  const params = { cohortId: taught.cohortId, sessionId: taught.sessions[0]?.id ?? "" };
  for (const contract of [cohortRead, planRead, sessionRead]) {
    expect([contract.operationId, (await trainer(contract, { params })).status]).toEqual([contract.operationId, 404]);
  }
});

test("a trainer neither moves nor cancels what they teach", async () => {
  for (const contract of [halfDayMove, halfDayCancel]) {
    const sent = { params: { halfDayId: mine[0] ?? "" }, body: contract.example, headers: { "if-match": "*" } };
    expect([contract.operationId, (await trainer(contract, sent)).status]).toEqual([contract.operationId, 403]);
  }
});

test("somebody both trainee and trainer sees their own cohort's half-days and those they teach", async () => {
  const both = await anAccount(app, "trainee", "trainer");
  const { personId } = await app.ctx.db.user.findUniqueOrThrow({ where: { id: both.userId } });
  await anEnrolment(app.ctx, other.cohortId, { personId });
  const { id } = await aTrainer(app.ctx, { userId: both.userId });
  const teaches = idsOf(taught, 4).slice(0, 2);
  await staff(teaches, { trainerId: id });
  const client = await signedIn(app, both.email);
  const { body } = await client(halfDayList, { query: { limit: "200" } });
  const cohorts = Map.groupBy(body.items, ({ cohortId }: { cohortId: string }) => cohortId);
  expect([cohorts.get(other.cohortId)?.length, cohorts.get(taught.cohortId)?.length]).toEqual([76, 2]);
});

test("who teaches no longer by role sees none of it, though they are on record as a trainer", async () => {
  const former = await anAccount(app, "trainee");
  const { id } = await aTrainer(app.ctx, { userId: former.userId });
  await staff(idsOf(taught, 3), { trainerId: id });
  expect(listed(await (await signedIn(app, former.email))(halfDayList))).toEqual([]);
});

test("the list is filtered by trainer, by room, by site, and leaves the cancelled ones out when asked", async () => {
  const room = await aRoom(app.ctx);
  const inRoom = idsOf(taught, 5).toSorted();
  await staff(inRoom, { roomId: room.id });
  const ask = async (query: Record<string, string>) => listed(await referent(halfDayList, { query }));
  expect(await ask({ trainerId })).toEqual(mine);
  expect(await ask({ roomId: room.id })).toEqual(inRoom);
  expect(await ask({ siteId: room.siteId })).toEqual(inRoom);
  expect(await ask({ siteId: (await aRoom(app.ctx)).siteId })).toEqual([]);
  const [first = "", ...rest] = inRoom;
  await app.ctx.db.halfDay.update({ where: { id: first }, data: { state: "cancelled", cancelledReason: "Neige" } });
  expect(await ask({ roomId: room.id, state: "live" })).toEqual(rest);
  expect(await ask({ roomId: room.id })).toEqual(inRoom);
});
