import { Client } from "pg";
import { until } from "../until.ts";
import { DATABASE_NAME } from "./cluster.ts";

export function databaseUrl(port: number, password: string, database = DATABASE_NAME): string {
  return `postgresql://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${database}`;
}

/** Creates the database when missing; false when the server does not answer within `patienceMs`. */
export async function ensureDatabase(url: string, patienceMs: number): Promise<boolean> {
  const maintenance = new URL(url);
  maintenance.pathname = "/postgres";
  const isThere = await until(async () => {
    const client = new Client({
      connectionString: maintenance.href,
      connectionTimeoutMillis: 2_000,
      query_timeout: 5_000,
    });
    try {
      await client.connect();
      const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE_NAME]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE_NAME}`);
      return true;
    } catch {
      return undefined;
    } finally {
      await client.end().catch(() => undefined);
    }
  }, patienceMs);
  return isThere ?? false;
}
