import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, readlinkSync } from "node:fs";

/** A process that cannot be mistaken for a later one under the same number. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startedAt: string;
}

/** When the process started, in the system's own words; undefined when no such process lives. */
export function processStart(pid: number): string | undefined {
  if (process.platform !== "linux") return ask("ps", ["-o", "lstart=", "-p", String(pid)]);
  const stat = readProcFile(pid, "stat");
  if (stat === undefined) return undefined;
  // The command name, in parentheses, may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const isZombie = fields[0] === "Z";
  return isZombie ? undefined : fields[19];
}

export function currentProcess(): ProcessIdentity {
  return { pid: process.pid, startedAt: processStart(process.pid) ?? "unknown" };
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  return processStart(pid) === startedAt;
}

/** The command line of a live process, its arguments separated by spaces. */
export function commandLine(pid: number): string | undefined {
  if (process.platform !== "linux") return ask("ps", ["-o", "command=", "-p", String(pid)]);
  return readProcFile(pid, "cmdline")?.replaceAll("\0", " ").trim();
}

/** Every process that works inside `folder`: a dead postmaster's last children. Only Linux can tell. */
export function processesIn(folder: string): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && workingFolder(pid) === folder);
}

export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already, which is what a signal is for.
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function readProcFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch {
    return undefined;
  }
}

function ask(command: string, args: string[]): string | undefined {
  try {
    const answer = execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
    return answer === "" ? undefined : answer;
  } catch {
    return undefined;
  }
}
