import type { Pool } from "pg";
import type { Actor } from "./actor.ts";
import type { Db } from "./db.ts";
import type { Locale } from "./text.ts";
import type { Typesetter } from "./typesetter.ts";
import type { PrismaClient } from "../generated/prisma/client.ts";

/** The part of pino that we use. */
export interface Logger {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Where the first answer to a repeatable request is kept, in the transaction that made it. */
export interface AnswerKeeper {
  keep(db: Db, answer: unknown): Promise<void>;
}

/** All a command may use, made once per request or job. `now` is one instant; nothing below reads a clock. */
export interface Ctx {
  readonly db: Db;
  /** Absent inside a transaction, so that nothing can step out of it. */
  readonly client: PrismaClient | null;
  /** The pool below it, for hand-written statements (`statement.ts`). Absent inside a transaction too. */
  readonly pool: Pool | null;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly locale: Locale;
  readonly requestId: string | null;
  readonly publicUrl: string;
  readonly log: Logger;
  readonly typesetter: Typesetter;
  readonly answer: AnswerKeeper | null;
}
