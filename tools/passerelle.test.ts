import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostmaster } from "./postgres/postmaster.ts";

const CLI = fileURLToPath(new URL("passerelle.ts", import.meta.url));
const HOLDER = fileURLToPath(new URL("postgres/hold-postgres.ts", import.meta.url));

let dataDir: string;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "passerelle-cli-test-"));
  await passerelle("migrate");
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("a wrong command line is answered with what is right, and code 2", () => {
  test.each([
    [["conjure"], 'There is no command "conjure".'],
    [["apikey", "create", "--name", "x", "--scopes", "everything"], '--scopes is "everything", but must be *, '],
    [["apikey", "create", "--scopes", "*"], "--name is missing."],
    [["apikey", "create", "--name", "x", "--scopes", "*", "--expires", "soon"], '--expires is "soon"'],
    [["create-user", "--role", "king"], "--email is missing."],
    [["migrate", "--hard"], "--hard"],
  ])("%j", async (args, sentence) => {
    const { code, stderr } = await passerelle(...args);
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(sentence) as string });
  });
});

test("an account is made once", async () => {
  const marie = ["create-user", "--role", "admin", "--role", "referent", "--email", "marie@exemple.test"];
  const args = [...marie, "--given-name", "Marie", "--usual-name", "Dupont"];
  expect(await passerelle(...args)).toMatchObject({ code: 0 });
  const again = await passerelle(...args);
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining("already has an account") as string });
  expect(again.stderr).not.toMatch(/^\s+at /m);
});

test("a key is printed alone on the last line, listed without its secret, and revoked", async () => {
  const created = await passerelle("apikey", "create", "--name", "ERP", "--scopes", "cohorts:read");
  const key = created.stdout.trim().split("\n").at(-1) ?? "";
  expect(key).toMatch(/^pass_[\w-]{30,}$/);
  const listed = await passerelle("apikey", "list");
  expect(listed.stdout).toContain(key.slice(0, 11));
  expect(listed.stdout).not.toContain(key);
  expect(await passerelle("apikey", "revoke", key.slice(0, 11))).toMatchObject({ code: 0 });
  expect((await passerelle("apikey", "list")).stdout).toContain("revoked on");
});

test("leaves no database running behind it", () => {
  expect(findPostmaster(join(dataDir, "postgres"))).toBeUndefined();
});

test("works beside a running application, whose database it leaves running", async () => {
  const application = spawn(process.execPath, [HOLDER, dataDir], { stdio: ["pipe", "pipe", "inherit"] });
  await once(application.stdout, "data");
  expect(await passerelle("apikey", "list")).toMatchObject({ code: 0 });
  expect(findPostmaster(join(dataDir, "postgres"))).toBeDefined();
  application.stdin.end();
  await once(application, "exit");
});

function passerelle(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: "", NODE_ENV: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}
