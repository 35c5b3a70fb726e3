import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Command {
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A file of a package that a workspace package depends on. */
export function packageFile(workspace: string, name: string, file: string): string {
  return join(ROOT, workspace, "node_modules", name, file);
}

/** Runs a Node program with our own terminal; answers whether it succeeded. */
export async function run({ args, cwd = ROOT, env }: Command): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  child.once("error", () => resolve(false));
  child.once("exit", (code) => resolve(code === 0));
  return promise;
}
