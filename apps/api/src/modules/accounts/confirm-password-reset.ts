import { ApiError } from "../../core/api-error.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { hashOf } from "../../core/tokens.ts";
import { transaction } from "../../core/transaction.ts";
import { forgetFailures } from "./lock-out.ts";
import { hashPassword, weakness } from "./passwords.ts";
import { endSignIns } from "./sign-out.ts";

/** Sets the password of the link's account and ends its open sign-ins; the link works once. */
export function confirmPasswordReset(
  ctx: Ctx,
  { token, password }: { token: string; password: string },
): Promise<undefined> {
  return transaction(ctx, async (ctx) => {
    const user = await userOfLink(ctx, token);
    const weak = weakness(password, user.email);
    if (weak !== null) {
      throw new ApiError("password_weak", {
        detail: weak,
        errors: [{ pointer: "/password", code: "password_weak", detail: weak }],
      });
    }
    const now = nowColumn(ctx);
    await ctx.db.accessToken.updateMany({
      where: { userId: user.id, kind: "password_reset", revokedAt: null },
      data: { revokedAt: now },
    });
    await ctx.db.user.update({
      where: { id: user.id },
      data: { passwordHash: await hashPassword(password), version: { increment: 1 } },
    });
    await endSignIns(ctx, user.id);
    await forgetFailures(ctx, user.email);
    await append(ctx, { type: "user.password-changed", entityId: user.id });
    return undefined;
  });
}

async function userOfLink(ctx: Ctx, token: string): Promise<{ id: string; email: string }> {
  await ctx.db.$queryRaw`select 1 from access_token where hash = ${hashOf(token)} for update`; // twice at once: once
  const found = await ctx.db.accessToken.findFirst({
    where: { hash: hashOf(token), kind: "password_reset", revokedAt: null, expiresAt: { gt: nowColumn(ctx) } },
    select: { user: { select: { id: true, email: true, deactivatedAt: true } } },
  });
  if (!found?.user || found.user.deactivatedAt !== null) {
    throw new ApiError("token_invalid", {
      detail: {
        fr: "Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.",
        en: "This link has expired or was already used. Ask for a new one.",
      },
    });
  }
  return found.user;
}
