import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { until } from "../until.ts";
import { StartupError } from "../startup-error.ts";
import { currentProcess, isAlive, type ProcessIdentity } from "./processes.ts";

/**
 * Who uses the server of a data folder. Every process that starts or joins it takes a lease; the last living one to
 * leave stops the server. So a command run beside the application never stops it under its feet, and a server whose
 * users were all killed belongs to whoever comes next.
 *
 * SQLite keeps the list because its lock is the system's own: it falls when its holder dies, however it dies.
 */
export class Leases {
  readonly #database: DatabaseSync;

  constructor(dataDir: string) {
    this.#database = new DatabaseSync(join(dataDir, "postgres.leases"), { timeout: 0 });
  }

  /** Runs `work` while no other process can start, join or stop this folder's server. */
  async exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const locked = await until(() => this.#tryLock(), 60_000);
    if (!locked) throw new StartupError("Another start on this data folder has not finished after a minute.");
    try {
      this.#database.exec("CREATE TABLE IF NOT EXISTS lease (pid INTEGER NOT NULL, started_at TEXT NOT NULL)");
      const result = await work();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  take(): void {
    const { pid, startedAt } = currentProcess();
    this.#database.prepare("INSERT INTO lease (pid, started_at) VALUES (?, ?)").run(pid, startedAt);
  }

  /** Gives one lease of this process back. */
  giveBack(): void {
    const { pid } = currentProcess();
    this.#database.prepare("DELETE FROM lease WHERE rowid = (SELECT rowid FROM lease WHERE pid = ? LIMIT 1)").run(pid);
  }

  /** Whether a living process holds a lease; forgets the dead ones. */
  areHeld(): boolean {
    const rows = this.#database.prepare("SELECT rowid, pid, started_at FROM lease").all();
    const isHeld = rows.map((row) => {
      const holder: ProcessIdentity = { pid: Number(row["pid"]), startedAt: String(row["started_at"]) };
      if (isAlive(holder)) return true;
      this.#database.prepare("DELETE FROM lease WHERE rowid = ?").run(Number(row["rowid"]));
      return false;
    });
    return isHeld.includes(true);
  }

  close(): void {
    this.#database.close();
  }

  #tryLock(): true | undefined {
    try {
      this.#database.exec("BEGIN EXCLUSIVE");
      return true;
    } catch (error) {
      const isBusy = error instanceof Error && "errcode" in error && error.errcode === 5;
      if (isBusy) return undefined;
      throw error;
    }
  }
}
