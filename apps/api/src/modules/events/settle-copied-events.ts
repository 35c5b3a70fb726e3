import type { Pool } from "pg";

const isCopied = `select coalesce((select max(tx) from event)
  >= (pg_snapshot_xmax(pg_current_snapshot())::text)::bigint, false) as "isCopied"`;

/**
 * Puts the log of a restored database in order, before anything is added to it. Its transactions were numbered by the
 * server it was copied from, where this one may have only begun to count: they are moved below zero, in the order they
 * had, so that whatever happens from now on comes after. True when there was something to do. Places in the log stay
 * good: they are identifiers of events.
 */
export async function settleCopiedEvents(pool: Pool): Promise<boolean> {
  if (!(await holdsCopies(pool))) return false;
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("lock table event in share row exclusive mode"); // of two that start at once, one has nothing left to do
    const isNeeded = await holdsCopies(client);
    if (isNeeded) {
      await client.query("alter table event disable trigger event_append_only");
      await client.query("update event set tx = tx - 1 - (select max(tx) from event)");
      await client.query("alter table event enable trigger event_append_only");
    }
    await client.query("commit");
    return isNeeded;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function holdsCopies(db: Pick<Pool, "query">): Promise<boolean> {
  const { rows } = await db.query<{ isCopied: boolean }>(isCopied);
  return rows[0]?.isCopied === true;
}
