import type { Ctx } from "./ctx.ts";
import type { Mail } from "./mail.ts";

/** The pg-boss queue that the migration `jobs` makes. */
export const letterQueue = "letters";

/** What the queue keeps of a letter. */
export interface Posted {
  readonly letter: string;
  readonly facts: Readonly<Record<string, string>>;
}

/**
 * Writes a letter when it is delivered, in a transaction of its own; secrets it holds are made there, and stored as
 * their hash. Null when there is nothing to send any more. It may be asked again for a letter already sent.
 */
export type Letter = (ctx: Ctx, facts: Readonly<Record<string, string>>) => Promise<Mail | null>;

/** The fact that every letter has: which language it was asked for in. */
export const localeFact = "locale";

/** Identifiers, days and words of ours: a queue outlives an address, and must not hold a secret (43 signs and more). */
const fact = /^[\w.:-]{1,40}$/;

/**
 * Queues a letter in the transaction of the change it tells: it leaves if and only if that commits. The names and
 * addresses it needs are read when it is delivered.
 */
export async function post(ctx: Ctx, letter: string, facts: Record<string, string>): Promise<void> {
  if (ctx.client !== null) throw new Error("letters are posted inside a transaction");
  for (const [name, value] of Object.entries(facts)) {
    if (!fact.test(value)) throw new Error(`the fact ${name} of the letter ${letter} is no identifier`);
  }
  const data: Posted = { letter, facts: { ...facts, [localeFact]: ctx.locale } };
  // What pg-boss's own send() inserts, without an instance of it per process. The identifier sorts by time: it names files.
  await ctx.db.$executeRaw`
    insert into pgboss.job (id, name, data, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
                            expire_seconds, deletion_seconds, keep_until)
    select uuidv7(), name, ${JSON.stringify(data)}::jsonb, policy, retry_limit, retry_delay, retry_backoff, retry_delay_max,
           expire_seconds, deletion_seconds, now() + retention_seconds * interval '1 second'
      from pgboss.queue where name = ${letterQueue}`;
}
