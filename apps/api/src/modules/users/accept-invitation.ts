import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { presentMe } from "../accounts/accounts.present.ts";
import { readUser } from "../accounts/accounts.queries.ts";
import { choosePassword } from "../accounts/choose-password.ts";
import { openSignIn, type SignedIn } from "../accounts/sign-in.ts";

/** Sets the first password of an invited account and signs it in; the link works once. */
export function acceptInvitation(ctx: Ctx, chosen: { token: string; password: string }): Promise<SignedIn> {
  return transaction(ctx, async (ctx) => {
    const { id } = await choosePassword(ctx, "invitation", chosen);
    await append(ctx, { type: "user.invitation-accepted", entityId: id });
    const user = await readUser(ctx, id);
    return { me: presentMe(user), secret: await openSignIn(ctx, user) };
  });
}
