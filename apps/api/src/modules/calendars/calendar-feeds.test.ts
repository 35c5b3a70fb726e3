import {
  calendarFeedCreate,
  calendarFeedList,
  calendarFeedRevoke,
  calendarRead,
  newCalendarFeed,
} from "@passerelle/contracts/calendars";
import type { Role } from "@passerelle/contracts/roles";
import { userDeactivate, userReactivate } from "@passerelle/contracts/users";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { aFeed, eventsOf, publishEdits, readFeed } from "../../../test/calendars.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainee } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { sentDuring } from "../../../test/waiting.ts";
import { loggerOf } from "../../main.ts";
import { createCalendarFeed } from "./create-calendar-feed.ts";

let app: TestApp;
let admin: Client;
let cohortId: string;
let roomId: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as("admin");
  ({ cohortId } = await aPlannedCohort(app.ctx));
  roomId = (await aRoom(app.ctx)).id;
});
afterAll(() => app.close());

const create = (client: Client, body: object = { kind: "person" }, headers: Record<string, string> = {}) =>
  client(calendarFeedCreate, { body, headers });
const list = async (client: Client, query: Record<string, string> = {}) =>
  (await client(calendarFeedList, { query })).body.items;
const revoke = (client: Client, calendarFeedId: string) => client(calendarFeedRevoke, { params: { calendarFeedId } });

async function asAccount(...roles: Role[]): Promise<{ client: Client; userId: string }> {
  const { userId, email } = await anAccount(app, ...roles);
  return { userId, client: await signedIn(app, email) };
}

test("an address is told once, as a link too; of its secret only the hash and four characters are stored", async () => {
  const { client } = await aTrainee(app, cohortId);
  const { status, body } = await create(client);
  expect(status).toBe(201);
  expect(body.url).toMatch(/^http:\/\/localhost\/api\/v1\/calendars\/[\w-]{43}\.ics$/);
  expect(body.webcalUrl).toBe(body.url.replace("http:", "webcal:"));
  const secret: string = body.url.slice(-47, -4);
  expect(body.hint).toBe(secret.slice(-4));
  const { url: _url, webcalUrl: _webcalUrl, ...feed } = body;
  expect(await list(client)).toEqual([feed]);
  const rows = await app.database.pool.query(`
    select feed::text from calendar_feed feed union all select event::text from event
    union all select idempotency_key::text from idempotency_key`);
  expect(JSON.stringify(rows.rows)).not.toContain(secret);
});

test("asked again with its key, the answer is the first one without the address, and there is one feed", async () => {
  const { client } = await aTrainee(app, cohortId);
  const headers = { "idempotency-key": crypto.randomUUID() };
  const first = await create(client, { kind: "person" }, headers);
  const again = await create(client, { kind: "person" }, headers);
  expect(again).toMatchObject({ status: 201, body: { ...first.body, url: null, webcalUrl: null } });
  expect(newCalendarFeed.safeParse(again.body).success).toBe(true);
  const stored = await app.ctx.db.idempotencyKey.findFirst({ where: { key: headers["idempotency-key"] } });
  expect(JSON.stringify(stored)).not.toContain("calendars/");
  expect(await list(client)).toHaveLength(1);
});

test("an address is in the language it was asked for in", async () => {
  const { client } = await aTrainee(app, cohortId);
  const { body } = await create(client, { kind: "person" }, { "accept-language": "en" });
  expect(body.url).toMatch(/\.ics\?lang=en$/);
});

