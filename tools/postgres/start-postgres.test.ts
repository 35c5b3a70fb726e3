import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { until } from "../until.ts";
import { findPostmaster, stopPostmaster } from "./postmaster.ts";
import { startPostgres } from "./start-postgres.ts";

let dataDir: string;
let cluster: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "passerelle-postgres-test-"));
  cluster = join(dataDir, "postgres");
});
afterEach(async () => {
  const left = findPostmaster(cluster);
  if (left) await stopPostmaster(cluster, left.pid);
  rmSync(dataDir, { recursive: true, force: true });
});

describe("one user", () => {
  test("keeps its data from one start to the next", async () => {
    const first = await start();
    await query(first.url, "CREATE TABLE kept AS SELECT 42 AS answer");
    await first.stop();
    expect(findPostmaster(cluster)).toBeUndefined();
    const second = await start();
    expect(await query(second.url, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  test("speaks UTF-8, English and UTC whatever the machine", async () => {
    const { url, stop } = await start();
    const settings =
      "SELECT current_setting('server_encoding') AS encoding, current_setting('lc_messages') AS messages";
    expect(await query(url, settings)).toEqual([{ encoding: "UTF8", messages: "C" }]);
    expect(await query(url, "SHOW timezone")).toEqual([{ TimeZone: "UTC" }]);
    await stop();
  });

  test("lets nobody else read the password", async () => {
    await (await start()).stop();
    expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
  });

  test("refuses a wrong password", async () => {
    const { url, stop } = await start();
    const wrong = new URL(url);
    wrong.password = "guess";
    await expect(query(wrong.href, "SELECT 1")).rejects.toThrow("password authentication failed");
    await stop();
  });
});

describe("after a crash", () => {
  test("takes over the server whose parent was killed, and stops it in the end", async () => {
    const holder = await hold();
    await query(holder.url, "CREATE TABLE kept ()");
    const orphan = findPostmaster(cluster)?.pid;
    await kill(holder);
    const { url, stop } = await start();
    expect(findPostmaster(cluster)?.pid).toBe(orphan);
    await query(url, "SELECT FROM kept");
    await stop();
    expect(findPostmaster(cluster)).toBeUndefined();
  });

  test("starts again when everything was killed", async () => {
    const holder = await hold();
    await query(holder.url, "CREATE TABLE kept ()");
    process.kill(findPostmaster(cluster)?.pid ?? 0, "SIGKILL");
    await kill(holder);
    const { url, stop } = await start();
    expect(await query(url, "SELECT 'kept'::regclass")).toHaveLength(1);
    await stop();
  });

  test("replaces a server that is alive but answers nobody", async () => {
    const holder = await hold();
    const frozen = findPostmaster(cluster)?.pid ?? 0;
    process.kill(frozen, "SIGSTOP");
    await kill(holder);
    const { url, stop } = await start();
    expect(findPostmaster(cluster)?.pid).not.toBe(frozen);
    await query(url, "SELECT 1");
    await stop();
  }, 60_000);

  test("is not fooled by another program that got the old server's number", async () => {
    await (await start()).stop();
    writeFileSync(join(cluster, "postmaster.pid"), `${process.pid}\n${cluster}\n0\n5432\n\n127.0.0.1\n\nready\n`);
    const { url, stop } = await start();
    await query(url, "SELECT 1");
    await stop();
    expect(process.exitCode).toBeUndefined();
  });

  test("makes the database anew when the first start was killed halfway", async () => {
    mkdirSync(join(dataDir, "postgres.init"));
    writeFileSync(join(dataDir, "postgres.init", "PG_VERSION"), "18\n");
    const { url, stop } = await start();
    expect(await query(url, "SELECT 1")).toHaveLength(1);
    await stop();
  });
});

describe("several users", () => {
  test("share one server, which the last to leave stops", async () => {
    const server = await hold();
    const command = await start();
    expect(command.url).toBe(server.url);
    await command.stop();
    await query(server.url, "SELECT 1");
    await leave(server);
    expect(findPostmaster(cluster)).toBeUndefined();
  });

  test("a server that joined a command's keeps it when the command ends", async () => {
    const command = await hold();
    const server = await start();
    await leave(command);
    await query(server.url, "SELECT 1");
    await server.stop();
    expect(findPostmaster(cluster)).toBeUndefined();
  });

  test("may start at the same moment on a new folder", async () => {
    const holders = await Promise.all([hold(), hold(), hold()]);
    expect(new Set(holders.map(({ url }) => url)).size).toBe(1);
    await Promise.all(holders.map(leave));
    expect(findPostmaster(cluster)).toBeUndefined();
  });
});

describe("says in one sentence that", () => {
  test("the data is of another PostgreSQL", async () => {
    mkdirSync(cluster);
    writeFileSync(join(cluster, "PG_VERSION"), "16\n");
    await expect(start()).rejects.toThrow(/written by PostgreSQL 16 and this version needs 18/);
  });

  test("the folder cannot be written", async () => {
    const file = join(dataDir, "file");
    writeFileSync(file, "");
    await expect(start({ dataDir: join(file, "data") })).rejects.toThrow(/cannot be written; choose another/);
  });

  test("the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };
    await expect(start({ port })).rejects.toThrow(`cannot listen on port ${port}: another program already does`);
    other.close();
  });

  test("the password file is lost", async () => {
    await (await start()).stop();
    rmSync(join(dataDir, "postgres.json"));
    await expect(start()).rejects.toThrow(/postgres\.json.*put it back from a backup/);
  });

  test("the server's own configuration is broken", async () => {
    await (await start()).stop();
    writeFileSync(join(cluster, "postgresql.auto.conf"), "shared_buffers = 'much'\n");
    await expect(start()).rejects.toThrow(/PostgreSQL did not start: .*(shared_buffers|configuration)/);
  });
});

test("a folder below one that only root may enter works too", async () => {
  const closed = join(dataDir, "closed");
  mkdirSync(closed);
  chmodSync(closed, 0o700);
  const { url, stop } = await start({ dataDir: join(closed, "data") });
  await query(url, "SELECT 1");
  await stop();
  expect(existsSync(join(closed, "data", "postgres", "postmaster.pid"))).toBe(false);
});

test("the server's log is kept in the data folder", async () => {
  await (await start()).stop();
  expect(readFileSync(join(dataDir, "postgres.log"), "utf8")).toContain("ready to accept connections");
});

function start(options: { dataDir?: string; port?: number } = {}) {
  return startPostgres({ dataDir, durable: false, log: () => undefined, ...options });
}

/** A second process that uses the same folder. */
async function hold() {
  const program = fileURLToPath(new URL("hold-postgres.ts", import.meta.url));
  const child = spawn(process.execPath, [program, dataDir], { stdio: ["pipe", "pipe", "inherit"] });
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`A user of ${dataDir} ended with ${code} before it said its address.`);
  });
  const [line] = (await Promise.race([once(child.stdout, "data"), failed])) as [Buffer];
  return { child, url: line.toString("utf8").trim() };
}

async function leave({ child }: Awaited<ReturnType<typeof hold>>): Promise<void> {
  const ended = once(child, "exit");
  child.stdin.end();
  await ended;
}

async function kill({ child }: Awaited<ReturnType<typeof hold>>): Promise<void> {
  child.kill("SIGKILL");
  await until(() => child.exitCode ?? child.signalCode ?? undefined, 5_000);
}

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}
