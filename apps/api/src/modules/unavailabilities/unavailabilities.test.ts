import {
  unavailabilityCreate,
  unavailabilityDelete,
  unavailabilityList,
  unavailabilityUpdate,
} from "@passerelle/contracts/unavailabilities";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { sentDuring } from "../../../test/waiting.ts";
import { updateUnavailability } from "./update-unavailability.ts";

let app: TestApp;
let referent: Client;
/** A trainer signed in, with who they are, a colleague and a room. */
let trainer: Client;
let ownId: string;
let colleagueId: string;
let roomId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  const { userId, email } = await anAccount(app, "trainer");
  trainer = await signedIn(app, email);
  ownId = (await aTrainer(app.ctx, { userId })).id;
  colleagueId = (await aTrainer(app.ctx, { givenName: "Noa" })).id;
  roomId = (await aRoom(app.ctx)).id;
});
afterAll(() => app.close());

const absent = "01890a5d-ac96-774b-bcce-b302099a8057";
const eventsOf = (entityId: string) =>
  app.database.prisma.event.findMany({ where: { entityId }, orderBy: { id: "asc" } });
const from = "2017-09-01";

async function declared(body: Record<string, unknown>): Promise<string> {
  return (await referent(unavailabilityCreate, { body: { from, ...body } })).body.id;
}

test("an unavailability is said, changed and taken back, each told with what was and what is", async () => {
  const created = await referent(unavailabilityCreate, {
    body: { trainerId: colleagueId, from, to: "2018-06-30", weekdays: [5, 2, 5], slot: "pm", reason: "Cours" },
  });
  expect(created).toMatchObject({
    status: 201,
    headers: { etag: '"1"' },
    body: { trainerId: colleagueId, roomId: null, name: "Noa Exemple", weekdays: [2, 5], everyWeeks: 1, slot: "pm" },
  });
  const params = { unavailabilityId: created.body.id };
  const change = { params, body: { to: null, weekdays: [5, 2], everyWeeks: 2 } };
  expect(await referent(unavailabilityUpdate, change)).toMatchObject({ status: 200, body: { to: null, version: 2 } });
  expect(await referent(unavailabilityUpdate, change)).toMatchObject({ status: 200, body: { version: 2 } });
  expect((await referent(unavailabilityDelete, { params })).status).toBe(204);
  expect((await referent(unavailabilityDelete, { params })).status).toBe(404);
  expect(await eventsOf(params.unavailabilityId)).toMatchObject([
    { type: "unavailability.declared", effectiveOn: new Date(from), data: { from: null, to: { weekdays: [2, 5] } } },
    {
      type: "unavailability.changed",
      data: { from: { to: "2018-06-30", everyWeeks: 1 }, to: { to: null, everyWeeks: 2 } },
    },
    { type: "unavailability.withdrawn", data: { from: { trainerId: colleagueId, everyWeeks: 2 }, to: null } },
  ]);
});

