import { Prisma } from "../generated/prisma/client.ts";
import { ApiError } from "./api-error.ts";
import type { Ctx } from "./ctx.ts";

const attempts = 4;

/**
 * Runs `work` in one transaction and answers its result; inside, only the inner ctx reaches the database. Called inside
 * a transaction it joins it. Deadlocks and serialization failures are tried again, then answered 503. `timeoutMs` is for
 * work that nobody waits for at the other end of a request.
 */
export async function transaction<Result>(
  ctx: Ctx,
  work: (ctx: Ctx) => Promise<Result>,
  timeoutMs = 15_000,
): Promise<Result> {
  const client = ctx.client;
  if (client === null) return work(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.$transaction(
        async (db) => {
          const result = await work({ ...ctx, db, client: null, pool: null });
          await ctx.answer?.keep(db, result);
          return result;
        },
        { maxWait: 5_000, timeout: timeoutMs },
      );
    } catch (error) {
      if (!isWorthRetrying(error)) throw error;
      if (attempt === attempts) throw new ApiError("unavailable", { retryAfterSeconds: 1 });
    }
  }
}

/**
 * Write conflicts and deadlocks (P2034; met in hand-written SQL they keep PostgreSQL's own code), and transactions that
 * found no connection in time (P2028).
 */
function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const isRawConflict = error.code === "P2010" && /Code: `(40P01|40001)`/.test(error.message);
  return error.code === "P2034" || error.code === "P2028" || isRawConflict;
}
