import { meRead } from "@passerelle/contracts/account";
import type { Role } from "@passerelle/contracts/roles";
import { userChangeRoles, userDeactivate, userList, userReactivate, userRead } from "@passerelle/contracts/users";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Account, anAccount, signedIn, signIn } from "../../../test/accounts.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anAddress, invite } from "../../../test/invitations.ts";

let app: TestApp;
let boss: Account;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
});
/** One active administrator at the start of each test. */
beforeEach(async () => {
  boss = await anAccount(app, "admin");
  admin = await signedIn(app, boss.email);
});
afterEach(() => app.ctx.db.user.updateMany({ data: { deactivatedAt: new Date() } }));
afterAll(() => app.close());

const read = ({ userId }: Account, client = admin) => client(userRead, { params: { userId } });
const deactivate = ({ userId }: Account, client = admin) => client(userDeactivate, { params: { userId } });
const reactivate = ({ userId }: Account) => admin(userReactivate, { params: { userId } });
const give = ({ userId }: Account, roles: readonly Role[], client = admin, headers = {}) =>
  client(userChangeRoles, { params: { userId }, body: { roles }, headers });

async function lastEvent({ userId }: Account) {
  return app.ctx.db.event.findFirst({ where: { entityId: userId }, orderBy: { id: "desc" } });
}

describe("roles", () => {
  test("a change ends every open sign-in of the account, and tells from what to what", async () => {
    const account = await anAccount(app, "referent");
    const [here, there] = [await signedIn(app, account.email), await signedIn(app, account.email)];
    const answer = await give(account, ["trainer", "referent"]);
    expect(answer).toMatchObject({ status: 200, body: { roles: ["referent", "trainer"], version: 2 } });
    expect([(await here(meRead)).status, (await there(meRead)).status]).toEqual([401, 401]);
    expect((await (await signedIn(app, account.email))(meRead)).body.roles).toEqual(["referent", "trainer"]);
    expect(await lastEvent(account)).toMatchObject({ type: "user.signed-in" });
    const event = await app.ctx.db.event.findFirst({ where: { entityId: account.userId, type: "user.roles-changed" } });
    expect(event?.data).toEqual({ from: { roles: ["referent"] }, to: { roles: ["referent", "trainer"] } });
  });

  test("the same roles again change nothing and sign nobody out", async () => {
    const account = await anAccount(app, "referent", "trainer");
    const client = await signedIn(app, account.email);
    expect((await give(account, ["trainer", "referent"])).body.version).toBe(1);
    expect((await client(meRead)).status).toBe(200);
  });

  test("the last active administrator keeps the role, whoever else is invited or deactivated", async () => {
    await invite(admin, { roles: ["admin"] });
    await deactivate(await anAccount(app, "admin"));
    const refused = await give(boss, ["referent"]);
    expect(refused).toMatchObject({ status: 409, body: { code: "last_admin" } });
    expect((await give(boss, ["admin", "referent"])).status).toBe(200);
  });

  test("with a second one the first may give it up, their own sign-in with it", async () => {
    await anAccount(app, "admin");
    expect((await give(boss, ["referent"])).status).toBe(200);
    expect((await admin(meRead)).status).toBe(401);
  });

  test("two who take each other’s role away at once: one administrator is left", async () => {
    for (let round = 0; round < 5; round++) {
      await app.ctx.db.user.updateMany({ data: { deactivatedAt: new Date() } });
      const pair = [await anAccount(app, "admin"), await anAccount(app, "admin")] as const;
      const [one, other] = [await signedIn(app, pair[0].email), await signedIn(app, pair[1].email)];
      const answers = await Promise.all([give(pair[0], ["trainer"], other), give(pair[1], ["trainer"], one)]);
      const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
      expect(statuses[0]).toBe(200);
      expect([401, 409]).toContain(statuses[1]); // signed out before, or refused as the last
      const left = await app.ctx.db.user.count({ where: { roles: { has: "admin" }, deactivatedAt: null } });
      expect(left).toBe(1);
    }
  });

  test("of an older version are refused with the current ones", async () => {
    const account = await anAccount(app, "referent");
    await give(account, ["trainer"]);
    const stale = await give(account, ["examiner"], admin, { "if-match": '"1"' });
    expect(stale).toMatchObject({ status: 412, body: { facts: { current: { roles: ["trainer"] } } } });
  });
});

