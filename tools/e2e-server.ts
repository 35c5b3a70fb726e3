import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readEnv } from "@passerelle/api/env";
import { startScratchPostgres } from "./postgres/scratch-postgres.ts";
import { runTool } from "./run-tool.ts";
import { launch } from "./start/launch.ts";

/**
 * The whole application for the journeys, on a throw-away database, from a fixed instant on (its first argument): what
 * comes later is later. Says its address and accounts as one line of JSON; ends, and cleans up, when its input does.
 */
await runTool(async () => {
  const start = Temporal.Instant.from(process.argv[2] ?? "");
  const now = () => start.add({ milliseconds: Math.floor(performance.now()) });
  const ended = new Promise((resolve) => process.stdin.resume().once("end", resolve));
  const dataDir = mkdtempSync(join(tmpdir(), "passerelle-e2e-"));
  const postgres = await startScratchPostgres();
  try {
    const env = readEnv({ PORT: "0", DATA_DIR: dataDir, DATABASE_URL: postgres.url, NODE_ENV: "test" });
    const launched = await launch({ env, say: () => undefined, now });
    if (launched === undefined) return;
    console.log(
      JSON.stringify({ url: launched.url, dataDir, databaseUrl: postgres.url, demoAccounts: launched.demoAccounts }),
    );
    await ended;
    await launched.close();
  } finally {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
