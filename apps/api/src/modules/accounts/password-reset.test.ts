import { meRead, passwordResetConfirm, passwordResetRequest } from "@passerelle/contracts/account";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Account, anAccount, minutesLater, signedIn, signIn } from "../../../test/accounts.ts";
import { startApp, type TestApp } from "../../../test/client.ts";

const newPassword = "une autre phrase, bien longue";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
beforeEach(() => minutesLater(app, 0));
afterAll(() => app.close());

function request(email: string, headers: Record<string, string> = {}) {
  return app.anonymous(passwordResetRequest, { body: { email }, headers });
}

function mailsTo({ email }: Account) {
  return app.mails.filter(({ to }) => to === email);
}

/** Asks for a link and takes its token out of the mail. */
async function tokenFor(account: Account): Promise<string> {
  await request(account.email);
  await app.deliver();
  return /\/reset-password#([\w-]{43})\n/.exec(mailsTo(account).at(-1)?.text ?? "")?.[1] ?? "missing";
}

function confirm(token: string, password = newPassword) {
  return app.anonymous(passwordResetConfirm, { body: { token, password } });
}

test("the link of the mail sets a new password, which alone works from then on", async () => {
  const account = await anAccount(app);
  const token = await tokenFor(account);
  expect((await confirm(token)).status).toBe(204);
  expect((await signIn(app, account.email)).status).toBe(401);
  expect((await signIn(app, account.email, newPassword)).status).toBe(201);
});

test("the link begins with the installation’s own address, whatever the request claims", async () => {
  const account = await anAccount(app);
  await request(account.email, { host: "evil.exemple.test", "x-forwarded-host": "evil.exemple.test" });
  await app.deliver();
  expect(mailsTo(account)[0]?.text).toContain("\nhttp://localhost/reset-password#");
  expect(mailsTo(account)[0]?.text).not.toContain("evil");
});

test.each([
  ["fr", "Choisir un nouveau mot de passe", "Bonjour Camille"],
  ["en", "Choose a new password", "Hello Camille"],
])("the mail is written in the language asked for: %s", async (language, subject, greeting) => {
  const account = await anAccount(app);
  await request(account.email, { "accept-language": language });
  await app.deliver();
  expect(mailsTo(account)).toEqual([expect.objectContaining({ subject, text: expect.stringContaining(greeting) })]);
});

test("an unknown address and a deactivated account get the same answer, and no mail", async () => {
  const [known, gone] = [await anAccount(app), await anAccount(app)];
  await app.ctx.db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } });
  const before = app.mails.length;
  const answers = [await request(known.email), await request("personne@exemple.test"), await request(gone.email)];
  expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
    Array.from({ length: 3 }, () => ({ status: 202, body: "" })),
  );
  await app.deliver();
  expect(app.mails.slice(before).map(({ to }) => to)).toEqual([known.email]);
});

test("three links an hour are sent to an address, with the same answer to the fourth request", async () => {
  const account = await anAccount(app);
  for (let time = 1; time <= 5; time++) expect((await request(account.email)).status).toBe(202);
  await app.deliver();
  expect(mailsTo(account)).toHaveLength(3);
  minutesLater(app, 61);
  await request(account.email);
  await app.deliver();
  expect(mailsTo(account)).toHaveLength(4);
});

test("ten simultaneous requests send three links too", async () => {
  const account = await anAccount(app);
  await Promise.all(Array.from({ length: 10 }, () => request(account.email)));
  await app.deliver();
  expect(mailsTo(account)).toHaveLength(3);
});

test("a link works once", async () => {
  const token = await tokenFor(await anAccount(app));
  await confirm(token);
  const again = await confirm(token);
  expect(again.status).toBe(422);
  expect(again.body.code).toBe("token_invalid");
});

test("a link followed twice at once works once", async () => {
  const token = await tokenFor(await anAccount(app));
  const statuses = (await Promise.all([confirm(token), confirm(token, `${newPassword} !`)])).map(
    ({ status }) => status,
  );
  expect(statuses.toSorted((a, b) => a - b)).toEqual([204, 422]);
});

test("two links of one account followed at once: one sets the password, the other is over", async () => {
  const account = await anAccount(app);
  const tokens = [await tokenFor(account), await tokenFor(account), await tokenFor(account)];
  const statuses = (await Promise.all(tokens.map((token) => confirm(token)))).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([204, 422, 422]);
});

test("a link is valid for an hour", async () => {
  const [inTime, tooLate] = [await tokenFor(await anAccount(app)), await tokenFor(await anAccount(app))];
  minutesLater(app, 59);
  expect((await confirm(inTime)).status).toBe(204);
  minutesLater(app, 60);
  expect((await confirm(tooLate)).body.code).toBe("token_invalid");
});

test("a new password ends the other links and every open sign-in, and lifts a lock", async () => {
  const account = await anAccount(app);
  const client = await signedIn(app, account.email);
  const [first, second] = [await tokenFor(account), await tokenFor(account)];
  for (let failure = 1; failure <= 6; failure++) await signIn(app, account.email, "mauvais mot de passe");
  expect((await confirm(first)).status).toBe(204);
  expect((await confirm(second)).status).toBe(422);
  expect((await client(meRead)).status).toBe(401);
  expect((await signIn(app, account.email, newPassword)).status).toBe(201);
});

test("the link of an account deactivated since is over", async () => {
  const account = await anAccount(app);
  const token = await tokenFor(account);
  await app.ctx.db.user.update({ where: { id: account.userId }, data: { deactivatedAt: new Date() } });
  expect((await confirm(token)).body.code).toBe("token_invalid");
});

describe("a password that is easy to guess is refused, and the link stays good", () => {
  test.each([
    ["too short", () => "onze signes", 400],
    ["of one letter", () => "aaaaaaaaaaaaaaaa", 422],
    ["the address itself", ({ email }: Account) => email, 422],
    ["the name in the address, twice", ({ email }: Account) => `${email.split("@")[0]}${email.split("@")[0]}1`, 422],
  ])("%s", async (_name, weak, status) => {
    const account = await anAccount(app);
    const token = await tokenFor(account);
    const refused = await confirm(token, weak(account));
    expect(refused.status).toBe(status);
    expect(refused.body.errors[0].pointer).toBe("/password");
    expect((await confirm(token)).status).toBe(204);
  });
});

test("a letter not delivered before its account was deactivated is not sent", async () => {
  const account = await anAccount(app);
  await request(account.email);
  await app.ctx.db.user.update({ where: { id: account.userId }, data: { deactivatedAt: new Date() } });
  await app.deliver();
  expect(mailsTo(account)).toEqual([]);
});

test.each(["access_token", "pgboss.job"])("links are not stored in clear, in %s", async (table) => {
  const token = await tokenFor(await anAccount(app));
  const { rows } = await app.database.pool.query(`select coalesce(json_agg(t)::text, '') as text from ${table} t`);
  expect(rows[0].text).not.toBe("");
  expect(rows[0].text).not.toContain(token);
});
