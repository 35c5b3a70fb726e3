import { afterAll, beforeAll, expect, test } from "vitest";
import { type Account, anAccount } from "../../../test/accounts.ts";
import { startApp, type TestApp } from "../../../test/client.ts";
import { post } from "../../core/outbox.ts";
import { hashOf } from "../../core/tokens.ts";
import { transaction } from "../../core/transaction.ts";
import { createUser } from "./create-user.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

async function aNewAccount(): Promise<Account> {
  const email = `${crypto.randomUUID()}@exemple.test`;
  const { userId } = await createUser(app.ctx, { email, givenName: "Noa", usualName: "Exemple", roles: [] });
  return { userId, email };
}

function invite({ userId }: Account, locale: "fr" | "en" = "fr"): Promise<void> {
  return transaction({ ...app.ctx, locale }, (ctx) => post(ctx, "invitation", { userId }));
}

const mailsTo = ({ email }: Account) => app.mails.filter(({ to }) => to === email);
const secretsOf = (account: Account) =>
  mailsTo(account).map(({ text }) => /\nhttp:\/\/localhost\/invitation#([\w-]{43})\n/.exec(text)?.[1] ?? "missing");
const stored = (secret: string) => app.ctx.db.accessToken.findUniqueOrThrow({ where: { hash: hashOf(secret) } });

test("an invitation carries a link valid fourteen days, for this account", async () => {
  const account = await aNewAccount();
  await invite(account);
  await app.deliver();
  expect(mailsTo(account)).toEqual([expect.objectContaining({ subject: "Votre espace Passerelle est prêt" })]);
  const [secret = ""] = secretsOf(account);
  expect(await stored(secret)).toMatchObject({
    kind: "invitation",
    userId: account.userId,
    createdAt: new Date("2017-05-02T10:00:00Z"),
    expiresAt: new Date("2017-05-16T10:00:00Z"),
    revokedAt: null,
  });
});

test("it is written in English for whoever asked in English", async () => {
  const account = await aNewAccount();
  await invite(account, "en");
  await app.deliver();
  expect(mailsTo(account)[0]).toMatchObject({
    subject: "Your Passerelle space is ready",
    text: expect.stringContaining("Hello Noa"),
  });
});

test("a second one takes the place of the first, and of no one else’s", async () => {
  const [account, other] = [await aNewAccount(), await aNewAccount()];
  for (const invited of [account, other, account]) await invite(invited);
  await app.deliver();
  const secrets = [...secretsOf(account), ...secretsOf(other)];
  const revoked = (await Promise.all(secrets.map(stored))).map(({ revokedAt }) => revokedAt !== null);
  expect(revoked).toEqual([true, false, false]);
});

test("an account with a password, and one deactivated since, are sent none", async () => {
  const [withPassword, gone] = [await anAccount(app), await aNewAccount()];
  await invite(withPassword);
  await invite(gone);
  await app.ctx.db.user.update({ where: { id: gone.userId }, data: { deactivatedAt: new Date() } });
  await app.deliver();
  expect([...mailsTo(withPassword), ...mailsTo(gone)]).toEqual([]);
  const ids = [withPassword.userId, gone.userId];
  expect(await app.ctx.db.accessToken.count({ where: { kind: "invitation", userId: { in: ids } } })).toBe(0);
});
