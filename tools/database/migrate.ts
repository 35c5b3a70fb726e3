import { randomUUID } from "node:crypto";
import { Client, DatabaseError } from "pg";
import { StartupError } from "../startup-error.ts";
import { MIGRATIONS_DIR, readMigrations, type Migration } from "./migrations.ts";

interface MigrateOptions {
  readonly url: string;
  readonly folder?: string;
  readonly log: (line: string) => void;
}

const OLDEST_SERVER = 18;

/** The lock that Prisma's own CLI takes, so that the two never run at once. */
const PRISMA_LOCK = 72_707_369;

/**
 * Brings a database up to date, each migration in one transaction, and answers the names of those applied. The history
 * is kept in Prisma's own table, so that its CLI agrees with it. Fails with a `StartupError` that says what to do.
 */
export async function migrate({ url, folder = MIGRATIONS_DIR, log }: MigrateOptions): Promise<string[]> {
  const client = await connect(url);
  try {
    await checkServer(client);
    await client.query("SELECT pg_advisory_lock($1)", [PRISMA_LOCK]);
    await client.query(HISTORY_TABLE);
    const pending = await pendingMigrations(client, readMigrations(folder));
    for (const migration of pending) {
      log(`Applying ${migration.name}`);
      await apply(client, migration);
    }
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new StartupError(`The database at ${place(url)} cannot be reached: ${reason(error)}.`);
  }
}

async function checkServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  const problem = serverProblem(rows[0]?.server_version_num ?? "0");
  if (problem !== undefined) throw new StartupError(problem);
}

/** Why a server cannot be used, from its `server_version_num`. */
export function serverProblem(version: string): string | undefined {
  const major = Math.floor(Number(version) / 10_000);
  if (major >= OLDEST_SERVER) return undefined;
  return `The database is PostgreSQL ${major}, which is too old: PostgreSQL ${OLDEST_SERVER} is needed.`;
}

async function pendingMigrations(client: Client, known: readonly Migration[]): Promise<Migration[]> {
  const { rows: history } = await client.query<{ name: string; checksum: string; isFinished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  for (const { name, checksum, isFinished } of history) {
    const migration = known.find((candidate) => candidate.name === name);
    if (migration === undefined) {
      throw new StartupError(`The database is newer than this version: it has the migration ${name}, unknown here.`);
    }
    if (!isFinished) {
      throw new StartupError(`The migration ${name} failed halfway in this database; restore a backup made before it.`);
    }
    if (migration.checksum !== checksum) {
      throw new StartupError(`The migration ${name} was changed after it was applied to this database; put it back.`);
    }
  }
  const applied = new Set(history.map(({ name }) => name));
  return known.filter(({ name }) => !applied.has(name));
}

async function apply(client: Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  try {
    const startedAt = new Date();
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, $4, 1)`,
      [randomUUID(), checksum, name, startedAt],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new StartupError(`The migration ${name} failed and was undone: ${reason(error)}${lineOf(error, sql)}.`);
  }
}

function lineOf(error: unknown, sql: string): string {
  if (!(error instanceof DatabaseError) || error.position === undefined) return "";
  return ` (line ${sql.slice(0, Number(error.position)).split("\n").length})`;
}

function place(url: string): string {
  try {
    const { host, pathname } = new URL(url);
    return `${host}${pathname}`;
  } catch {
    return "DATABASE_URL";
  }
}

function reason(error: unknown): string {
  // A refused connection to a name with several addresses has an empty message of its own.
  if (error instanceof AggregateError) return error.errors.map(reason).join(", ");
  return error instanceof Error ? error.message.replace(/\.$/, "") : String(error);
}

const HISTORY_TABLE = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`;
