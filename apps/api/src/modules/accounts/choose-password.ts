import { ApiError } from "../../core/api-error.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Text } from "../../core/text.ts";
import { hashOf } from "../../core/tokens.ts";
import { forgetFailures } from "./lock-out.ts";
import { hashPassword, weakness } from "./passwords.ts";

/** The links by which a password is chosen. */
const links = ["invitation", "password_reset"] as const;
type Link = (typeof links)[number];

/** Sets the password of a link's account, for a transaction to go on from; every link of the account is then over. */
export async function choosePassword(
  ctx: Ctx,
  link: Link,
  { token, password }: { token: string; password: string },
): Promise<{ id: string; email: string }> {
  const user = await userOfLink(ctx, link, token);
  const weak = weakness(password, user.email);
  if (weak !== null) {
    throw new ApiError("password_weak", {
      detail: weak,
      errors: [{ pointer: "/password", code: "password_weak", detail: weak }],
    });
  }
  await ctx.db.accessToken.updateMany({
    where: { userId: user.id, kind: { in: [...links] }, revokedAt: null },
    data: { revokedAt: nowColumn(ctx) },
  });
  await ctx.db.user.update({
    where: { id: user.id },
    data: { passwordHash: await hashPassword(password), version: { increment: 1 } },
  });
  await forgetFailures(ctx, user.email);
  return user;
}

async function userOfLink(ctx: Ctx, kind: Link, token: string): Promise<{ id: string; email: string }> {
  // Twice at once: once. The account and then its links, in the order in which invitations are renewed and ended.
  await ctx.db.$queryRaw`
    select 1 from user_account where id = (select user_id from access_token where hash = ${hashOf(token)}) for update`;
  const found = await ctx.db.accessToken.findFirst({
    where: { hash: hashOf(token), kind, revokedAt: null, expiresAt: { gt: nowColumn(ctx) } },
    select: { user: { select: { id: true, email: true, deactivatedAt: true } } },
  });
  if (!found?.user || found.user.deactivatedAt !== null) throw new ApiError("token_invalid", { detail: over[kind] });
  return found.user;
}

const over: Record<Link, Text> = {
  invitation: {
    fr: "Cette invitation a expiré ou a déjà servi. Demandez-en une autre à votre centre de formation.",
    en: "This invitation has expired or was already used. Ask your training centre for another.",
  },
  password_reset: {
    fr: "Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.",
    en: "This link has expired or was already used. Ask for a new one.",
  },
};
