import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.ts";

const FILE = join(ROOT, "openapi.json");

/** Writes the API's document where integrators and reviewers find it. */
export async function writeOpenapi(): Promise<void> {
  writeFileSync(FILE, await generated());
}

/** Whether the committed document is the one this code serves. */
export async function openapiIsCurrent(): Promise<boolean> {
  if (existsSync(FILE) && readFileSync(FILE, "utf8") === (await generated())) return true;
  console.error("openapi.json is not what the API serves: run pnpm openapi, and read the difference.");
  return false;
}

async function generated(): Promise<string> {
  const { openapiDocument } = await import("@passerelle/api/http/openapi-document");
  return `${JSON.stringify(await openapiDocument(), null, 2)}\n`;
}
