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

/** One pool serves Prisma and hand-written statements; it survives a restart of the database. */
export function openDatabase(url: string, log: Pick<Logger, "warn">, connections = 10): Database {
  const pool = new pg.Pool({
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
