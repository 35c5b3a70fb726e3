import type { User } from "@passerelle/contracts/users";
import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { canManageUsers, canReactivate, whyNotDeactivated } from "./users.policy.ts";
import { presentUser, stateOf } from "./users.present.ts";
import { findUser, lockUser } from "./users.queries.ts";

/** Opens an account's way in again, with the password it had. */
export function reactivateUser(ctx: Ctx, userId: string, ifMatch: IfMatch): Promise<User> {
  return transaction(ctx, async (ctx) => {
    const row = await lockUser(ctx, userId);
    authorize(canManageUsers(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentUser(ctx, row));
    authorize(canReactivate(ctx.actor, { state: stateOf(row), isLastAdmin: false }), whyNotDeactivated);
    await ctx.db.user.update({ where: { id: row.id }, data: { deactivatedAt: null, version: { increment: 1 } } });
    await append(ctx, { type: "user.reactivated", entityId: row.id });
    return presentUser(ctx, await findUser(ctx, row.id));
  });
}
