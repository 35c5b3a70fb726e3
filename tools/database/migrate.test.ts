import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startScratchPostgres } from "../postgres/scratch-postgres.ts";
import type { RunningPostgres } from "../postgres/start-postgres.ts";
import { migrate, serverProblem } from "./migrate.ts";
import { newMigration } from "./new-migration.ts";

let postgres: RunningPostgres;
let folder: string;

beforeAll(async () => {
  postgres = await startScratchPostgres();
});
afterAll(() => postgres.stop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "passerelle-migrations-"));
  await query("DROP SCHEMA public CASCADE");
  await query("CREATE SCHEMA public");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("a database is brought up to date", () => {
  test("in the order of the names, each migration once", async () => {
    write("2_fill", "INSERT INTO thing VALUES (1);");
    write("1_make", "CREATE TABLE thing (id int); CREATE FUNCTION one() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;");
    expect(await run()).toEqual(["1_make", "2_fill"]);
    expect(await run()).toEqual([]);
    expect(await query("SELECT * FROM thing")).toEqual([{ id: 1 }]);
  });

  test("by one of two that start at once", async () => {
    write("1_make", "CREATE TABLE thing (id int);");
    const applied = await Promise.all([run(), run()]);
    expect(applied.flat()).toEqual(["1_make"]);
  });

  test("with the history that Prisma keeps", async () => {
    write("1_make", "CREATE TABLE thing (id int);");
    await run();
    const history = `SELECT migration_name, applied_steps_count, finished_at IS NOT NULL AS finished, length(checksum) AS length
                       FROM _prisma_migrations`;
    expect(await query(history)).toEqual([
      { migration_name: "1_make", applied_steps_count: 1, finished: true, length: 64 },
    ]);
  });
});

describe("says in one sentence that", () => {
  test("a migration failed, leaving nothing of it, and can be run again once mended", async () => {
    write("1_make", "CREATE TABLE thing (id int);\nSELECT 1/0;");
    await expect(run()).rejects.toThrow("The migration 1_make failed and was undone: division by zero");
    write("1_make", "CREATE TABLE thing (id int);");
    expect(await run()).toEqual(["1_make"]);
  });

  test("a migration has a mistake, and on which line", async () => {
    write("1_make", "CREATE TABLE thing (id int);\nCREATE TABEL other ();");
    await expect(run()).rejects.toThrow("(line 2)");
  });

  test("an applied migration was changed", async () => {
    write("1_make", "CREATE TABLE thing (id int);");
    await run();
    write("1_make", "CREATE TABLE thing (id bigint);");
    await expect(run()).rejects.toThrow("1_make was changed after it was applied");
  });

  test("the database is newer than the code", async () => {
    write("1_make", "CREATE TABLE thing (id int);");
    await run();
    rmSync(join(folder, "1_make"), { recursive: true });
    await expect(run()).rejects.toThrow("newer than this version: it has the migration 1_make");
  });

  test("another tool left a migration half done", async () => {
    write("1_make", "CREATE TABLE thing (id int);");
    await run();
    await query("UPDATE _prisma_migrations SET finished_at = NULL");
    await expect(run()).rejects.toThrow("1_make failed halfway in this database");
  });

  test("the server is too old", () => {
    expect(serverProblem("170006")).toBe("The database is PostgreSQL 17, which is too old: PostgreSQL 18 is needed.");
    expect(serverProblem("180004")).toBeUndefined();
  });

  test("the database cannot be reached, without its password", async () => {
    const unreachable = migrate({ url: "postgresql://someone:secret@127.0.0.1:1/db", folder, log: () => undefined });
    await expect(unreachable).rejects.toThrow(/^The database at 127\.0\.0\.1:1\/db cannot be reached: (?!.*secret)/);
  });
});

describe("a new migration", () => {
  test("holds the difference to the last one", async () => {
    const first = await create("first", "model Thing { id Int @id }", 1);
    expect(readFileSync(first, "utf8")).toContain('CREATE TABLE "Thing"');
    const second = await create("second", "model Thing { id Int @id\n label String? }", 2);
    expect(readFileSync(second, "utf8").trim()).toMatch(/ALTER TABLE "Thing" ADD COLUMN\s+"label" TEXT;$/);
    expect(await run()).toEqual(["20300101000001_first", "20300101000002_second"]);
  });

  test("is left to write by hand when the schema did not change", async () => {
    await create("first", "model Thing { id Int @id }", 1);
    const second = await create("second", "model Thing { id Int @id }", 2);
    expect(readFileSync(second, "utf8")).toContain("write the SQL by hand");
  });

  test("needs a name in snake_case", async () => {
    await expect(create("Not This", "model Thing { id Int @id }", 1)).rejects.toThrow('not "Not This"');
    expect(readdirSync(folder)).toEqual(["schema.prisma"]);
  });
});

function create(name: string, models: string, second: number): Promise<string> {
  const schemaFile = join(folder, "schema.prisma");
  const datasource = 'datasource db { provider = "postgresql" }';
  const lines = [datasource, models].map((block) => block.replace("{ ", "{\n").replace(" }", "\n}"));
  writeFileSync(schemaFile, `${lines.join("\n")}\n`);
  return newMigration({ name, now: new Date(Date.UTC(2030, 0, 1, 0, 0, second)), schemaFile, folder });
}

function write(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

function run(): Promise<string[]> {
  return migrate({ url: postgres.url, folder, log: () => undefined });
}

async function query(statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