const nobodys = "01890a5d-ac96-774b-bcce-b302099a8057";
const bodies = {
  person: () => ({ kind: "person" }),
  cohort: () => ({ kind: "cohort", cohortId }),
  room: () => ({ kind: "room", roomId }),
  none: () => ({ kind: "cohort", cohortId: nobodys }),
};
test.each<[Role, Record<keyof typeof bodies, number>]>([
  ["admin", { person: 201, cohort: 201, room: 201, none: 404 }],
  ["referent", { person: 201, cohort: 201, room: 201, none: 404 }],
  ["trainer", { person: 201, cohort: 404, room: 403, none: 404 }],
  ["trainee", { person: 201, cohort: 404, room: 404, none: 404 }],
  ["examiner", { person: 403, cohort: 403, room: 403, none: 403 }],
])("who is %s makes addresses of %j, and lists those they may make", async (role, expected) => {
  const client = await app.as(role);
  for (const kind of Object.keys(bodies) as (keyof typeof bodies)[]) {
    const { kind: _kind, ...query } = bodies[kind]() as { kind: string } & Record<string, string>;
    const [made, read] = [await create(client, bodies[kind]()), await client(calendarFeedList, { query })];
    expect([kind, made.status, read.status]).toEqual([
      kind,
      expected[kind],
      expected[kind] === 201 ? 200 : expected[kind],
    ]);
  }
});

test("a trainee sees their cohort, and may not have its calendar; nor does a key have anybody’s", async () => {
  const { client } = await aTrainee(app, cohortId);
  expect(await create(client, bodies.cohort())).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  expect((await client(calendarFeedList, { query: { cohortId } })).status).toBe(403);
  const key = await app.withKey("*");
  expect((await create(key)).status).toBe(403);
  expect((await key(calendarFeedList)).status).toBe(403);
});

test("each lists and revokes their own; a cohort’s and a room’s are their managers’, whoever made them", async () => {
  const [one, other] = [await aTrainee(app, cohortId), await aTrainee(app, cohortId)];
  const own = (await create(one.client)).body;
  const shared = (await create(admin, bodies.cohort())).body;
  const referent = await app.as("referent");
  for (const client of [other.client, referent, admin]) {
    expect(await list(client)).not.toContainEqual(expect.objectContaining({ id: own.id }));
    expect((await revoke(client, own.id)).status).toBe(404);
  }
  expect((await revoke(one.client, shared.id)).status).toBe(404);
  expect((await revoke(await app.as("trainer"), shared.id)).status).toBe(404);
  const told = { id: shared.id, createdBy: "Camille Exemple", can: { revoke: { allowed: true } } };
  expect(await list(referent, { cohortId })).toContainEqual(expect.objectContaining(told));
  expect((await revoke(referent, shared.id)).status).toBe(204);
  expect((await revoke(one.client, own.id)).status).toBe(204);
});

test("a revoked address is gone for good, from its list too; revoking it again changes nothing", async () => {
  const { client } = await aTrainee(app, cohortId);
  const { body } = await create(client);
  const file = body.url.split("/").at(-1);
  expect((await readFeed(app, file)).status).toBe(200);
  expect((await revoke(client, body.id)).status).toBe(204);
  expect((await readFeed(app, file)).status).toBe(404);
  expect(await list(client)).toEqual([]);
  expect((await revoke(client, body.id)).status).toBe(204);
  const events = await app.ctx.db.event.findMany({ where: { entityId: body.id }, orderBy: { id: "asc" } });
  expect(events).toMatchObject([
    { type: "calendar-feed.created", data: { to: { hint: body.hint, cohortId: null, roomId: null } } },
    { type: "calendar-feed.revoked", data: { from: { hint: body.hint } } },
  ]);
});

test("unknown, malformed, revoked or of a deactivated account, an address answers the same", async () => {
  const { client, userId } = await asAccount("referent");
  const files = [await aFeed(client), await aFeed(client, bodies.cohort()), await aFeed(client, bodies.room())];
  expect((await admin(userDeactivate, { params: { userId } })).status).toBe(200);
  const { body: gone } = await readFeed(app, `${"A".repeat(43)}.ics`);
  const { requestId: _id, ...said } = gone;
  const wrong = ["x", "x.ics", files[0]?.replace(".ics", "") ?? "", `${files[0]}.ics`, "é".repeat(40), "%00.ics"];
  for (const file of [...files, ...wrong]) {
    expect(await readFeed(app, file)).toMatchObject({ status: 404, body: said });
  }
  expect((await admin(userReactivate, { params: { userId } })).status).toBe(200);
  for (const file of files) expect((await readFeed(app, file)).status).toBe(200);
});