describe("deactivating", () => {
  test("ends the sign-ins and the way in; reactivating opens it again, with the same password", async () => {
    const account = await anAccount(app, "trainer");
    const client = await signedIn(app, account.email);
    expect(await deactivate(account)).toMatchObject({
      status: 200,
      body: { state: "deactivated", can: { deactivate: { code: "illegal_move" }, reactivate: { allowed: true } } },
    });
    expect(await lastEvent(account)).toMatchObject({ type: "user.deactivated" });
    expect((await client(meRead)).status).toBe(401);
    expect((await signIn(app, account.email)).status).toBe(401);
    expect(await reactivate(account)).toMatchObject({ status: 200, body: { state: "active", version: 3 } });
    expect(await lastEvent(account)).toMatchObject({ type: "user.reactivated" });
    expect((await client(meRead)).status).toBe(401);
    expect((await signIn(app, account.email)).status).toBe(201);
  });

  test("what is so already cannot be made so", async () => {
    const account = await anAccount(app, "trainer");
    expect(await reactivate(account)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
    await deactivate(account);
    expect(await deactivate(account)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  });

  test("the last active administrator stays, and is shown so beforehand", async () => {
    const last = { allowed: false, code: "last_admin" };
    expect((await read(boss)).body.can.deactivate).toEqual(last);
    expect(await deactivate(boss)).toMatchObject({ status: 409, body: { code: "last_admin" } });
    await anAccount(app, "admin");
    expect((await read(boss)).body.can.deactivate).toEqual({ allowed: true });
    expect((await deactivate(boss)).status).toBe(200);
  });

  test("two who deactivate each other at once: one administrator is left", async () => {
    const second = await anAccount(app, "admin");
    const other = await signedIn(app, second.email);
    const answers = await Promise.all([deactivate(boss, other), deactivate(second)]);
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses[0]).toBe(200);
    expect([401, 409]).toContain(statuses[1]);
    expect(await app.ctx.db.user.count({ where: { roles: { has: "admin" }, deactivatedAt: null } })).toBe(1);
  });
});

describe("who may", () => {
  test("the referent sees accounts and what they may not do; a key never comes here", async () => {
    const referent = await app.as("referent");
    const no = { allowed: false, code: "not_allowed" };
    const { body } = await read(boss, referent);
    expect(body.can).toEqual({ changeRoles: no, deactivate: no, reactivate: no, invite: no });
    expect((await deactivate(boss, referent)).status).toBe(403);
    expect((await read(boss, await app.withKey("*"))).status).toBe(403);
  });
});

describe("the list", () => {
  const emails = async (query: Record<string, string>) => {
    const { body } = await admin(userList, { query: { limit: "200", ...query } });
    return body.items.map(({ email }: { email: string }) => email);
  };

  test("is filtered by role, by state, by name case and accents apart, and by address", async () => {
    const givenName = "Héloïse";
    const person = { kind: "new", givenName, usualName: "L’Hermès" };
    const [first, second, third] = [anAddress(), anAddress(), anAddress()];
    await invite(admin, { email: first, roles: ["examiner"], person });
    await invite(admin, { email: second, roles: ["trainee", "examiner"], person });
    const { body } = await invite(admin, { email: third, roles: ["trainee"], person });
    await deactivate({ userId: body.id, email: third });
    const search = "hermes heloise";
    expect((await emails({ search })).toSorted()).toEqual([first, second, third].toSorted());
    expect((await emails({ search, role: "examiner" })).toSorted()).toEqual([first, second].toSorted());
    expect(await emails({ search, state: "deactivated" })).toEqual([third]);
    expect((await emails({ search, state: "invited" })).toSorted()).toEqual([first, second].toSorted());
    expect(await emails({ search, state: "active" })).toEqual([]);
    expect(await emails({ state: "active" })).toEqual([boss.email]);
    expect(await emails({ search: first.slice(2, 30).toUpperCase() })).toEqual([first]);
  });

  test("is paged by name", async () => {
    for (const usualName of ["Zest", "Âne", "Zèbre"]) {
      await invite(admin, { roles: ["trainee"], person: { kind: "new", givenName: "Page", usualName } });
    }
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const { body } = await admin(userList, { query: { search: "page", limit: "2", ...(cursor && { cursor }) } });
      seen.push(...body.items.map(({ person }: { person: { usualName: string } }) => person.usualName));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(["Âne", "Zèbre", "Zest"]);
  });
});
