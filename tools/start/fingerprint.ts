import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import { relative } from "node:path";

/**
 * A hash over the content of files and, recursively, folders: the same as long as none of them changed, wherever the
 * checkout lies (an image is built in one place and may run in another).
 */
export function fingerprint(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesOf(path)) {
      hash.update(relative(path, file)).update("\0").update(readFileSync(file)).update("\0");
    }
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return globSync(`${path}/**/*`, { exclude: (name) => name === "node_modules" || name === "dist" })
    .filter((file) => statSync(file).isFile())
    .toSorted();
}