test("who manages no longer shares no longer; who teaches no longer has an empty calendar", async () => {
  const { client, userId } = await asAccount("referent", "trainer");
  const plan = await aPlannedCohort(app.ctx);
  const [own, shared] = [await aFeed(client), await aFeed(client, bodies.cohort())];
  const trainerId = (await aTrainer(app.ctx, { userId })).id;
  await publishEdits(client, plan.cohortId, [{ id: plan.sessions[0]?.halfDays[0]?.id, trainerId }]);
  const hold = (...roles: Role[]) => app.ctx.db.user.update({ where: { id: userId }, data: { roles } });
  await hold("trainer");
  expect((await readFeed(app, shared)).status).toBe(404);
  expect(await eventsOf(app, own)).toHaveLength(1);
  await hold("trainee");
  expect(await eventsOf(app, own)).toEqual([]);
});

test("the twenty-first address for the same half-days is refused, with what to do; another cohort’s is not", async () => {
  const { client, userId } = await asAccount("referent");
  for (let count = 0; count < 20; count++) await create(client, bodies.room());
  const refused = { code: "too_many_calendar_feeds", facts: { most: 20 } };
  expect(await create(client, bodies.room())).toMatchObject({ status: 409, body: refused });
  expect((await create(client, bodies.cohort())).status).toBe(201);
  expect((await create(await app.as("referent"), bodies.room())).status).toBe(201);
  const { id } = await app.ctx.db.calendarFeed.findFirstOrThrow({ where: { createdBy: userId, roomId } });
  await app.ctx.db.calendarFeed.update({ where: { id }, data: { revokedAt: new Date() } });
  const actor = { kind: "person", userId, tokenId: nobodys, roles: ["referent"] } as const;
  const last = await sentDuring(
    app,
    (ctx) => createCalendarFeed({ ...ctx, actor }, { kind: "room", roomId }),
    () => create(client, bodies.room()),
  );
  expect(last).toMatchObject({ status: 409, body: refused });
});

test("addresses are listed newest first, page after page", async () => {
  const { client } = await aTrainee(app, cohortId);
  const ids = [];
  for (let count = 0; count < 3; count++) ids.unshift((await create(client)).body.id);
  const { body: first } = await client(calendarFeedList, { query: { limit: "2" } });
  const { body: second } = await client(calendarFeedList, { query: { limit: "2", cursor: first.nextCursor } });
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
  expect(second.nextCursor).toBeNull();
});

test("the last day of reading is kept once a day, and a calendar is served even if it cannot be", async () => {
  const { client } = await aTrainee(app, cohortId);
  const file = await aFeed(client);
  expect(await list(client)).toMatchObject([{ lastReadOn: null }]);
  await readFeed(app, file);
  expect(await list(client)).toMatchObject([{ lastReadOn: "2017-05-02" }]);
  await app.database.pool.query(`
    create function refuse_reading() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
    create trigger refuse_reading before update on calendar_feed for each row execute function refuse_reading()`);
  expect((await readFeed(app, file)).status).toBe(200);
  app.setNow("2017-05-03T10:00:00Z");
  expect((await readFeed(app, file)).status).toBe(200);
  await app.database.pool.query("drop trigger refuse_reading on calendar_feed");
  expect(await list(client)).toMatchObject([{ lastReadOn: "2017-05-02" }]);
  await readFeed(app, file);
  expect(await list(client)).toMatchObject([{ lastReadOn: "2017-05-03" }]);
});

test("an address that asks for an unknown language is told so", async () => {
  const file = await aFeed(admin);
  expect((await app.anonymous(calendarRead, { params: { file }, query: { lang: "de" } })).status).toBe(400);
});

test("the log tells that a calendar was read, and of its address nothing", async () => {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const logged = await startApp({ logger: { ...loggerOf("info"), stream } });
  const file = await aFeed(await logged.as("trainer"));
  expect((await readFeed(logged, file)).status).toBe(200);
  expect((await readFeed(logged, `${file}x`)).status).toBe(404);
  await logged.close();
  expect(lines.join("")).toContain('"route":"/api/v1/calendars/:file"');
  expect(lines.join("")).not.toContain(file.slice(0, 8));
});
