import { meRead, signInEnd, signInEndAll } from "@passerelle/contracts/account";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { anAccount, minutesLater, password, signedIn, signIn } from "../../../test/accounts.ts";
import { startApp, type TestApp } from "../../../test/client.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => minutesLater(app, 0));
afterAll(() => app.close());

test("the right address and password open a sign-in and say who one is", async () => {
  const { email, userId } = await anAccount(app, "referent", "trainer");
  const { status, body } = await signIn(app, email);
  expect(status).toBe(201);
  expect(body).toEqual({
    kind: "person",
    userId,
    email,
    givenName: "Camille",
    usualName: "Exemple",
    roles: ["referent", "trainer"],
    trainerId: null,
  });
  const me = await (await signedIn(app, email))(meRead);
  expect(me.body).toEqual(body);
});

test("somebody who teaches here is told which trainer they are", async () => {
  const { email, userId } = await anAccount(app, "trainer");
  const { personId } = await app.ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  const trainer = await app.ctx.db.trainer.create({ data: { personId } });
  expect((await signIn(app, email)).body).toMatchObject({ trainerId: trainer.id });
});

test("an address is the same in capitals and with spaces around it", async () => {
  const { email } = await anAccount(app);
  expect((await signIn(app, ` ${email.toUpperCase()} `)).status).toBe(201);
});

test("a password typed with combining accents is the same password", async () => {
  const { email, userId } = await anAccount(app);
  const { hashPassword } = await import("./passwords.ts");
  await app.ctx.db.user.update({
    where: { id: userId },
    data: { passwordHash: await hashPassword("élève très appliquée".normalize("NFD")) },
  });
  expect((await signIn(app, email, "élève très appliquée".normalize("NFC"))).status).toBe(201);
});

test("the cookie is out of reach of scripts and of other sites, and lasts thirty days", async () => {
  const { email } = await anAccount(app);
  const cookie = String((await signIn(app, email)).headers["set-cookie"]);
  expect(cookie).toMatch(/^passerelle=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
});

test("behind TLS the cookie is never sent in clear", async () => {
  const secure = await startApp({ publicUrl: () => "https://passerelle.exemple.test" });
  try {
    const { email } = await anAccount(secure);
    expect(String((await signIn(secure, email)).headers["set-cookie"])).toContain("; Secure");
  } finally {
    await secure.close();
  }
});

test("nothing tells a wrong password from an unknown address or a deactivated account", async () => {
  const known = await anAccount(app);
  const gone = await anAccount(app);
  await app.ctx.db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } });
  const answers = [
    await signIn(app, known.email, "autre chose entièrement"),
    await signIn(app, "personne@exemple.test"),
    await signIn(app, gone.email),
  ];
  const told = answers.map(({ status, body, headers }) => {
    const { requestId: _requestId, ...rest } = body;
    return { status, rest, cookie: headers["set-cookie"] };
  });
  expect(told[0]).toMatchObject({ status: 401, rest: { code: "credentials_wrong" }, cookie: undefined });
  expect(told[1]).toEqual(told[0]);
  expect(told[2]).toEqual(told[0]);
});

describe("an address is locked after five failures, known or not", () => {
  const addresses = {
    known: async () => (await anAccount(app)).email,
    unknown: async () => `${crypto.randomUUID()}@exemple.test`,
  };
  test.each(["known", "unknown"] as const)("%s", async (kind) => {
    const email = await addresses[kind]();
    const fail = () => signIn(app, email, "mauvais mot de passe");
    for (let failure = 1; failure <= 5; failure++) expect((await fail()).status).toBe(401);
    const locked = await signIn(app, email);
    expect(locked.status).toBe(429);
    expect(locked.body.code).toBe("too_many_attempts");
    expect(locked.headers["retry-after"]).toBe("60");
    minutesLater(app, 0.5);
    expect((await fail()).headers["retry-after"]).toBe("30");
    minutesLater(app, 1);
    expect((await fail()).status).toBe(401);
    expect((await fail()).headers["retry-after"]).toBe("120");
    minutesLater(app, 3);
    expect((await fail()).status).toBe(401);
    expect((await fail()).headers["retry-after"]).toBe("240");
  });
});

