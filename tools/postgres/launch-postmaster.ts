import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { StartupError } from "../startup-error.ts";
import { until } from "../until.ts";
import { launchAs, type ServerAccount } from "./account.ts";
import { postgresBinaries } from "./binaries.ts";
import { findPostmaster } from "./postmaster.ts";

interface LaunchOptions {
  readonly cluster: string;
  readonly port: number;
  readonly account: ServerAccount | undefined;
  readonly durable: boolean;
  readonly logFile: string;
}

const LOG_LIMIT_BYTES = 5_000_000;

/** Starts the server, waits until it accepts connections, and answers its process id. */
export async function launchPostmaster(options: LaunchOptions): Promise<number> {
  const { command, prefix, ids } = launchAs(options.account, postgresBinaries().postgres, [options.cluster]);
  const log = openLog(options.logFile);
  // In a session of its own, so that Ctrl-C reaches only us, who drain first; its log is a file, so that it outlives us.
  const child = spawn(command, [...prefix, ...serverArguments(options)], {
    ...ids,
    cwd: "/",
    env: {},
    detached: true,
    stdio: ["ignore", log.descriptor, log.descriptor],
  });
  closeSync(log.descriptor);
  let failure: string | undefined;
  child.once("exit", (code, signalName) => (failure = `it ended at once (${code ?? signalName})`));
  child.once("error", (error) => (failure = error.message));
  child.unref();
  const ready = await until(() => {
    if (failure !== undefined) return "failed" as const;
    const found = findPostmaster(options.cluster);
    return found?.isReady === true && found.pid === child.pid ? found : undefined;
  }, 60_000);
  if (ready !== undefined && ready !== "failed") return ready.pid;
  child.kill("SIGQUIT");
  throw new StartupError(
    `PostgreSQL did not start: ${lastError(options.logFile, log.offset) ?? failure ?? "it was not ready within a minute"}.`,
  );
}

/** Answers a port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("A TCP server has no port");
  return address.port;
}

export async function isPortFree(port: number, host = "127.0.0.1"): Promise<boolean> {
  const server = createServer().listen(port, host);
  try {
    await once(server, "listening");
    return true;
  } catch {
    return false;
  } finally {
    server.close();
  }
}

function serverArguments({ cluster, port, durable }: LaunchOptions): string[] {
  const settings = [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "lc_messages=C",
    "timezone=UTC",
    "log_timezone=UTC",
    "max_connections=200",
    ...(durable
      ? []
      : ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"]),
  ];
  return ["-D", cluster, ...settings.flatMap((setting) => ["-c", setting])];
}

function openLog(file: string): { descriptor: number; offset: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) rmSync(file);
  return { descriptor: openSync(file, "a", 0o600), offset: size > LOG_LIMIT_BYTES ? 0 : size };
}

function lastError(logFile: string, offset: number): string | undefined {
  const lines = readFileSync(logFile).subarray(offset).toString("utf8").split("\n");
  return lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line))?.replace(/^.*(?:FATAL|PANIC|ERROR):\s*/, "");
}
