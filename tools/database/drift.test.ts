import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startScratchPostgres } from "../postgres/scratch-postgres.ts";
import type { RunningPostgres } from "../postgres/start-postgres.ts";
import { readCatalog, type Catalog } from "./catalog.ts";
import { migrate } from "./migrate.ts";
import { MIGRATIONS_DIR, SCHEMA_FILE } from "./migrations.ts";
import { schemaDiff } from "./schema-diff.ts";
import { SCHEMA_EXTRAS } from "./schema-extras.ts";

const schema = readFileSync(SCHEMA_FILE, "utf8");
let postgres: RunningPostgres;
let fromMigrations: Catalog;
let fromSchema: Catalog;

beforeAll(async () => {
  postgres = await startScratchPostgres();
  await migrate({ url: postgres.url, log: () => undefined });
  fromMigrations = await readCatalog(postgres.url);
  const other = new URL(postgres.url);
  other.pathname = "/from_schema";
  await execute(postgres.url, "CREATE DATABASE from_schema");
  await execute(other.href, await schemaDiff(postgres.url, undefined, schema));
  fromSchema = await readCatalog(other.href);
});
afterAll(() => postgres.stop());

test("the migrations make everything that the schema says", () => {
  const common = (_definition: string, name: string) => fromSchema.has(name);
  expect(lines(fromMigrations, common)).toEqual(lines(fromSchema));
});

test("what the migrations make beyond the schema is listed, and nothing else is", () => {
  const extras = [...fromMigrations.keys()].filter((name) => !fromSchema.has(name));
  expect(extras.toSorted()).toEqual(SCHEMA_EXTRAS.toSorted());
});

test("the next migration would start from the present schema", async () => {
  const snapshot = readFileSync(join(MIGRATIONS_DIR, "schema.snapshot.prisma"), "utf8");
  expect(await schemaDiff(postgres.url, snapshot, schema)).toBe("");
});

test("every foreign key has an index that begins with its columns", async () => {
  expect(await execute(postgres.url, UNINDEXED_FOREIGN_KEYS)).toEqual([]);
});

function lines(catalog: Catalog, accepts: (definition: string, name: string) => boolean = () => true): string[] {
  return [...catalog].filter(([name, definition]) => accepts(definition, name)).map((entry) => entry.join(": "));
}

async function execute(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const UNINDEXED_FOREIGN_KEYS = `
  SELECT k.conrelid::regclass || '.' || k.conname AS name
    FROM pg_constraint k
   WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
     AND NOT EXISTS (
       SELECT FROM pg_index i
        WHERE i.indrelid = k.conrelid
          AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
   ORDER BY 1`;
