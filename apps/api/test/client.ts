import type { ErrorCode } from "@passerelle/contracts/errors";
import { type Contract, errorsOf } from "@passerelle/contracts/http";
import type { Role, Scope } from "@passerelle/contracts/roles";
import type { FastifyInstance, InjectOptions } from "fastify";
import { type AppOptions, createApp } from "../src/app.ts";
import type { Ctx } from "../src/core/ctx.ts";
import { type Database, openDatabase } from "../src/core/db.ts";
import type { Mailer, Message } from "../src/core/mail.ts";
import type { DeliveryOptions } from "../src/core/outbox-delivery.ts";
import { deliverDue } from "../src/core/outbox-worker.ts";
import { quiet, systemCtx } from "../src/core/system-ctx.ts";
import { newSecret } from "../src/core/tokens.ts";
import { letters } from "../src/letters.ts";
import { createUser } from "../src/modules/accounts/create-user.ts";
import { createApiKey } from "../src/modules/api-keys/create-api-key.ts";
import { createTestDatabase } from "./database.ts";

export interface Sent {
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests read any field of any answer
  readonly body: any;
  /** The body as it came: what a file is read from. */
  readonly bytes: Uint8Array;
  readonly headers: Record<string, unknown>;
}

/** Calls an operation over HTTP, as one caller. */
export type Client = (contract: Contract, sent?: Sent) => Promise<Answer>;

export interface TestApp {
  readonly app: FastifyInstance;
  readonly database: Database;
  /** Passerelle itself, for builders. */
  readonly ctx: Ctx;
  /** What was delivered. */
  readonly mails: Message[];
  /** Delivers every letter that is due, as the worker of a running Passerelle does; fails with the first that cannot be. */
  deliver(): Promise<void>;
  /** Moves the application's clock. */
  setNow(instant: string): void;
  readonly anonymous: Client;
  /** Whoever these headers say. */
  with(headers: Record<string, string>): Client;
  /** A new account with these roles, signed in. */
  as(...roles: Role[]): Promise<Client>;
  withKey(...scopes: Scope[]): Promise<Client>;
  close(): Promise<void>;
}

type StartOptions = Partial<Pick<AppOptions, "rateLimit" | "logger" | "publicUrl" | "typesetter">> & {
  readonly mail?: Mailer;
};

const ownUrl = () => "http://localhost";

/** The real application on a fresh copy of the migrated database, at noon on 2 May 2017 unless moved. */
export async function startApp({ mail, ...options }: StartOptions = {}): Promise<TestApp> {
  const { url, drop } = await createTestDatabase();
  const database = openDatabase(url, { warn: () => undefined });
  const mails: Message[] = [];
  let now = Temporal.Instant.from("2017-05-02T10:00:00Z");
  const mailer = mail ?? { send: async (message: Message) => void mails.push(message) };
  const unlimited = { perMinute: 100_000, anonymousPerMinute: 100_000 };
  const app = await createApp({
    database,
    clock: () => now,
    publicUrl: ownUrl,
    logger: false,
    rateLimit: unlimited,
    ...options,
  });
  await app.ready();
  const ctx = (): Ctx => systemCtx(database, now);
  return {
    app,
    database,
    get ctx() {
      return ctx();
    },
    mails,
    deliver: () => deliverAll({ database, mailer, publicUrl: options.publicUrl ?? ownUrl, clock: () => now }),
    setNow: (instant) => {
      now = Temporal.Instant.from(instant);
    },
    anonymous: clientOf(app, {}),
    with: (headers) => clientOf(app, headers),
    as: async (...roles) => clientOf(app, { cookie: `passerelle=${await signedIn(ctx(), roles)}` }),
    withKey: async (...scopes) => {
      const { secret } = await createApiKey(ctx(), { name: "test", scopes, expiresAt: null });
      return clientOf(app, { authorization: `Bearer ${secret}` });
    },
    close: async () => {
      await app.close();
      await database.close();
      await drop();
    },
  };
}

async function deliverAll(
  options: Pick<DeliveryOptions, "database" | "mailer" | "publicUrl" | "clock">,
): Promise<void> {
  const errors: unknown[] = [];
  const onError = (error: unknown) => void errors.push(error);
  await deliverDue({ ...options, letters, log: quiet, onError });
  if (errors.length > 0) throw errors[0];
}

async function signedIn(ctx: Ctx, roles: readonly Role[]): Promise<string> {
  const email = `${crypto.randomUUID()}@exemple.test`;
  const { userId } = await createUser(ctx, { email, givenName: "Camille", usualName: "Exemple", roles });
  const { secret, hash } = newSecret();
  await ctx.db.accessToken.create({ data: { kind: "sign_in", hash, userId } });
  return secret;
}

function clientOf(app: FastifyInstance, identity: Record<string, string>): Client {
  return async (contract, { params = {}, query, body, headers } = {}) => {
    const path = contract.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
    const request: InjectOptions = {
      method: contract.method,
      url: `/api/v1${path}`,
      headers: { ...identity, ...headers },
      ...(query && { query }),
      ...(body !== undefined && { payload: body as object }),
    };
    const response = await app.inject(request);
    const isJson = String(response.headers["content-type"]).includes("json");
    if (response.statusCode >= 400) expectDeclared(contract, response.json());
    const { statusCode: status, rawPayload: bytes } = response;
    return { status, body: isJson ? response.json() : response.body, bytes, headers: response.headers };
  };
}

/** Every error thrown is one that its operation declares. */
function expectDeclared(contract: Contract, { code }: { code: ErrorCode }): void {
  if (!errorsOf(contract).includes(code)) throw new Error(`${contract.operationId} answers ${code}, undeclared`);
}
