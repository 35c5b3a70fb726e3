import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { StartupError } from "../startup-error.ts";
import { fingerprint } from "./fingerprint.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const WEB = join(ROOT, "apps/web");

/** The folder of the built web app. */
export const WEB_ROOT = join(WEB, "dist");

/** Everything that ends up in the built pages. */
const SOURCES = ["apps/web", "packages/contracts", "packages/domain", "pnpm-lock.yaml", "tsconfig.base.json"];

/** Builds the web app when its sources changed since the last time; answers whether it did. */
export async function buildWeb(): Promise<boolean> {
  const stampFile = join(WEB, "node_modules/.passerelle-build");
  const expected = fingerprint(SOURCES.map((path) => join(ROOT, path)));
  const isBuilt = existsSync(join(WEB_ROOT, "index.html")) && existsSync(stampFile);
  if (isBuilt && readFileSync(stampFile, "utf8") === expected) return false;
  const vite = join(dirname(createRequire(join(WEB, "package.json")).resolve("vite/package.json")), "bin/vite.js");
  try {
    await promisify(execFile)(process.execPath, [vite, "build", "--logLevel=warn"], {
      cwd: WEB,
      env: { ...process.env, NO_COLOR: "1" },
    });
  } catch (error) {
    const output = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new StartupError(`The web app could not be built:\n${output}`);
  }
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, expected);
  return true;
}
