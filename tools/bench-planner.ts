import { startScratchPostgres } from "./postgres/scratch-postgres.ts";
import { migrate } from "./database/migrate.ts";
import { runTool } from "./run-tool.ts";
import { generate } from "./start/generate.ts";

/**
 * How long a proposal with trainers and rooms takes, and the answer to a half-day being dragged, with 200,000 half-days
 * stored and with one cohort alone, in turn and as a ratio. It measures, and judges nothing.
 */
await runTool(async () => {
  await generate();
  const postgres = await startScratchPostgres();
  try {
    const { benchPlanner, emptyDatabase } = await import("./bench/bench-planner.ts");
    const alone = await emptyDatabase(postgres.url, "alone");
    const crowded = await emptyDatabase(postgres.url, "crowded");
    for (const url of [alone, crowded]) await migrate({ url, log: () => undefined });
    await benchPlanner(alone, crowded);
  } finally {
    await postgres.stop();
  }
});
