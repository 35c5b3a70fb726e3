import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "./database.ts";

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
});
afterAll(() => Promise.all([first.drop(), second.drop()]));

test("two test files never see each other's rows", async () => {
  await query(first.url, "CREATE TABLE only_here ()");
  await expect(query(second.url, "SELECT FROM only_here")).rejects.toThrow("does not exist");
});

test("a test database is migrated", async () => {
  await expect(query(first.url, "SELECT FROM _prisma_migrations")).resolves.toBeDefined();
});

async function query(url: string, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await client.query(statement);
  } finally {
    await client.end();
  }
}
