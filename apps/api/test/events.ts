import type { EventType } from "@passerelle/contracts/events";
import type { Ctx } from "../src/core/ctx.ts";
import type { Database } from "../src/core/db.ts";
import { append } from "../src/core/events.ts";
import { transaction } from "../src/core/transaction.ts";

/** Tells one event, in a transaction of its own. */
export function tellOne(ctx: Ctx, type: EventType = "cohort.changed", entityId: string | null = null): Promise<string> {
  return transaction(ctx, (ctx) => append(ctx, { type, entityId }));
}

/** The same, with this many other statements before it commits. */
export function tellSlowly(ctx: Ctx, statements: number): Promise<string> {
  return transaction(ctx, async (ctx) => {
    const id = await append(ctx, { type: "cohort.changed", entityId: null });
    for (let count = 0; count < statements; count++) await ctx.db.$queryRaw`select 1`;
    return id;
  });
}

/** A transaction that stays open until it is told how to end. */
export function openWriter(ctx: Ctx) {
  const opened = Promise.withResolvers<Ctx>();
  const ending = Promise.withResolvers<undefined>();
  const ended = transaction(ctx, async (ctx) => {
    opened.resolve(ctx);
    await ending.promise;
  });
  return {
    append: async () => append(await opened.promise, { type: "cohort.changed", entityId: null }),
    commit: async () => {
      ending.resolve(undefined);
      await ended;
    },
    rollback: async () => {
      ending.reject(new Error("given up"));
      await ended.catch(() => undefined);
    },
  };
}

/** Makes the log look as one restored from a server that has counted many more transactions. */
export async function copiedFromElsewhere({ pool }: Database): Promise<void> {
  await pool.query("alter table event disable trigger event_append_only");
  await pool.query("update event set tx = tx + 1000000000000");
  await pool.query("alter table event enable trigger event_append_only");
}
