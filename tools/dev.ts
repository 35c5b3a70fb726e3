import { spawn, type ChildProcess } from "node:child_process";
import { readEnv } from "@passerelle/api/env";
import { packageFile, ROOT } from "./checks/run.ts";
import { runTool } from "./run-tool.ts";
import { checkPort } from "./start/check-port.ts";
import { onStop } from "./start/on-stop.ts";

/**
 * The API restarted at each change of its files, and Vite's server in front of it. The database is shared with
 * `npm start`; it stays up across restarts because this process holds it.
 */
await runTool(async () => {
  const stopping = onStop();
  const env = readEnv(process.env);
  await checkPort(env.port, env.host);
  const { startPostgres } = await import("./postgres/start-postgres.ts");
  const postgres =
    env.databaseUrl === undefined ? await startPostgres({ dataDir: env.dataDir, log: console.log }) : undefined;
  const children = [
    node(["--watch", "--watch-preserve-output", "tools/dev-api.ts"], ROOT, {
      DATABASE_URL: env.databaseUrl ?? postgres?.url ?? "",
    }),
    node([packageFile("apps/web", "vite", "bin/vite.js"), "--clearScreen=false"], `${ROOT}/apps/web`, {}),
  ];
  const ended = Promise.race(children.map((child) => new Promise((resolve) => child.once("exit", resolve))));
  await Promise.race([stopping.asked, ended]);
  for (const child of children) child.kill("SIGTERM");
  await Promise.all(children.map(exitOf));
  await postgres?.stop();
});

function node(args: readonly string[], cwd: string, env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
}

function exitOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => child.once("exit", () => resolve()));
}
