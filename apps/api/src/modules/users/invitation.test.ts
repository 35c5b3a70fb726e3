import { meRead, passwordResetConfirm, passwordResetRequest } from "@passerelle/contracts/account";
import { userDeactivate, userInviteAgain, userRead, userReactivate } from "@passerelle/contracts/users";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anAccount, minutesLater, password, signIn } from "../../../test/accounts.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { accept, anAddress, invitationTo, invite } from "../../../test/invitations.ts";
import { aPerson } from "../../../test/people.ts";

const fortnight = 14 * 1_440;
const nobody = "01890a5d-ac96-774b-bcce-b302099a8057";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as("admin");
});
beforeEach(() => minutesLater(app, 0));
afterAll(() => app.close());

async function invited(changes: object = {}) {
  const { body } = await invite(admin, changes);
  return { userId: String(body.id), email: String(body.email), token: await invitationTo(app, body.email) };
}

async function stateOf(userId: string) {
  const { body } = await admin(userRead, { params: { userId } });
  return { state: body.state, invitedUntil: body.invitedUntil };
}

describe("an invitation", () => {
  test("of somebody new opens an account without a password, for somebody known by name alone", async () => {
    const { status, body } = await invite(admin, { email: "Sacha@Exemple.test" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      person: { givenName: "Sacha", usualName: "Exemple", birthDate: null },
      email: "sacha@exemple.test",
      roles: ["trainer"],
      state: "invited",
      invitedUntil: null,
      can: { invite: { allowed: true }, deactivate: { allowed: true }, reactivate: { code: "illegal_move" } },
    });
    const person = await app.ctx.db.person.findUniqueOrThrow({ where: { id: body.person.id } });
    expect(person).toMatchObject({ identityKey: null, birthName: null, nameKey: "exemple sacha" });
    const events = await app.ctx.db.event.findMany({ where: { entityId: body.id }, orderBy: { id: "asc" } });
    expect(events.map(({ type }) => type)).toEqual(["user.created", "user.invited"]);
  });

  test("of somebody known makes no second person", async () => {
    const personId = await aPerson(app.ctx);
    const before = await app.ctx.db.person.count();
    const { status, body } = await invite(admin, { roles: ["trainee"], person: { kind: "known", personId } });
    expect([status, body.person.id, await app.ctx.db.person.count()]).toEqual([201, personId, before]);
  });

  test("mails one link, open for fourteen days from when it leaves", async () => {
    const { userId, email } = await invited();
    expect(app.mails.filter(({ to }) => to === email)).toHaveLength(1);
    expect(await stateOf(userId)).toEqual({ state: "invited", invitedUntil: "2017-05-16T10:00:00.000Z" });
    minutesLater(app, fortnight);
    expect(await stateOf(userId)).toEqual({ state: "invited", invitedUntil: null });
  });

  test("to an address that has an account is refused, and no mail leaves", async () => {
    const { email } = await anAccount(app);
    await app.deliver();
    const sent = app.mails.length;
    const refused = await invite(admin, { email: email.toUpperCase() });
    expect(refused).toMatchObject({ status: 409, body: { code: "already_exists", errors: [{ pointer: "/email" }] } });
    await app.deliver();
    expect(app.mails).toHaveLength(sent);
  });

  test("of a person who has an account is refused, even twice at once", async () => {
    const person = { kind: "known", personId: await aPerson(app.ctx) };
    const answers = await Promise.all([1, 2].map(() => invite(admin, { person })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    const refused = { status: 409, body: { code: "already_exists", errors: [{ pointer: "/person/personId" }] } };
    expect(await invite(admin, { person })).toMatchObject(refused);
  });

  test.each([
    [{ person: { kind: "known", personId: nobody } }, 422, "/person/personId"],
    [{ roles: [] }, 400, "/roles"],
    [{ roles: ["trainer", "trainer"] }, 400, "/roles"],
    [{ email: "sacha" }, 400, "/email"],
    [{ person: { kind: "new", givenName: "S4cha", usualName: "Exemple" } }, 400, "/person/givenName"],
  ])("with %j is refused", async (changes, status, pointer) => {
    expect(await invite(admin, changes)).toMatchObject({ status, body: { errors: [{ pointer }] } });
  });
});

describe("accepting", () => {
  test("sets the password and opens a sign-in, as signing in does", async () => {
    const { userId, email, token } = await invited();
    const answer = await accept(app, token);
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      kind: "person",
      userId,
      email,
      givenName: "Sacha",
      usualName: "Exemple",
      roles: ["trainer"],
      trainerId: null,
    });
    const cookie = String(answer.headers["set-cookie"]);
    expect(cookie).toMatch(/^passerelle=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const { body: me } = await app.with({ cookie: cookie.split(";")[0] ?? "" })(meRead);
    expect(me).toEqual(answer.body);
    expect((await signIn(app, email)).status).toBe(201);
    expect(await stateOf(userId)).toEqual({ state: "active", invitedUntil: null });
    const types = (await app.ctx.db.event.findMany({ where: { entityId: userId } })).map(({ type }) => type);
    expect(types).toContain("user.invitation-accepted");
  });

  test("works once, also twice at once", async () => {
    const { token } = await invited();
    const answers = await Promise.all([accept(app, token), accept(app, token, `${password} !`)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
    expect((await accept(app, token)).body.code).toBe("token_invalid");
  });

  test("is possible until the last minute of the fourteen days, and no longer", async () => {
    const [inTime, tooLate] = [await invited(), await invited()];
    minutesLater(app, fortnight - 1);
    expect((await accept(app, inTime.token)).status).toBe(201);
    minutesLater(app, fortnight);
    expect(await accept(app, tooLate.token)).toMatchObject({ status: 422, body: { code: "token_invalid" } });
  });

  test.each([
    ["too short", () => "onze signes", 400],
    ["of one letter", () => "aaaaaaaaaaaaaaaa", 422],
    ["the address itself", ({ email }: { email: string }) => email, 422],
  ])("with a password %s is refused, and the link stays good", async (_name, weak, status) => {
    const guest = await invited();
    const refused = await accept(app, guest.token, weak(guest));
    expect(refused).toMatchObject({ status, body: { errors: [{ pointer: "/password" }] } });
    expect(refused.headers["set-cookie"]).toBeUndefined();
    expect((await accept(app, guest.token)).status).toBe(201);
  });

  test("needs an invitation’s token: that of a reset or of a sign-in is none", async () => {
    const { email } = await anAccount(app);
    await app.anonymous(passwordResetRequest, { body: { email } });
    await app.deliver();
    const reset = /\/reset-password#([\w-]{43})\n/.exec(app.mails.at(-1)?.text ?? "")?.[1] ?? "missing";
    expect((await accept(app, reset)).body.code).toBe("token_invalid");
    const secret = /passerelle=([\w-]{43})/.exec(String((await signIn(app, email)).headers["set-cookie"]))?.[1] ?? "";
    expect((await accept(app, secret)).body.code).toBe("token_invalid");
    const { token } = await invited();
    const crossed = await app.anonymous(passwordResetConfirm, { body: { token, password } });
    expect(crossed).toMatchObject({ status: 422, body: { code: "token_invalid" } });
  });

  test("is over once a password was chosen by another way", async () => {
    const { email, token } = await invited();
    await app.anonymous(passwordResetRequest, { body: { email } });
    await app.deliver();
    const reset = /\/reset-password#([\w-]{43})\n/.exec(app.mails.at(-1)?.text ?? "")?.[1] ?? "missing";
    expect((await app.anonymous(passwordResetConfirm, { body: { token: reset, password } })).status).toBe(204);
    expect((await accept(app, token, "une phrase tout autre")).status).toBe(422);
    expect((await signIn(app, email)).status).toBe(201);
  });
});

describe("inviting again", () => {
  const again = (userId: string, headers = {}) => admin(userInviteAgain, { params: { userId }, headers });

  test("mails a new link, and the one before is over at once", async () => {
    const { userId, email, token } = await invited();
    minutesLater(app, 60);
    expect(await again(userId)).toMatchObject({ status: 202, body: { state: "invited", invitedUntil: null } });
    expect((await accept(app, token)).status).toBe(422);
    const renewed = await invitationTo(app, email);
    expect(await stateOf(userId)).toMatchObject({ invitedUntil: "2017-05-16T11:00:00.000Z" });
    expect((await accept(app, renewed)).status).toBe(201);
  });

  test("is refused once a password is chosen, or while deactivated", async () => {
    const active = await anAccount(app);
    expect(await again(active.userId)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
    const { userId } = await invited();
    await admin(userDeactivate, { params: { userId } });
    expect((await again(userId)).status).toBe(409);
  });

  test("of an older version is refused", async () => {
    const { userId } = await invited();
    expect((await again(userId, { "if-match": '"7"' })).status).toBe(412);
  });
});

test("the invitation of an account deactivated since is over, and stays so when it opens again", async () => {
  const { userId, token } = await invited();
  await admin(userDeactivate, { params: { userId } });
  expect((await accept(app, token)).body.code).toBe("token_invalid");
  await admin(userReactivate, { params: { userId } });
  expect((await accept(app, token)).body.code).toBe("token_invalid");
  expect(await stateOf(userId)).toEqual({ state: "invited", invitedUntil: null });
});

test("accepting waits for the account before it takes the link, as whoever renews or ends invitations does", async () => {
  const { userId, token } = await invited();
  const client = await app.database.pool.connect();
  try {
    await client.query("begin");
    await client.query("select 1 from user_account where id = $1 for update", [userId]);
    const accepted = accept(app, token);
    await expect.poll(() => waitingOn(client)).toBe(1);
    const links = await client.query("select 1 from access_token where user_id = $1 for update nowait", [userId]);
    expect(links.rowCount).toBe(1);
    await client.query("commit");
    expect((await accepted).status).toBe(201);
  } finally {
    await client.query("rollback");
    client.release();
  }
});

/** How many transactions wait for this connection's. */
async function waitingOn(client: PoolClient): Promise<number> {
  const { rows } = await client.query(
    "select count(*)::int as waiting from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))",
  );
  return rows[0].waiting;
}

test("a letter not delivered yet when the account is deactivated never leaves", async () => {
  const email = anAddress();
  const { body } = await invite(admin, { email });
  await admin(userDeactivate, { params: { userId: body.id } });
  await app.deliver();
  expect(app.mails.some(({ to }) => to === email)).toBe(false);
});
