import { StartupError } from "../startup-error.ts";
import { openapiIsCurrent } from "./openapi-file.ts";
import { packageFile, run } from "./run.ts";
import { checkTypes } from "./types.ts";

export interface Check {
  readonly name: string;
  readonly passes: () => Promise<boolean>;
}

/** What can be said about the code without running it. */
export const staticChecks: readonly Check[] = [
  { name: "format", passes: () => run({ args: [packageFile(".", "oxfmt", "bin/oxfmt"), "--check", "."] }) },
  { name: "lint", passes: () => run({ args: [packageFile(".", "oxlint", "bin/oxlint")] }) },
  { name: "types", passes: checkTypes },
  { name: "unused code", passes: () => run({ args: [packageFile(".", "knip", "bin/knip.js")] }) },
];

/** What can be said about the API's document. */
export const openapiChecks: readonly Check[] = [
  { name: "openapi.json is current", passes: openapiIsCurrent },
  {
    name: "openapi.json is well-formed",
    passes: () =>
      run({
        args: [packageFile("tools", "@redocly/cli", "bin/cli.js"), "lint", "openapi.json"],
        env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
      }),
  },
];

/** Runs checks one after the other, each under its title; answers the names of those that failed. */
export async function runChecks(checks: readonly Check[]): Promise<string[]> {
  const failed: string[] = [];
  for (const { name, passes } of checks) {
    console.log(`\n── ${name}`);
    if (!(await holds(passes))) failed.push(name);
  }
  return failed;
}

/** A check that breaks has failed, and the others still run. */
async function holds(passes: Check["passes"]): Promise<boolean> {
  try {
    return await passes();
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    return false;
  }
}
