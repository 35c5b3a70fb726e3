import type { FastifyRequest } from "fastify";
import type { Actor } from "../core/actor.ts";
import type { Ctx } from "../core/ctx.ts";
import type { Database } from "../core/db.ts";
import type { Mailer } from "../core/mail.ts";
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
  readonly mail: Mailer;
  readonly clock: () => Temporal.Instant;
  /** Where people reach this installation; links in mails begin with it, never with what a request claims. */
  readonly publicUrl: () => string;
}

/** What requests are served with, made once. */
export class Services {
  readonly database: Database;
  readonly clock: () => Temporal.Instant;
  readonly #mail: Mailer;
  readonly #publicUrl: () => string;

  constructor({ database, mail, clock, publicUrl }: ServicesOptions) {
    this.database = database;
    this.clock = clock;
    this.#mail = mail;
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
      actor: request.actor,
      now: request.now,
      locale: localeOf(request.headers["accept-language"]),
      requestId: request.id,
      publicUrl: this.publicUrl,
      log: request.log,
      mail: this.#mail,
      answer: null,
    };
  }
}
