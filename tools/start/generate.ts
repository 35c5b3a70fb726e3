import { execFile } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { SCHEMA_FILE } from "../database/migrations.ts";
import { fingerprint } from "./fingerprint.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const OUTPUT = join(ROOT, "apps/api/src/generated/prisma");

/** Writes the Prisma client when the schema or Prisma changed since the last time; answers whether it did. */
export async function generate(): Promise<boolean> {
  const require = createRequire(import.meta.url);
  const prisma = require.resolve("prisma/package.json");
  const expected = fingerprint([SCHEMA_FILE, prisma]);
  const stampFile = join(OUTPUT, ".fingerprint");
  if (existsSync(stampFile) && readFileSync(stampFile, "utf8") === expected) return false;
  const command = join(dirname(prisma), "build", "index.js");
  await promisify(execFile)(process.execPath, [command, "generate", `--schema=${SCHEMA_FILE}`, "--no-hints"], {
    cwd: ROOT,
    env: {
      ...process.env,
      // Generating needs no schema engine, but would download one where this does not name a program.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  writeFileSync(stampFile, expected);
  return true;
}
