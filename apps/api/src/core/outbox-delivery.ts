import type { PoolClient } from "pg";
import { type Db, type JobWithMetadata, PgBoss } from "pg-boss";
import type { Ctx, Logger } from "./ctx.ts";
import type { Database } from "./db.ts";
import { loggedError } from "./logged-error.ts";
import type { Mailer } from "./mail.ts";
import { letterQueue, type Letter, localeFact, type Posted } from "./outbox.ts";
import { systemCtx } from "./system-ctx.ts";
import { transaction } from "./transaction.ts";

export interface DeliveryOptions {
  readonly database: Database;
  readonly mailer: Mailer;
  readonly letters: ReadonlyMap<string, Letter>;
  readonly clock: () => Temporal.Instant;
  readonly publicUrl: () => string;
  readonly log: Logger;
  /** The whole error, which may hold an address: for tests, never for a log. */
  readonly onError?: (error: unknown) => void;
}

/** pg-boss over our own pool, on the schema of our own migrations; `supervise` lets it tidy up what is done. */
export async function openQueue({ database, log }: DeliveryOptions, supervise: boolean): Promise<PgBoss> {
  const db = { executeSql: (text: string, values?: unknown[]) => database.pool.query(text, values) };
  const queue = new PgBoss({ db, migrate: false, schedule: false, registerInstance: false, supervise });
  queue.on("error", (error) => log.warn({ err: error }, "the queue of letters could not be tended"));
  queue.on("warning", ({ message }) => log.warn({}, message));
  return queue.start();
}

/**
 * Delivers the letter whose turn it is; false when none is due. It is taken, sent and done in one transaction, which
 * is also what keeps others from it: when the process dies, PostgreSQL gives the letter back at once.
 */
export function deliverNext(queue: PgBoss, options: DeliveryOptions): Promise<boolean> {
  return onOneConnection(options.database, async (db) => {
    const [job] = await queue.fetch<Posted>(letterQueue, { db, includeMetadata: true });
    if (job === undefined) return false;
    try {
      await deliver(job, options);
      await queue.complete(letterQueue, job, null, { db });
    } catch (error) {
      await queue.fail(letterQueue, job, loggedError(error), { db }); // kept in the job: without the address it may quote
      tell(job, error, options.log);
      options.onError?.(error);
    }
    return true;
  });
}

async function deliver({ id, data }: JobWithMetadata<Posted>, options: DeliveryOptions): Promise<void> {
  const letter = options.letters.get(data.letter);
  if (letter === undefined) throw new Error(`nobody writes the letter ${data.letter}`);
  const { [localeFact]: locale, ...facts } = data.facts;
  const ctx: Ctx = {
    ...systemCtx(options.database, options.clock(), options.log),
    locale: locale === "en" ? "en" : "fr",
    publicUrl: options.publicUrl(),
  };
  // Committed before it is sent: a link that left works, whatever happens next.
  const mail = await transaction(ctx, (ctx) => letter(ctx, facts));
  if (mail !== null) await options.mailer.send({ ...mail, id });
}

/** Runs `work` in a transaction of the pool; a connection that broke in it is thrown away. */
async function onOneConnection<Result>({ pool }: Database, work: (db: Db) => Promise<Result>): Promise<Result> {
  const client: PoolClient = await pool.connect();
  let lost: Error | undefined;
  const lose = (error: Error) => {
    lost = error; // unheard, it would end the process; the next statement fails with it
  };
  client.on("error", lose);
  try {
    await client.query("begin");
    const result = await work({ executeSql: (text, values) => client.query(text, values) });
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(lose);
    throw error;
  } finally {
    client.off("error", lose);
    client.release(lost);
  }
}

function tell({ id, data, retryCount, retryLimit }: JobWithMetadata<Posted>, error: unknown, log: Logger): void {
  const facts = { id, letter: data.letter, attempt: retryCount + 1, err: error };
  if (retryCount < retryLimit) log.warn(facts, "a letter could not be delivered, and will be tried again");
  else log.error(facts, "a letter could not be delivered, and is given up: it stays in pgboss.job as failed");
}
