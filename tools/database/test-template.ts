import type { TestProject } from "vitest/node";
// For the type of what is provided.
import type {} from "@passerelle/api/test/database";
import { generate } from "../generate.ts";
import { startScratchPostgres } from "../postgres/scratch-postgres.ts";
import { migrate } from "./migrate.ts";

/** Vitest's global setup: one throw-away server for all test files, with one migrated database as their template. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generate();
  const postgres = await startScratchPostgres();
  try {
    await migrate({ url: postgres.url, log: () => undefined });
    project.provide("templateDatabaseUrl", postgres.url);
    return () => postgres.stop();
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
