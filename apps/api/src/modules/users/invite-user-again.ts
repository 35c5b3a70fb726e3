import type { User } from "@passerelle/contracts/users";
import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { post } from "../../core/outbox.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { endInvitations } from "../accounts/end-invitations.ts";
import { canInviteAgain, canManageUsers, whyNotInvited } from "./users.policy.ts";
import { presentUser, stateOf } from "./users.present.ts";
import { findUser, lockUser } from "./users.queries.ts";

/** Posts another invitation; the link sent before no longer works. */
export function inviteUserAgain(ctx: Ctx, userId: string, ifMatch: IfMatch): Promise<User> {
  return transaction(ctx, async (ctx) => {
    const row = await lockUser(ctx, userId);
    authorize(canManageUsers(ctx.actor));
    await checkVersion(ifMatch, "accepted", row.version, () => presentUser(ctx, row));
    authorize(canInviteAgain(ctx.actor, { state: stateOf(row), isLastAdmin: false }), whyNotInvited);
    await endInvitations(ctx, row.id);
    await append(ctx, { type: "user.invited", entityId: row.id, to: { email: row.email, roles: row.roles } });
    await post(ctx, "invitation", { userId: row.id });
    return presentUser(ctx, await findUser(ctx, row.id));
  });
}
