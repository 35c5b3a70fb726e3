import type { ServerAccount } from "./account.ts";
import { serverAccount } from "./account.ts";
import { prepareCluster, prepareDataDir, readSettings, writeSettings } from "./cluster.ts";
import { databaseUrl, ensureDatabase } from "./connection.ts";
import { Leases } from "./leases.ts";
import { clearStalePidFile, findPostmaster, killPostmaster, stopPostmaster } from "./postmaster.ts";
import { freePort, isPortFree, launchPostmaster } from "./launch-postmaster.ts";
import { StartupError } from "../startup-error.ts";

export interface PostgresOptions {
  /** The application's data folder; the cluster is its `postgres` subfolder. */
  readonly dataDir: string;
  /** Without one, a free port is chosen and kept for later starts. */
  readonly port?: number;
  /** False for throw-away test servers: much faster, and lost with the machine's power. */
  readonly durable?: boolean;
  readonly log: (line: string) => void;
}

export interface RunningPostgres {
  readonly url: string;
  /** Leaves the server, and stops it when nobody else uses it. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the embedded PostgreSQL of a data folder, or joins the one already running there: one that another process
 * uses, or one orphaned by a crash. Fails with a `StartupError` that says what to do.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const account = serverAccount();
  const dataDir = prepareDataDir(options.dataDir, account);
  const leases = new Leases(dataDir);
  try {
    const { cluster, url } = await leases.exclusively(async () => {
      const started = await startOrJoin({ ...options, dataDir }, account, leases);
      leases.take();
      return started;
    });
    return { url, stop: once(() => leave(leases, cluster)) };
  } catch (error) {
    leases.close();
    throw error;
  }
}

async function startOrJoin(
  options: PostgresOptions,
  account: ServerAccount | undefined,
  leases: Leases,
): Promise<{ cluster: string; url: string }> {
  const cluster = await prepareCluster(options.dataDir, account);
  return { cluster, url: (await join(options, cluster, leases)) ?? (await start(options, cluster, account)) };
}

/** Joins the server that already runs on the cluster; stops one that does not answer and that nobody uses. */
async function join(options: PostgresOptions, cluster: string, leases: Leases): Promise<string | undefined> {
  const running = findPostmaster(cluster);
  if (running === undefined) return undefined;
  const url = databaseUrl(running.port, readSettings(options.dataDir).password);
  // One that is still recovering from a crash says so in its pid file, and may take its time.
  if (await ensureDatabase(url, running.isReady ? 5_000 : 60_000)) {
    options.log(`Joined the PostgreSQL already running on ${options.dataDir}.`);
    return url;
  }
  if (leases.areHeld()) {
    throw new StartupError(`The PostgreSQL of ${options.dataDir} is in use by another process and does not answer.`);
  }
  options.log("Stopping a PostgreSQL left by an earlier run, which does not answer.");
  await killPostmaster(cluster, running.pid);
  return undefined;
}

async function start(options: PostgresOptions, cluster: string, account: ServerAccount | undefined): Promise<string> {
  await clearStalePidFile(cluster);
  const { port: keptPort, password } = readSettings(options.dataDir);
  if (options.port !== undefined && !(await isPortFree(options.port))) {
    throw new StartupError(`PostgreSQL cannot listen on port ${options.port}: another program already does.`);
  }
  const port = options.port ?? (keptPort !== 0 && (await isPortFree(keptPort)) ? keptPort : await freePort());
  writeSettings(options.dataDir, { port, password });
  const pid = await launchPostmaster({
    cluster,
    port,
    account,
    durable: options.durable ?? true,
    logFile: `${options.dataDir}/postgres.log`,
  });
  const url = databaseUrl(port, password);
  if (await ensureDatabase(url, 10_000)) return url;
  await stopPostmaster(cluster, pid);
  throw new StartupError(`PostgreSQL started but does not answer; see ${options.dataDir}/postgres.log.`);
}

async function leave(leases: Leases, cluster: string): Promise<void> {
  await leases.exclusively(async () => {
    leases.giveBack();
    const running = leases.areHeld() ? undefined : findPostmaster(cluster);
    if (running !== undefined) await stopPostmaster(cluster, running.pid);
  });
  leases.close();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
