import { openapiChecks, runChecks, staticChecks } from "./checks/static-checks.ts";
import { runVitest } from "./checks/test-runs.ts";
import { runTool } from "./run-tool.ts";
import { generate } from "./start/generate.ts";

await runTool(async () => {
  await generate();
  const tests = { name: "tests", passes: async () => (await runVitest()).failed === 0 };
  const failed = await runChecks([...staticChecks, ...openapiChecks, tests]);
  console.log(failed.length === 0 ? "\nAll is well." : `\nFailed: ${failed.join(", ")}`);
  if (failed.length > 0) process.exitCode = 1;
});
