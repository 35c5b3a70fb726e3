import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";

/** A hash over the content of files and, recursively, folders: the same as long as none of them changed. */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(filesOf)) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return globSync(`${path}/**/*`, { exclude: (name) => name === "node_modules" || name === "dist" })
    .filter((file) => statSync(file).isFile())
    .toSorted();
}
