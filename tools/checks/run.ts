import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Command {
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A file of an installed package, found from the workspace package that depends on it. */
export function packageFile(workspace: string, name: string, file: string): string {
  return join(dirname(createRequire(join(ROOT, workspace, "package.json")).resolve(`${name}/package.json`)), file);
}

/** Runs a Node program with our own terminal; answers whether it succeeded. */
export async function run({ args, cwd = ROOT, env }: Command): Promise<boolean> {
  const child = spawn(process.execPath, args, { cwd, stdio: "inherit", env: { ...process.env, ...env } });
  const { promise, resolve } = Promise.withResolvers<boolean>();
  child.once("error", () => resolve(false));
  child.once("exit", (code) => resolve(code === 0));
  return promise;
}
