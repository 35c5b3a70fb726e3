import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Server } from "./fixtures.ts";

const run = promisify(execFile);
const program = fileURLToPath(new URL("../tools/passerelle.ts", import.meta.url));

/** `npm run passerelle -- …` against the journey's own database; answers what it printed. */
export async function passerelle(server: Server, ...words: string[]): Promise<string> {
  const env = { ...process.env, DATABASE_URL: server.databaseUrl, DATA_DIR: server.dataDir };
  const { stdout } = await run(process.execPath, [program, ...words], { env });
  return stdout.trimEnd();
}
