import { notFound } from "../../core/api-error.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";

/** Ends a key at once, by its identifier or its readable beginning; 404 when there is none. */
export function revokeApiKey(ctx: Ctx, key: string): Promise<{ id: string; name: string }> {
  return transaction(ctx, async (ctx) => {
    const isId = /^[0-9a-f]{8}-/i.test(key);
    const row = await ctx.db.accessToken.findFirst({
      where: { kind: "api_key", ...(isId ? { id: key } : { prefix: key }) },
    });
    if (row === null) throw notFound();
    if (row.revokedAt === null) {
      await ctx.db.accessToken.update({ where: { id: row.id }, data: { revokedAt: nowColumn(ctx) } });
      await append(ctx, { type: "api-key.revoked", entityId: row.id, to: { name: row.name } });
    }
    return { id: row.id, name: row.name ?? "" };
  });
}