test.each([
  ["of nobody", () => ({ from }), ["/trainerId", "/roomId"]],
  ["of both", () => ({ from, trainerId: colleagueId, roomId }), ["/trainerId", "/roomId"]],
  ["that ends before it begins", () => ({ from, trainerId: colleagueId, to: "2017-08-31" }), ["/to"]],
])("an unavailability %s is refused", async (_case, body, pointers) => {
  const answer = await referent(unavailabilityCreate, { body: body() });
  expect(answer).toMatchObject({ status: 400, body: { code: "request_invalid" } });
  expect(answer.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(pointers);
});

test.each([
  ["trainerId", "unknown_trainer"],
  ["roomId", "unknown_room"],
])("an unknown %s is refused at its field", async (field, code) => {
  expect(await referent(unavailabilityCreate, { body: { from, [field]: absent } })).toMatchObject({
    status: 422,
    body: { code: "resource_invalid", errors: [{ pointer: `/${field}`, code }] },
  });
});

test.each([
  [{ to: "2017-08-31" }, "/to"],
  [{ from: "2017-10-01" }, "/from"],
])("a change that would end it before it begins is refused: %o", async (body, pointer) => {
  const unavailabilityId = await declared({ roomId, to: "2017-09-30" });
  expect(await referent(unavailabilityUpdate, { params: { unavailabilityId }, body })).toMatchObject({
    status: 422,
    body: { code: "resource_invalid", errors: [{ pointer, code: "days_in_order" }] },
  });
});

test("a trainer says, changes and takes back their own (G1)", async () => {
  const created = await trainer(unavailabilityCreate, { body: { trainerId: ownId, from } });
  expect(created).toMatchObject({
    status: 201,
    body: { name: "Camille Exemple", can: { update: { allowed: true }, delete: { allowed: true } } },
  });
  const params = { unavailabilityId: created.body.id };
  expect((await trainer(unavailabilityUpdate, { params, body: { slot: "am" } })).status).toBe(200);
  expect((await trainer(unavailabilityDelete, { params })).status).toBe(204);
});

test("a colleague’s does not exist for a trainer, nor does a room’s (G1)", async () => {
  const own = await declared({ trainerId: ownId });
  const others = [await declared({ trainerId: colleagueId }), await declared({ roomId })];
  for (const unavailabilityId of others) {
    const params = { unavailabilityId };
    expect((await trainer(unavailabilityUpdate, { params, body: { slot: "am" } })).status).toBe(404);
    expect((await trainer(unavailabilityDelete, { params })).status).toBe(404);
  }
  for (const sent of [{}, { query: { trainerId: ownId } }]) {
    const { body } = await trainer(unavailabilityList, sent);
    expect(body.items.map(({ id }: { id: string }) => id)).toEqual([own]);
  }
  expect((await trainer(unavailabilityList, { query: { trainerId: colleagueId } })).body.items).toEqual([]);
  expect((await trainer(unavailabilityList, { query: { roomId } })).body.items).toEqual([]);
  const ofColleague = await trainer(unavailabilityCreate, { body: { trainerId: colleagueId, from } });
  const ofNobody = await trainer(unavailabilityCreate, { body: { trainerId: absent, from } });
  expect(ofColleague.body).toMatchObject({ status: 422, errors: [{ pointer: "/trainerId", code: "unknown_trainer" }] });
  expect(ofColleague.body.errors).toEqual(ofNobody.body.errors);
  expect((await trainer(unavailabilityCreate, { body: { roomId, from } })).status).toBe(403);
  expect((await trainer(unavailabilityCreate, { body: { roomId: absent, from } })).status).toBe(403);
});

test("a key with its scope says it of anybody", async () => {
  const key = await app.withKey("resources:write");
  const { status, body } = await key(unavailabilityCreate, { body: { roomId, from } });
  expect(status).toBe(201);
  expect(body.can).toEqual({ update: { allowed: true }, delete: { allowed: true } });
});

test("they are listed by the days they touch, earliest first, those without end included", async () => {
  const room = await aRoom(app.ctx);
  const ends = [
    ["2019-03-01", "2019-03-31"],
    ["2019-01-01", null],
    ["2019-02-01", "2019-02-28"],
  ];
  for (const [first, to] of ends) await declared({ roomId: room.id, from: first, to });
  const listed = async (query: Record<string, string>) => {
    const { body } = await referent(unavailabilityList, { query: { roomId: room.id, ...query } });
    return body.items.map((each: { from: string }) => each.from.slice(5, 7));
  };
  expect(await listed({})).toEqual(["01", "02", "03"]);
  expect(await listed({ from: "2019-03-01" })).toEqual(["01", "03"]);
  expect(await listed({ to: "2019-02-01" })).toEqual(["01", "02"]);
  const { body: first } = await referent(unavailabilityList, { query: { roomId: room.id, limit: "2" } });
  expect(await listed({ cursor: first.nextCursor })).toEqual(["03"]);
});

test("another version than the one stored is refused with what is", async () => {
  const unavailabilityId = await declared({ trainerId: colleagueId });
  const sent = { params: { unavailabilityId }, headers: { "if-match": '"7"' } };
  const stale = { status: 412, body: { facts: { version: 1, current: { id: unavailabilityId } } } };
  expect(await referent(unavailabilityUpdate, { ...sent, body: { slot: "am" } })).toMatchObject(stale);
  expect(await referent(unavailabilityDelete, sent)).toMatchObject(stale);
  expect((await referent(unavailabilityDelete, { ...sent, headers: { "if-match": '"1"' } })).status).toBe(204);
});

test("of a trainer and a referent who change one at once, the second is told it changed meanwhile", async () => {
  const unavailabilityId = await declared({ trainerId: ownId });
  const sent = { params: { unavailabilityId }, headers: { "if-match": '"1"' } };
  const ways = [
    () => trainer(unavailabilityUpdate, { ...sent, body: { slot: "am" } }),
    () => trainer(unavailabilityDelete, sent),
  ];
  for (const [index, send] of ways.entries()) {
    const reason = `Changement ${index}`;
    const stale = await sentDuring(app, (ctx) => updateUnavailability(ctx, unavailabilityId, { reason }, null), send);
    expect(stale).toMatchObject({
      status: 412,
      body: { facts: { current: { id: unavailabilityId, slot: null, reason } } },
    });
  }
});

test("the half-days planned in it from today on are counted: theirs, on its weekdays and halves, cancelled ones apart", async () => {
  const { sessions } = await aPlannedCohort(app.ctx);
  const teaching = await aTrainer(app.ctx);
  const room = await aRoom(app.ctx);
  const ids = sessions.flatMap(({ halfDays }) => halfDays.map(({ id }) => id));
  await app.ctx.db.halfDay.updateMany({
    where: { id: { in: ids } },
    data: { trainerId: teaching.id, roomId: room.id },
  });
  const days = sessions.flatMap(({ halfDays }) => halfDays);
  const [first, second] = [days[0]?.day ?? "", sessions[1]?.halfDays[0]?.day ?? ""];
  const whole = await declared({ trainerId: teaching.id, from: "2017-01-01" });
  const mornings = await declared({ roomId: room.id, from: first, to: first, slot: "am" });
  const mondays = await declared({ trainerId: teaching.id, from: "2017-01-01", weekdays: [1] });
  const colleague = await declared({ trainerId: colleagueId, from: "2017-01-01" });
  const counts = async () => {
    const { body } = await referent(unavailabilityList, { query: { limit: "200" } });
    const found = new Map(
      body.items.map((each: { id: string; affectedHalfDays: number }) => [each.id, each.affectedHalfDays]),
    );
    return [whole, mornings, mondays, colleague].map((id) => found.get(id));
  };
  const onMondays = days.filter(({ day }) => new Date(day).getUTCDay() === 1).length;
  expect(await counts()).toEqual([ids.length, 1, onMondays, 0]);
  await app.ctx.db.halfDay.update({
    where: { id: days[1]?.id ?? "" },
    data: { state: "cancelled", cancelledReason: "Grève" },
  });
  expect(await counts()).toEqual([ids.length - 1, 1, onMondays, 0]);
  app.setNow(`${second}T20:00:00Z`);
  const left = days.filter(({ day }) => day >= second);
  const mondaysLeft = left.filter(({ day }) => new Date(day).getUTCDay() === 1).length;
  expect(await counts()).toEqual([left.length, 0, mondaysLeft, 0]);
});
