import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { choosePassword } from "./choose-password.ts";
import { endSignIns } from "./sign-out.ts";

/** Sets the password of the link's account and ends its open sign-ins; the link works once. */
export function confirmPasswordReset(ctx: Ctx, chosen: { token: string; password: string }): Promise<undefined> {
  return transaction(ctx, async (ctx) => {
    const user = await choosePassword(ctx, "password_reset", chosen);
    await endSignIns(ctx, user.id);
    await append(ctx, { type: "user.password-changed", entityId: user.id });
    return undefined;
  });
}
