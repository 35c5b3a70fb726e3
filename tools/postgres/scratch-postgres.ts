import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { currentProcess, processStart } from "./processes.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";
import { startPostgres, type RunningPostgres } from "./start-postgres.ts";

const PREFIX = "passerelle-scratch-";

/** A throw-away server for tests and tools: fast, empty, removed by `stop`. */
export async function startScratchPostgres(): Promise<RunningPostgres> {
  const folder = realpathSync(tmpdir());
  await sweep(folder);
  const { pid, startedAt } = currentProcess();
  const dataDir = mkdtempSync(join(folder, `${PREFIX}${pid}-${asName(startedAt)}-`));
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const postgres = await startPostgres({ dataDir, durable: false, log: () => undefined });
    return { url: postgres.url, stop: () => postgres.stop().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Stops and removes what killed runs left behind. */
async function sweep(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(PREFIX))) {
    const [pid, startedAt] = name.slice(PREFIX.length).split("-");
    if (isStillUsed(Number(pid), startedAt)) continue;
    const cluster = join(folder, name, "postgres");
    const running = findPostmaster(cluster);
    if (running !== undefined) await stopPostmaster(cluster, running.pid);
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isStillUsed(pid: number, startedAt: string | undefined): boolean {
  const start = processStart(pid);
  return start !== undefined && asName(start) === startedAt;
}

function asName(startedAt: string): string {
  return startedAt.replaceAll(/\W+/g, "_");
}
