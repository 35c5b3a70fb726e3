import type { User } from "@passerelle/contracts/users";
import { authorize } from "../../core/ability.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { endSignIns } from "../accounts/sign-out.ts";
import { endInvitations } from "../accounts/end-invitations.ts";
import { canDeactivate, canManageUsers, whyDeactivated, whyLastAdmin } from "./users.policy.ts";
import { presentUser, stateOf } from "./users.present.ts";
import { findUser, lastAdminId, lockUser } from "./users.queries.ts";

/** Closes an account's way in, its open sign-ins and invitations with it. The last administrator's stays open. */
export function deactivateUser(ctx: Ctx, userId: string, ifMatch: IfMatch): Promise<User> {
  return transaction(ctx, async (ctx) => {
    const row = await lockUser(ctx, userId);
    authorize(canManageUsers(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentUser(ctx, row));
    const state = stateOf(row);
    const isLastAdmin = row.id === (await lastAdminId(ctx));
    authorize(canDeactivate(ctx.actor, { state, isLastAdmin }), isLastAdmin ? whyLastAdmin : whyDeactivated);
    await ctx.db.user.update({
      where: { id: row.id },
      data: { deactivatedAt: nowColumn(ctx), version: { increment: 1 } },
    });
    await endSignIns(ctx, row.id);
    await endInvitations(ctx, row.id);
    await append(ctx, { type: "user.deactivated", entityId: row.id });
    return presentUser(ctx, await findUser(ctx, row.id));
  });
}
