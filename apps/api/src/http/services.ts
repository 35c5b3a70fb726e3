import type { FastifyRequest } from "fastify";
import type { Actor } from "../core/actor.ts";
import type { Ctx } from "../core/ctx.ts";
import type { Database } from "../core/db.ts";
import { houseTypesetter, type Typesetter } from "../core/typesetter.ts";
import { localeOf } from "./locale.ts";

declare module "fastify" {
  interface FastifyRequest {
    actor: Actor;
    /** Why its caller could not be known. */
    refusal?: Error;
    /** The one instant of this request. */
    now: Temporal.Instant;
  }
  interface FastifyContextConfig {
    contract?: import("@passerelle/contracts/http").Contract;
  }
}

export interface ServicesOptions {
  readonly database: Database;
  readonly clock: () => Temporal.Instant;
  /** Where people reach this installation; links in mails begin with it, never with what a request claims. */
  readonly publicUrl: () => string;
  /** The house's own unless said. */
  readonly typesetter?: Typesetter;
}

/** What requests are served with, made once. */
export class Services {
  readonly database: Database;
  readonly clock: () => Temporal.Instant;
  readonly #publicUrl: () => string;
  readonly #typesetter: Typesetter;

  constructor({ database, clock, publicUrl, typesetter = houseTypesetter }: ServicesOptions) {
    this.database = database;
    this.clock = clock;
    this.#typesetter = typesetter;
    this.#publicUrl = publicUrl;
  }

  get publicUrl(): string {
    return this.#publicUrl();
  }

  /** Behind TLS: cookies are sent over it alone. */
  get isSecure(): boolean {
    return this.publicUrl.startsWith("https:");
  }

  ctxOf(request: FastifyRequest): Ctx {
    return {
      db: this.database.prisma,
      client: this.database.prisma,
      pool: this.database.pool,
      actor: request.actor,
      now: request.now,
      locale: localeOf(request.headers["accept-language"]),
      requestId: request.id,
      publicUrl: this.publicUrl,
      log: request.log,
      typesetter: this.#typesetter,
      answer: null,
    };
  }
}
