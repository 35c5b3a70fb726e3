import { runPlaywright } from "./checks/test-runs.ts";
import { findChromium } from "./chromium.ts";
import { runTool } from "./run-tool.ts";
import { buildWeb } from "./start/build-web.ts";
import { generate } from "./start/generate.ts";

await runTool(async () => {
  await generate();
  await buildWeb();
  const { failed } = await runPlaywright(findChromium(), process.argv.slice(2));
  if (failed > 0) process.exitCode = 1;
});