test("a lock ends by itself, and a success forgets the failures before it", async () => {
  const { email } = await anAccount(app);
  for (let failure = 1; failure <= 5; failure++) await signIn(app, email, "mauvais mot de passe");
  minutesLater(app, 1);
  expect((await signIn(app, email)).status).toBe(201);
  for (let failure = 1; failure <= 4; failure++) await signIn(app, email, "mauvais mot de passe");
  expect((await signIn(app, email)).status).toBe(201);
});

test("failures an hour old are forgotten", async () => {
  const { email } = await anAccount(app);
  for (let failure = 1; failure <= 4; failure++) await signIn(app, email, "mauvais mot de passe");
  minutesLater(app, 61);
  expect((await signIn(app, email, "mauvais mot de passe")).status).toBe(401);
  expect((await signIn(app, email)).status).toBe(201);
});

test("of twenty simultaneous guesses five are tried", async () => {
  const email = `${crypto.randomUUID()}@exemple.test`;
  const guesses = await Promise.all(
    Array.from({ length: 20 }, (_, index) => signIn(app, email, `mauvais mot de passe ${index}`)),
  );
  expect(guesses.filter(({ status }) => status === 401)).toHaveLength(5);
  expect(guesses.filter(({ status }) => status === 429)).toHaveLength(15);
});

test("signing out here leaves the other sign-ins open", async () => {
  const { email } = await anAccount(app);
  const [here, elsewhere] = [await signedIn(app, email), await signedIn(app, email)];
  const answer = await here(signInEnd);
  expect(answer.status).toBe(204);
  expect(String(answer.headers["set-cookie"])).toMatch(/^passerelle=;.*Expires=Thu, 01 Jan 1970/);
  expect((await here(meRead)).status).toBe(401);
  expect((await elsewhere(meRead)).status).toBe(200);
});

test("signing out everywhere ends them all, and nobody else’s", async () => {
  const { email } = await anAccount(app);
  const [here, elsewhere] = [await signedIn(app, email), await signedIn(app, email)];
  const other = await app.as("referent");
  expect((await here(signInEndAll)).status).toBe(204);
  expect((await here(meRead)).status).toBe(401);
  expect((await elsewhere(meRead)).status).toBe(401);
  expect((await other(meRead)).status).toBe(200);
});

test("a sign-in expires after thirty days", async () => {
  const { email } = await anAccount(app);
  const client = await signedIn(app, email);
  minutesLater(app, 30 * 24 * 60 - 1);
  expect((await client(meRead)).status).toBe(200);
  minutesLater(app, 30 * 24 * 60);
  expect((await client(meRead)).status).toBe(401);
});

test("deactivating an account ends its sign-ins at once", async () => {
  const { email, userId } = await anAccount(app);
  const client = await signedIn(app, email);
  await app.ctx.db.user.update({ where: { id: userId }, data: { deactivatedAt: new Date() } });
  expect((await client(meRead)).status).toBe(401);
});

test("changed roles hold from the next request on", async () => {
  const { email, userId } = await anAccount(app, "trainee");
  const client = await signedIn(app, email);
  await app.ctx.db.user.update({ where: { id: userId }, data: { roles: ["admin"] } });
  expect((await client(meRead)).body.roles).toEqual(["admin"]);
});

test("neither passwords nor sign-ins are stored in clear", async () => {
  const { email, userId } = await anAccount(app);
  const secret = /passerelle=([\w-]+)/.exec(String((await signIn(app, email)).headers["set-cookie"]))?.[1] ?? "missing";
  const stored = await app.database.pool.query(
    "select row_to_json(u)::text || coalesce((select json_agg(t)::text from access_token t where t.user_id = u.id), '') as text from user_account u where id = $1",
    [userId],
  );
  const { text } = stored.rows[0];
  expect(text).toContain("$argon2id$");
  expect(text).not.toContain(password);
  expect(text).not.toContain(secret);
  expect(text).not.toContain(Buffer.from(secret).toString("hex"));
});
