import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { post } from "../../core/outbox.ts";
import { transaction } from "../../core/transaction.ts";
import { findActiveUser } from "./accounts.queries.ts";

/** An address is sent this many links an hour at most. */
const linksAnHour = 3;

/** The account that no one has. */
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * Posts the letter with a link to choose a new password. For an unknown address it does the same work and gives the same
 * answer, so that neither tells which addresses exist: a letter is posted that nobody will be sent.
 */
export function requestPasswordReset(ctx: Ctx, { email }: { email: string }): Promise<undefined> {
  return transaction(ctx, async (ctx) => {
    const user = await findActiveUser(ctx, email);
    const userId = user?.id ?? nobody;
    await ctx.db.$queryRaw`select 1 from user_account where id = ${userId}::uuid for update`; // asked twice at once
    if ((await askedThisHour(ctx, userId)) >= linksAnHour) return undefined;
    await post(ctx, "password-reset", { userId });
    if (user !== null) await append(ctx, { type: requested, entityId: userId });
    return undefined;
  });
}

const requested = "user.password-reset-requested";

function askedThisHour(ctx: Ctx, userId: string): Promise<number> {
  const hourAgo = new Date(ctx.now.epochMilliseconds - 3_600_000);
  return ctx.db.event.count({
    where: { entity: "user", entityId: userId, type: requested, recordedAt: { gt: hourAgo } },
  });
}
