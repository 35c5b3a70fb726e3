import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { until } from "../until.ts";
import { commandLine, processesIn, processStart, signal } from "./processes.ts";

/** What a running server wrote about itself in its `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly isReady: boolean;
}

/** The server that runs on this cluster, or undefined: a number recycled by another program does not count. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const lines = readPidFile(cluster);
  if (lines === undefined) return undefined;
  const pid = Number(lines[0]);
  if (!isPostgresOn(pid, cluster)) return undefined;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

/**
 * Removes what a killed server left. While its children live the pid file stays, because it is what keeps a second
 * server off their shared memory.
 */
export async function clearStalePidFile(cluster: string): Promise<void> {
  const lines = readPidFile(cluster);
  if (lines === undefined || findPostmaster(cluster) !== undefined) return;
  for (const pid of processesIn(cluster)) signal(pid, "SIGQUIT");
  await until(() => (processesIn(cluster).length === 0 ? true : undefined), 5_000);
  for (const pid of processesIn(cluster)) signal(pid, "SIGKILL");
  await until(() => (processesIn(cluster).length === 0 ? true : undefined), 5_000);
  rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** Stops a server: politely, then by force. */
export async function stopPostmaster(cluster: string, pid: number): Promise<void> {
  if (await endsAfter("SIGINT", 20_000, cluster, pid)) return;
  await killPostmaster(cluster, pid);
}

/** Stops a server that does not answer; its data is safe, the next start replays its journal. */
export async function killPostmaster(cluster: string, pid: number): Promise<void> {
  if (!(await endsAfter("SIGQUIT", 3_000, cluster, pid))) await endsAfter("SIGKILL", 5_000, cluster, pid);
  await clearStalePidFile(cluster);
}

async function endsAfter(name: NodeJS.Signals, patienceMs: number, cluster: string, pid: number): Promise<boolean> {
  signal(pid, name);
  return (await until(() => (isPostgresOn(pid, cluster) ? undefined : true), patienceMs)) ?? false;
}

function isPostgresOn(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || processStart(pid) === undefined) return false;
  const command = commandLine(pid) ?? "";
  return /postgres(\.exe)?"?( |$)/.test(command) && `${command} `.includes(`-D ${cluster} `);
}

function readPidFile(cluster: string): string[] | undefined {
  try {
    return readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
}
