import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    /** A migrated, empty database, made once for all test files. */
    templateDatabaseUrl: string;
  }
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A fresh copy of the migrated template: one per test file, dropped in its `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const template = new URL(inject("templateDatabaseUrl"));
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(template, `CREATE DATABASE ${name} TEMPLATE ${template.pathname.slice(1)}`);
  const copy = new URL(template);
  copy.pathname = `/${name}`;
  return { url: copy.href, drop: () => administer(template, `DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Over the maintenance database: a template that anyone is connected to cannot be copied. */
async function administer(server: URL, statement: string): Promise<void> {
  const maintenance = new URL(server);
  maintenance.pathname = "/postgres";
  const client = new Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
