import { packageFile, run } from "./run.ts";

const PACKAGES = ["packages/contracts", "packages/domain", "apps/api", "apps/web", "tools", "e2e"];

/** Checks the types of every workspace package. */
export async function checkTypes(): Promise<boolean> {
  const tsc = packageFile(".", "typescript", "bin/tsc");
  const results = await Promise.all(PACKAGES.map((name) => run({ args: [tsc, "--project", name] })));
  return results.every(Boolean);
}
