import { runTool } from "./run-tool.ts";
import { buildWeb } from "./start/build-web.ts";
import { generate } from "./start/generate.ts";
import { step } from "./start/progress.ts";

/** Everything that can be made ahead of a start, for an image or a slow machine. */
await runTool(async () => {
  await step(console.log, "Database client", generate);
  await step(console.log, "Web app", buildWeb);
});
