import type { TestProject } from "vitest/node";
import { generate } from "../start/generate.ts";
import { startScratchPostgres } from "../postgres/scratch-postgres.ts";
import { migrate } from "./migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The migrated template that `createTestDatabase` clones. */
    templateDatabaseUrl: string;
  }
}

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
