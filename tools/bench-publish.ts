import { startScratchPostgres } from "./postgres/scratch-postgres.ts";
import { migrate } from "./database/migrate.ts";
import { runTool } from "./run-tool.ts";
import { generate } from "./start/generate.ts";

/**
 * How long it takes to say what publishing a whole plan would change for 24 trainees, to publish it, to read a calendar
 * of a year, fresh and unchanged, and to set 1,000 timetables. It measures, and judges nothing.
 */
await runTool(async () => {
  await generate();
  const postgres = await startScratchPostgres();
  try {
    await migrate({ url: postgres.url, log: () => undefined });
    const { benchPublish } = await import("./bench/bench-publish.ts");
    await benchPublish(postgres.url);
  } finally {
    await postgres.stop();
  }
});
