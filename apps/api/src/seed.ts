import { readdir, readFile } from "node:fs/promises";
import { openDatabase } from "./core/db.ts";
import { systemCtx } from "./core/system-ctx.ts";
import { type DemoAccount, demoAccounts, loadDemo } from "./demo/load-demo.ts";
import { importReference } from "./modules/programmes/import-reference.ts";

export interface SeedOptions {
  readonly databaseUrl: string;
  readonly kind: "demo" | "reference" | "none";
  /** Today, for the cohort in progress. */
  readonly now: Temporal.Instant;
  readonly log: (line: string) => void;
}

const referenceFolder = new URL("../../../prisma/reference/", import.meta.url);

/** Loads the reference programmes and, the first time, the demo data, by the same commands the API uses. */
export async function seed(options: SeedOptions): Promise<{ demoAccounts: readonly DemoAccount[] }> {
  if (options.kind === "none") return { demoAccounts: [] };
  const database = openDatabase(options.databaseUrl, { warn: (_facts, message) => options.log(message) }, 2);
  try {
    const ctx = systemCtx(database, options.now);
    for (const file of (await readdir(referenceFolder)).toSorted()) {
      await importReference(ctx, JSON.parse(await readFile(new URL(file, referenceFolder), "utf8")), false);
    }
    if (options.kind === "reference") return { demoAccounts: [] };
    const loaded = await loadDemo(ctx);
    if (loaded) options.log("demo accounts and cohorts made");
    return { demoAccounts };
  } finally {
    await database.close();
  }
}
