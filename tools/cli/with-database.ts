import { openDatabase } from "@passerelle/api/core/db";
import type { Ctx } from "@passerelle/api/core/ctx";
import { systemCtx } from "@passerelle/api/core/system-ctx";
import { readEnv, type Env } from "@passerelle/api/env";
import { migrate } from "../database/migrate.ts";
import { startPostgres } from "../postgres/start-postgres.ts";

/** Runs `work` on the migrated database, embedded or not, started for it if it does not run. */
export async function withDatabase<Result>(work: (url: string, env: Env) => Promise<Result>): Promise<Result> {
  const env = readEnv(process.env);
  const embedded =
    env.databaseUrl === undefined ? await startPostgres({ dataDir: env.dataDir, log: () => undefined }) : undefined;
  const url = env.databaseUrl ?? embedded?.url ?? "";
  try {
    await migrate({ url, log: console.error });
    return await work(url, env);
  } finally {
    await embedded?.stop();
  }
}

/** Runs one of the application's commands as the application itself, without anybody signed in. */
export function withCtx<Result>(work: (ctx: Ctx) => Promise<Result>): Promise<Result> {
  return withDatabase(async (url) => {
    const database = openDatabase(url, { warn: (_facts, message) => console.error(message) }, 2);
    try {
      return await work(systemCtx(database, Temporal.Now.instant()));
    } finally {
      await database.close();
    }
  });
}
