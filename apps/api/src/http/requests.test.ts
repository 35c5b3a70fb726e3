import { Writable } from "node:stream";
import { meRead, signInCreate } from "@passerelle/contracts/account";
import { closureCreate, closureList } from "@passerelle/contracts/closures";
import { cohortCreate, cohortList } from "@passerelle/contracts/cohorts";
import { programmeImportRun } from "@passerelle/contracts/programmes";
import { trainingProviderUpdate } from "@passerelle/contracts/training-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anAccount, signedIn } from "../../test/accounts.ts";
import { startApp, type TestApp } from "../../test/client.ts";
import { createApp } from "../app.ts";
import { openDatabase } from "../core/db.ts";
import { loggerOf } from "../main.ts";
import { createApiKey } from "../modules/api-keys/create-api-key.ts";
import { revokeApiKey } from "../modules/api-keys/revoke-api-key.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const closure = { from: "2030-08-01", to: "2030-08-31", label: "Été" };

describe("a write that rides on a cookie must come from our own pages", () => {
  test.each([
    ["our own origin", { origin: "http://localhost", host: "localhost" }, 201],
    ["the address that was called", { origin: "http://passerelle.test", host: "passerelle.test" }, 201],
    ["another site", { origin: "https://evil.test", host: "localhost" }, 403],
    ["an opaque origin", { origin: "null", host: "localhost" }, 403],
    ["no origin, same site by the browser’s word", { "sec-fetch-site": "same-origin" }, 201],
    ["no origin, another site by the browser’s word", { "sec-fetch-site": "cross-site" }, 403],
    ["a client that is no browser", {}, 201],
  ])("%s", async (_name, headers, status) => {
    const { email } = await anAccount(app, "referent");
    const answer = await (await signedIn(app, email))(closureCreate, { body: closure, headers });
    expect(answer.status).toBe(status);
  });

  test("reading is free, and a key is no cookie", async () => {
    const referent = await app.as("referent");
    expect((await referent(closureList, { headers: { origin: "https://evil.test" } })).status).toBe(200);
    const key = await app.withKey("resources:write");
    const headers = { origin: "https://evil.test" };
    expect((await key(closureCreate, { body: closure, headers })).status).toBe(201);
  });
});

describe("API keys", () => {
  const at = (day: string) => Temporal.Instant.from(`${day}T00:00:00Z`);
  const newKey = () => createApiKey(app.ctx, { name: "ERP", scopes: ["cohorts:read"], expiresAt: at("2017-06-01") });
  const call = (secret: string) => app.with({ authorization: `Bearer ${secret}` })(cohortList);

  test("one works until it expires, and its last day of use is known", async () => {
    const { id, secret } = await newKey();
    expect((await call(secret)).status).toBe(200);
    const row = await app.database.prisma.accessToken.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ lastUsedOn: new Date("2017-05-02"), prefix: secret.slice(0, 11) });
    expect(Buffer.from(row.hash).toString("utf8")).not.toContain(secret);
    app.setNow("2017-06-01T00:00:01Z");
    expect(await call(secret)).toMatchObject({ status: 401, body: { code: "sign_in_required" } });
    app.setNow("2017-05-02T10:00:00Z");
  });

  test("a revoked one works no more", async () => {
    const { id, secret } = await newKey();
    await revokeApiKey(app.ctx, id);
    expect((await call(secret)).status).toBe(401);
  });

  test.each(["Bearer", "Bearer pass_unknown", "Basic dXNlcjpwYXNz", `Bearer ${"a".repeat(500)}`])(
    "%s is refused, even beside a good cookie",
    async (authorization) => {
      const referent = await app.as("referent");
      const answer = await referent(meRead, { headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers["www-authenticate"]).toContain("Bearer");
    },
  );

  test("provider settings are never changed by key", async () => {
    const answer = await (await app.withKey("*"))(trainingProviderUpdate, { body: { name: "Autre" } });
    expect(answer).toMatchObject({ status: 403, body: { detail: "Jamais par clé d’API : connectez-vous." } });
  });

  test("an event names the key that acted", async () => {
    const { id, secret } = await createApiKey(app.ctx, { name: "x", scopes: ["resources:write"], expiresAt: null });
    const made = await app.with({ authorization: `Bearer ${secret}` })(closureCreate, { body: closure });
    const event = await app.database.prisma.event.findFirstOrThrow({ where: { entityId: made.body.id } });
    expect(event).toMatchObject({ actorKind: "key", actorId: id, type: "closure.created", entity: "closure" });
  });
});

test.each([
  [undefined, "fr"],
  ["en", "en"],
  ["en-GB,fr;q=0.8", "en"],
  ["de, fr;q=0.5, en;q=0.4", "fr"],
  ["en;q=0, fr;q=0.1", "fr"],
  ["zz", "fr"],
])("Accept-Language %s answers in %s", async (header, language) => {
  const titles = { fr: "Connexion nécessaire", en: "Sign-in required" };
  const headers: Record<string, string> = header === undefined ? {} : { "accept-language": header };
  const { body } = await app.anonymous(meRead, { headers });
  expect(body.title).toBe(titles[language as "fr"]);
});

