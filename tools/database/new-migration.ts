import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startScratchPostgres } from "../postgres/scratch-postgres.ts";
import { StartupError } from "../startup-error.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS_DIR, SCHEMA_FILE } from "./migrations.ts";
import { schemaDiff } from "./schema-diff.ts";

interface NewMigrationOptions {
  readonly name: string;
  readonly now: Date;
  readonly schemaFile?: string;
  readonly folder?: string;
}

/**
 * Writes the migration that leads to the present `schema.prisma`, and answers its file.
 *
 * It starts from `migrations/schema.snapshot.prisma`: the schema as of the last migration, rewritten here each time. A
 * snapshot beside the migrations is simpler than asking the version control, works in any checkout, and two branches
 * that both migrate meet in a merge conflict there, where a person has to look anyway.
 */
export async function newMigration(options: NewMigrationOptions): Promise<string> {
  const { name, now, schemaFile = SCHEMA_FILE, folder = MIGRATIONS_DIR } = options;
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new StartupError(`A migration's name is words in snake_case, such as add_exam_session; not "${name}".`);
  }
  const schema = readFileSync(schemaFile, "utf8");
  const snapshotFile = join(folder, "schema.snapshot.prisma");
  const snapshot = existsSync(snapshotFile) ? readFileSync(snapshotFile, "utf8") : undefined;
  const postgres = await startScratchPostgres();
  try {
    await migrate({ url: postgres.url, folder, log: () => undefined });
    const sql = await schemaDiff(postgres.url, snapshot, schema);
    const directory = join(folder, `${stamp(now)}_${name}`);
    mkdirSync(directory, { recursive: true });
    const file = join(directory, "migration.sql");
    writeFileSync(file, sql === "" ? "-- The schema did not change: write the SQL by hand.\n" : sql);
    writeFileSync(snapshotFile, schema);
    writeFileSync(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
    await migrate({ url: postgres.url, folder, log: () => undefined });
    return file;
  } finally {
    await postgres.stop();
  }
}

function stamp(now: Date): string {
  return now.toISOString().replaceAll(/\D/g, "").slice(0, 14);
}
