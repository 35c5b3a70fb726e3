import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { type Prisma, PrismaClient } from "../generated/prisma/client.ts";
import type { Logger } from "./ctx.ts";

/** The client outside or inside a transaction: the same reads and writes. */
export type Db = Prisma.TransactionClient;

export interface Database {
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * A connection that hands its queries on one by one. Prisma loads the relations of one read side by side even inside a
 * transaction, which is one connection: PostgreSQL takes them in turn anyway, and the driver warns about it.
 */
class OrderlyClient extends pg.Client {
  #last: Promise<unknown> = Promise.resolve();

  override query(...parameters: unknown[]): never {
    const send = () => (super.query as (...parameters: unknown[]) => unknown).apply(this, parameters); // as: passed on whole
    if (typeof parameters.at(-1) === "function") return send() as never; // as: the pool's own one-query way
    const next = this.#last.then(send);
    this.#last = next.catch(() => undefined);
    return next as never; // as: one of the driver's many overloads
  }
}

/** One pool serves Prisma and hand-written statements; it survives a restart of the database. */
export function openDatabase(url: string, log: Pick<Logger, "warn">, connections = 10): Database {
  const pool = new pg.Pool({
    Client: OrderlyClient,
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5_000,
    application_name: "passerelle",
    options: "-c timezone=UTC -c lc_messages=C",
  });
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection was lost"));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    prisma,
    pool,
    close: async () => {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
