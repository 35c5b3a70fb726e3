import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { packageFile, ROOT, run } from "./run.ts";

export interface TestCount {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  success: z.boolean(),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
});

/** Runs the unit, API, web and tools tests; their own summary goes to the terminal. */
export async function runVitest(): Promise<TestCount> {
  const report = join(ROOT, ".test/vitest.json");
  rmSync(report, { force: true });
  const vitest = packageFile(".", "vitest", "vitest.mjs");
  const args = [vitest, "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return counted(await run({ args }), () => {
    const result = VitestReport.parse(JSON.parse(readFileSync(report, "utf8")));
    const skipped = result.numPendingTests + result.numTodoTests;
    return { passed: result.numPassedTests, failed: result.numFailedTests, skipped };
  });
}

/** Runs the journeys in a browser; their own summary goes to the terminal. */
export async function runPlaywright(chromium: string | undefined, extra: readonly string[] = []): Promise<TestCount> {
  const report = join(ROOT, ".test/playwright.json");
  rmSync(report, { force: true });
  const playwright = packageFile("e2e", "@playwright/test", "cli.js");
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) };
  return counted(await run({ args: [playwright, "test", ...extra], cwd: join(ROOT, "e2e"), env }), () => {
    const { stats } = PlaywrightReport.parse(JSON.parse(readFileSync(report, "utf8")));
    // A test that passed only when tried again is not one to rely on.
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
}

/** A run that failed without a failed test (a broken file, no report at all) counts as one. */
function counted(succeeded: boolean, read: () => TestCount): TestCount {
  let count: TestCount;
  try {
    count = read();
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return succeeded || count.failed > 0 ? count : { ...count, failed: 1 };
}
