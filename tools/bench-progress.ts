import { startScratchPostgres } from "./postgres/scratch-postgres.ts";
import { migrate } from "./database/migrate.ts";
import { runTool } from "./run-tool.ts";
import { generate } from "./start/generate.ts";

/**
 * How long `GET /cohorts/{cohortId}/progress` takes, for 24 trainees, alone and beside 2,000 stored cohorts, as a ratio
 * to its own SQL over bare `pg` in the same run. It measures, and judges nothing.
 */
await runTool(async () => {
  await generate();
  const postgres = await startScratchPostgres();
  try {
    await migrate({ url: postgres.url, log: () => undefined });
    const { benchProgress } = await import("./bench/bench-cohort-progress.ts");
    await benchProgress(postgres.url);
  } finally {
    await postgres.stop();
  }
});
