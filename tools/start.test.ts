import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostmaster, stopPostmaster } from "./postgres/postmaster.ts";
import { until } from "./until.ts";

const START = fileURLToPath(new URL("start.ts", import.meta.url));

let dataDir: string;
let cluster: string;

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), "passerelle-start-test-"));
  cluster = join(dataDir, "postgres");
});
afterAll(async () => {
  const left = findPostmaster(cluster);
  if (left) await stopPostmaster(cluster, left.pid);
  rmSync(dataDir, { recursive: true, force: true });
});

describe("a whole start", { timeout: 120_000 }, () => {
  test("says each step, the accounts and where it is ready; Ctrl-C stops it and its database", async () => {
    const started = await start();
    expect(started.output()).toMatch(/PostgreSQL in .*Migrations.*Data \(demo\).*Demo accounts:.*referent/s);
    expect((await fetch(`${started.url}/readyz`)).status).toBe(200);
    expect((await fetch(started.url)).headers.get("content-type")).toContain("text/html");
    expect(await stop(started)).toBe(0);
    expect(started.output()).toContain("Stopped.");
    expect(findPostmaster(cluster)).toBeUndefined();
  });

  test("after everything was killed, works again with its data", async () => {
    const killed = await start();
    const orphan = findPostmaster(cluster)?.pid;
    killed.child.kill("SIGKILL");
    await killed.exited;
    const again = await start();
    expect(findPostmaster(cluster)?.pid).toBe(orphan);
    expect(again.output()).not.toContain("Applying");
    expect(await stop(again)).toBe(0);
    expect(findPostmaster(cluster)).toBeUndefined();
  });

  test("a port in use ends it at once, in one sentence", async () => {
    const first = await start();
    const second = run({ PORT: new URL(first.url).port });
    expect(await second.exited).toBe(1);
    expect(second.output().trim().split("\n")).toEqual([expect.stringContaining("is already in use on 127.0.0.1")]);
    await stop(first);
  });

  test("a bad variable ends it at once, in one sentence", async () => {
    const bad = run({ PORT: "http" });
    expect(await bad.exited).toBe(1);
    expect(bad.output().trim()).toBe('PORT is "http", but must be a whole number from 0 (any free port) to 65535.');
  });
});

interface Run {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  readonly output: () => string;
}

function run(variables: Record<string, string>): Run {
  const unset = { DATABASE_URL: "", NODE_ENV: "", SEED: "", PUBLIC_URL: "", LOG_LEVEL: "", NODE_NO_WARNINGS: "1" };
  const env = { ...process.env, ...unset, DATA_DIR: dataDir, ...variables };
  const child = spawn(process.execPath, [START], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  return { child, exited: once(child, "close").then(() => child.exitCode), output: () => output };
}

async function start(): Promise<Run & { url: string }> {
  const started = run({ PORT: "0" });
  const ready = () => /Passerelle is ready: (\S+)/.exec(started.output())?.[1];
  const url = await until(() => ready() ?? (started.child.exitCode === null ? undefined : ""), 100_000);
  if (url === undefined || url === "") throw new Error(`It did not start:\n${started.output()}`);
  return { ...started, url };
}

function stop({ child, exited }: Run): Promise<number | null> {
  child.kill("SIGINT");
  return exited;
}
