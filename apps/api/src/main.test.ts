import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, watch } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "../test/database.ts";
import { openDatabase } from "./core/db.ts";
import { quiet, systemCtx } from "./core/system-ctx.ts";
import { readEnv } from "./env.ts";
import { serve } from "./main.ts";
import { createUser } from "./modules/accounts/create-user.ts";

let copy: TestDatabase;
let dataDir: string;
beforeAll(async () => {
  copy = await createTestDatabase();
  dataDir = mkdtempSync(join(tmpdir(), "passerelle-main-"));
});
afterAll(async () => {
  rmSync(dataDir, { recursive: true });
  await copy.drop();
});

const email = "camille@exemple.test";

async function makeAccount(): Promise<void> {
  const database = openDatabase(copy.url, quiet);
  await createUser(systemCtx(database, Temporal.Now.instant()), {
    email,
    givenName: "Camille",
    usualName: "Exemple",
    roles: [],
  });
  await database.close();
}

async function firstFile(folder: string, signal: AbortSignal): Promise<string> {
  for await (const { filename } of watch(folder, { signal })) {
    if (filename?.endsWith(".eml") === true) return readFile(join(folder, filename), "utf8");
  }
  return "none";
}

test("a running Passerelle delivers what it is asked for, with links to its own address", async ({ signal }) => {
  await makeAccount();
  const mail = join(dataDir, "mail");
  mkdirSync(mail);
  const env = readEnv({ PORT: "0", DATA_DIR: dataDir, DATABASE_URL: copy.url, LOG_LEVEL: "silent" });
  const server = await serve({ env, databaseUrl: copy.url });
  try {
    const delivered = firstFile(mail, signal);
    const body = JSON.stringify({ email });
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${server.url}/api/v1/password-resets`, { method: "POST", body, headers });
    expect(answer.status).toBe(202);
    const text = (await delivered).replaceAll("=\r\n", "").replaceAll("=3D", "=");
    expect(text).toContain(`To: ${email}`);
    expect(text).toMatch(new RegExp(`http://localhost:${new URL(server.url).port}/reset-password#[\\w-]{43}`));
  } finally {
    await server.close();
  }
});
