import type { Ctx } from "../src/core/ctx.ts";
import { transaction } from "../src/core/transaction.ts";
import type { Answer, TestApp } from "./client.ts";

/** The answer to a request sent while another write is made and not yet committed: it waits for that one, then goes on. */
export async function sentDuring(
  { ctx, database }: TestApp,
  write: (ctx: Ctx) => Promise<unknown>,
  send: () => Promise<Answer>,
): Promise<Answer> {
  const { answer } = await transaction(ctx, async (ctx) => {
    await write(ctx);
    const answer = send();
    await Promise.race([answer, oneWaits(database)]);
    return { answer };
  });
  return answer;
}

/** Resolves once a statement waits for a lock in this database. */
async function oneWaits({ pool }: TestApp["database"]): Promise<void> {
  const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await pool.query(waiting)).rowCount === 0) await new Promise((resolve) => setImmediate(resolve));
}
