import { type Role, roles as everyRole } from "@passerelle/contracts/roles";
import type { User } from "@passerelle/contracts/users";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { endSignIns } from "../accounts/sign-out.ts";
import { canManageUsers, whyLastAdmin } from "./users.policy.ts";
import { presentUser } from "./users.present.ts";
import { findUser, lastAdminId, lockUser } from "./users.queries.ts";

/** Gives and takes roles. A real change ends the account's open sign-ins; the last administrator stays one. */
export function changeRoles(ctx: Ctx, userId: string, wished: readonly Role[], ifMatch: IfMatch): Promise<User> {
  return transaction(ctx, async (ctx) => {
    const row = await lockUser(ctx, userId);
    authorize(canManageUsers(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentUser(ctx, row));
    const [from, to] = [inOrder(row.roles), inOrder(wished)];
    if (from.join() === to.join()) return presentUser(ctx, row);
    if (!to.includes("admin") && row.id === (await lastAdminId(ctx))) {
      throw new ApiError("last_admin", { detail: whyLastAdmin });
    }
    await ctx.db.user.update({ where: { id: row.id }, data: { roles: to, version: { increment: 1 } } });
    await endSignIns(ctx, row.id);
    await append(ctx, { type: "user.roles-changed", entityId: row.id, from: { roles: from }, to: { roles: to } });
    return presentUser(ctx, await findUser(ctx, row.id));
  });
}

function inOrder(held: readonly Role[]): Role[] {
  return everyRole.filter((role) => held.includes(role));
}
