import type { Env } from "@passerelle/api/env";
import { migrate } from "../database/migrate.ts";
import { startPostgres, type RunningPostgres } from "../postgres/start-postgres.ts";
import { StartupError } from "../startup-error.ts";
import { buildWeb, WEB_ROOT } from "./build-web.ts";
import { checkPort, listenProblem } from "./check-port.ts";
import { generate } from "./generate.ts";
import { step, type Say } from "./progress.ts";

export interface LaunchOptions {
  readonly env: Env;
  readonly say: Say;
  /** The application's clock; the machine's when none is given. */
  readonly now?: () => Temporal.Instant;
  /** Asked between steps; true gives up. */
  readonly isCancelled?: () => boolean;
  /** Leaves the pages to another server. */
  readonly isApiOnly?: boolean;
}

export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

export interface Launched {
  readonly url: string;
  readonly demoAccounts: readonly DemoAccount[];
  /** Drains the server, then leaves the embedded database. */
  readonly close: () => Promise<void>;
}

type Database = Pick<RunningPostgres, "url" | "stop">;

/** Everything between a fresh checkout and a server that answers. Undefined when cancelled on the way. */
export async function launch(options: LaunchOptions): Promise<Launched | undefined> {
  const { env, say } = options;
  await checkPort(env.port, env.host);
  await step(say, "Database client", generate);
  if (options.isApiOnly !== true) await step(say, "Web app", buildWeb);
  if (options.isCancelled?.() === true) return undefined;
  const database = await openDatabase(env, say);
  try {
    const launched = await serveOn(database.url, options);
    if (launched !== undefined) return { ...launched, close: () => closeAll(launched, database) };
    await database.stop();
    return undefined;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function closeAll(server: Pick<Launched, "close">, database: Database): Promise<void> {
  try {
    await server.close();
  } finally {
    await database.stop();
  }
}

async function serveOn(
  databaseUrl: string,
  { env, say, now, isCancelled, isApiOnly }: LaunchOptions,
): Promise<Launched | undefined> {
  await step(
    say,
    "Migrations",
    async () => (await migrate({ url: databaseUrl, log: (line) => say(`  ${line}`) })).length > 0,
  );
  if (isCancelled?.() === true) return undefined;
  // Only now: these modules need the generated client.
  const { seed } = await import("@passerelle/api/seed");
  const { serve } = await import("@passerelle/api/main");
  const clock = now ?? (() => Temporal.Now.instant());
  const { demoAccounts } = await step(say, `Data (${env.seed})`, () =>
    seed({ databaseUrl, kind: env.seed, now: clock(), log: (line) => say(`  ${line}`) }),
  );
  if (isCancelled?.() === true) return undefined;
  const pages = isApiOnly === true ? {} : { webRoot: WEB_ROOT };
  const server = await serve({ env, databaseUrl, now: clock, ...pages }).catch((error: unknown) => {
    // Taken by another program since it was checked.
    const isTaken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
    throw isTaken ? new StartupError(listenProblem(error, env.port, env.host)) : error;
  });
  return { url: server.url, demoAccounts, close: () => server.close() };
}

async function openDatabase({ databaseUrl, dataDir }: Env, say: Say): Promise<Database> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  return step(say, `PostgreSQL in ${dataDir}`, () => startPostgres({ dataDir, log: (line) => say(`  ${line}`) }));
}
