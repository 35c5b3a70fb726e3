import { openapiChecks, runChecks, staticChecks, type Check } from "./checks/static-checks.ts";
import { runPlaywright, runVitest, type TestCount } from "./checks/test-runs.ts";
import { findChromium } from "./chromium.ts";
import { runTool } from "./run-tool.ts";
import { buildWeb } from "./start/build-web.ts";
import { generate } from "./start/generate.ts";

const webBuild: Check = { name: "web build", passes: () => buildWeb().then(() => true) };

await runTool(async () => {
  await generate();
  const failedChecks = await runChecks([...staticChecks, ...openapiChecks]);
  console.log("\n── unit, API and web tests");
  const counts: TestCount[] = [await runVitest()];
  failedChecks.push(...(await runChecks([webBuild])));
  console.log("\n── journeys in a browser");
  counts.push(await runPlaywright(findChromium()));
  report(counts, failedChecks);
});

function report(counts: readonly TestCount[], failedChecks: readonly string[]): void {
  const sum = (key: keyof TestCount) => counts.reduce((total, count) => total + count[key], 0);
  if (failedChecks.length > 0) console.log(`\nFailed checks: ${failedChecks.join(", ")}`);
  const failed = sum("failed") + failedChecks.length;
  const skipped = sum("skipped");
  console.log(`\n${sum("passed")} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
  if (failed > 0) process.exitCode = 1;
}
