import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { StartupError } from "../startup-error.ts";
import { launchAs, type ServerAccount } from "./account.ts";
import { POSTGRES_MAJOR, postgresBinaries } from "./binaries.ts";

/** The superuser, and the database everything lives in. */
export const DATABASE_NAME = "passerelle";

const Settings = z.object({ port: z.number(), password: z.string() });
export type ServerSettings = z.infer<typeof Settings>;

/** Creates the data folder when missing, and answers its real path. */
export function prepareDataDir(dataDir: string, account: ServerAccount | undefined): string {
  const path = resolve(dataDir);
  try {
    if (!existsSync(path)) {
      mkdirSync(path, { recursive: true });
      if (account) chmodSync(path, 0o711);
    }
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    // Root may write anywhere by its rights; a read-only disk shows only in a real write. Each process writes a file
    // of its own: two that start at the same moment must not remove each other's.
    const trial = join(path, `.writable-${process.pid}`);
    writeFileSync(trial, "");
    rmSync(trial);
    return realpathSync(path);
  } catch {
    throw new StartupError(`The data folder ${path} cannot be written; choose another with DATA_DIR.`);
  }
}

/** Makes the cluster on the first start; on a later one checks that this PostgreSQL can read it. */
export async function prepareCluster(dataDir: string, account: ServerAccount | undefined): Promise<string> {
  const cluster = join(dataDir, "postgres");
  if (!existsSync(cluster)) await createCluster(dataDir, cluster, account);
  checkVersion(cluster);
  return cluster;
}

/** The server's port and password, in a file only the owner of the data folder can read. */
export function readSettings(dataDir: string): ServerSettings {
  const file = settingsFile(dataDir);
  try {
    return Settings.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new StartupError(
      `${file}, which holds the database's password, is missing or damaged; put it back from a backup.`,
    );
  }
}

export function writeSettings(dataDir: string, settings: ServerSettings): void {
  const file = settingsFile(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(settings)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function createCluster(dataDir: string, cluster: string, account: ServerAccount | undefined): Promise<void> {
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith("postgres.init")) rmSync(join(dataDir, name), { recursive: true });
  }
  const password = randomBytes(24).toString("base64url");
  writeSettings(dataDir, { port: 0, password });
  // Made beside its place and moved there when complete: a start killed halfway leaves nothing that looks finished.
  const unfinished = join(dataDir, "postgres.init");
  const passwordFile = join(dataDir, "postgres.init-password");
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account) for (const path of [unfinished, passwordFile]) chownSync(path, account.uid, account.gid);
  try {
    await runInitdb(unfinished, passwordFile, account);
    renameSync(unfinished, cluster);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

async function runInitdb(folder: string, passwordFile: string, account: ServerAccount | undefined): Promise<void> {
  const { command, prefix, ids } = launchAs(account, postgresBinaries().initdb, [folder]);
  const options = [
    `--pgdata=${folder}`,
    `--username=${DATABASE_NAME}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--set=lc_messages=C",
    "--set=timezone=UTC",
    "--set=log_timezone=UTC",
    "--no-instructions",
  ];
  try {
    await promisify(execFile)(command, [...prefix, ...options], { ...ids, cwd: dirname(folder), env: {} });
  } catch (error) {
    const output = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new StartupError(`The database could not be created in ${folder}: ${output.split("\n").at(-1)}`);
  }
}

function checkVersion(cluster: string): void {
  let version: string;
  try {
    version = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  } catch (error) {
    const isClosed = error instanceof Error && "code" in error && error.code === "EACCES";
    throw new StartupError(
      isClosed
        ? `${cluster} belongs to another user; start as the user who made it.`
        : `${cluster} is not a PostgreSQL data folder; move it away, or choose another DATA_DIR.`,
    );
  }
  if (version === String(POSTGRES_MAJOR)) return;
  throw new StartupError(
    `The data in ${cluster} was written by PostgreSQL ${version} and this version needs ${POSTGRES_MAJOR}; ` +
      `dump it with PostgreSQL ${version} and load it into a new data folder.`,
  );
}

function settingsFile(dataDir: string): string {
  return join(dataDir, "postgres.json");
}
