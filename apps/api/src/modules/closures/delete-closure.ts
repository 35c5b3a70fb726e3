import { authorize } from "../../core/ability.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canManageClosures } from "./closures.policy.ts";
import { presentClosure } from "./closures.present.ts";
import { findClosure } from "./closures.queries.ts";

/** Takes a closure back; its days may be taught on again. */
export function deleteClosure(ctx: Ctx, closureId: string, ifMatch: IfMatch): Promise<undefined> {
  return transaction(ctx, async (ctx) => {
    const row = await findClosure(ctx, closureId);
    authorize(canManageClosures(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentClosure(ctx.actor, row));
    await ctx.db.closure.delete({ where: { id: row.id } });
    const from = { from: fromColumn(row.from), to: fromColumn(row.to), label: row.label };
    await append(ctx, { type: "closure.deleted", entityId: row.id, from });
    return undefined;
  });
}
