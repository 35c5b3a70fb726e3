import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { StartupError } from "../startup-error.ts";

/** The system account PostgreSQL runs under when it cannot be ours: it refuses to run as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
}

/** Answers undefined when the server can simply run as the current user. */
export function serverAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return findAccount() ?? createAccount();
}

/** How to launch a program under an account. */
export interface Launch {
  readonly command: string;
  readonly prefix: readonly string[];
  readonly ids: { uid?: number; gid?: number };
}

/** How to launch `file` under the account, able to reach `paths` even when a folder above them is closed to it. */
export function launchAs(account: ServerAccount | undefined, file: string, paths: readonly string[]): Launch {
  if (account === undefined) return { command: file, prefix: [], ids: {} };
  const closed = [file, ...paths].map((path) => closedParent(path, account)).find((folder) => folder !== undefined);
  if (closed === undefined) return { command: file, prefix: [], ids: account };
  // A checkout under /root or in a private temporary folder: leave to enter folders, and nothing else, is passed on.
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  for (const capability of ["+dac_read_search", "+dac_override"]) {
    const prefix = [...ids, `--inh-caps=${capability}`, `--ambient-caps=${capability}`];
    if (works("setpriv", [...prefix, "test", "-r", file]))
      return { command: "setpriv", prefix: [...prefix, file], ids: {} };
  }
  throw new StartupError(
    `The system user "postgres" cannot enter ${closed}; move the software and its data, or run "chmod o+x ${closed}".`,
  );
}

function closedParent(folder: string, { uid, gid }: ServerAccount): string | undefined {
  for (let parent = dirname(folder); ; parent = dirname(parent)) {
    const { mode, uid: owner, gid: group } = statSync(parent);
    const needed = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return parent;
    if (parent === dirname(parent)) return undefined;
  }
}

function findAccount(): ServerAccount | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith("postgres:"));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
}

function createAccount(): ServerAccount {
  works("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const account = findAccount();
  if (account !== undefined) return account;
  throw new StartupError(
    'PostgreSQL refuses to run as root and the system user "postgres" could not be created; run as an ordinary user.',
  );
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