test("a body over the limit is refused with 413", async () => {
  const answer = await app.anonymous(signInCreate, { body: { email: "a".repeat(300_000), password: "x" } });
  expect(answer).toMatchObject({ status: 413, body: { code: "body_too_large" } });
});

test("every answer carries the strict headers and its request’s identifier", async () => {
  const { headers, body } = await app.anonymous(cohortCreate, { body: {} });
  expect(headers["content-security-policy"]).toContain("script-src 'self'");
  expect(headers["content-security-policy"]).not.toContain("script-src 'self' 'unsafe");
  expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
  expect(headers["x-request-id"]).toBe(body.requestId);
});

test("past the rate, 429 says when to come back; every answer says how many are left", async () => {
  const limited = await startApp({ rateLimit: { perMinute: 5, anonymousPerMinute: 2 } });
  const [first, second, third] = [
    await limited.anonymous(meRead),
    await limited.anonymous(meRead),
    await limited.anonymous(meRead),
  ];
  expect(first.headers["ratelimit"]).toMatch(/^"default";r=1;t=\d+$/);
  expect(first.headers["ratelimit-policy"]).toBe('"default";q=2;w=60');
  expect(second.status).toBe(401);
  expect(third).toMatchObject({ status: 429, body: { code: "rate_limited" } });
  expect(Number(third.headers["retry-after"])).toBeGreaterThan(0);
  const referent = await limited.as("referent");
  expect((await referent(meRead)).status).toBe(200); // people are counted apart from their address
  await limited.close();
});

test("guessing keys is limited by address", async () => {
  const limited = await startApp({ rateLimit: { perMinute: 5, anonymousPerMinute: 3 } });
  const statuses: number[] = [];
  for (let guess = 0; guess < 5; guess++) {
    statuses.push((await limited.with({ authorization: `Bearer pass_${guess}` })(meRead)).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429, 429]);
  await limited.close();
});

test.each([
  ["lists", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ["objects", `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`],
])("%s nested without end are refused", async (_name, nested) => {
  const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
  const answer = await (await app.as("admin"))(programmeImportRun, { body: nested, headers });
  expect(answer).toMatchObject({ status: 400, body: { code: "request_invalid" } });
});

test("with its database out of reach it answers 503 and when to retry, and is not ready but lives", async () => {
  const database = openDatabase("postgresql://nobody:x@127.0.0.1:9/none", { warn: () => undefined });
  const options = { database, clock: () => app.ctx.now, logger: false };
  const away = await createApp({ ...options, publicUrl: () => "http://localhost" });
  const cookie = "passerelle=whoever";
  const answer = await away.inject({ url: "/api/v1/me", headers: { cookie } });
  expect(answer.statusCode).toBe(503);
  expect(answer.headers["retry-after"]).toBe("5");
  expect(answer.json()).toMatchObject({ code: "unavailable" });
  expect((await away.inject("/readyz")).statusCode).toBe(503);
  expect((await away.inject("/livez")).statusCode).toBe(200);
  await away.close();
  await database.close();
});

/** An application whose log is kept, as `serve` keeps it. */
async function logging(): Promise<{ logged: TestApp; told: () => string }> {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const { level, serializers } = loggerOf("info");
  return { logged: await startApp({ logger: { level, serializers, stream } }), told: () => lines.join("") };
}

test("the log tells each request by its route and identifier, and nothing about people", async () => {
  const { logged, told } = await logging();
  const account = await anAccount(logged, "referent");
  const referent = await signedIn(logged, account.email);
  const { headers } = await referent(cohortList, { query: { search: "Durand" } });
  await logged.close();
  expect(told()).toContain('"route":"/api/v1/cohorts"');
  expect(told()).toContain(String(headers["x-request-id"]));
  for (const secret of [account.email, "Durand", "passerelle=", "127.0.0.1", "phrase de passe"]) {
    expect(told()).not.toContain(secret);
  }
});

test("of an unexpected error it tells type, codes and place, and no value of the request", async () => {
  const { logged, told } = await logging();
  await logged.database.pool.query(`
    create function quote_label() returns trigger language plpgsql as
      $$ begin raise exception 'no closure "%"', new.label using errcode = 'PS001', constraint = 'quoted'; end $$;
    create trigger quote_label before insert on closure for each row execute function quote_label()`);
  const body = { ...closure, label: "Mariage Durand" };
  const send = async () => (await logged.as("referent"))(closureCreate, { body });
  await expect(send()).rejects.toThrow("answers internal, undeclared");
  await logged.close();
  expect(told()).toContain("unexpected error");
  expect(told()).toContain('"type":"PrismaClientKnownRequestError"');
  expect(told()).toContain('"model":"Closure"');
  expect(told()).toContain("PS001");
  expect(told()).toContain("create-closure.ts");
  expect(told()).not.toContain("Durand");
});
