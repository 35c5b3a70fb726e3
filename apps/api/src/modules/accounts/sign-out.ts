import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";

/** Ends the caller's own sign-in; a key has none to end. */
export async function signOut(ctx: Ctx): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "person") return;
  await transaction(ctx, async (ctx) => {
    await ctx.db.accessToken.updateMany({ where: { id: actor.tokenId }, data: { revokedAt: nowColumn(ctx) } });
    await append(ctx, { type: "user.signed-out", entityId: actor.userId });
  });
}

/** Ends every sign-in of the caller, here and elsewhere. */
export async function signOutEverywhere(ctx: Ctx): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== "person") return;
  await transaction(ctx, async (ctx) => {
    await endSignIns(ctx, actor.userId);
    await append(ctx, { type: "user.signed-out-everywhere", entityId: actor.userId });
  });
}

/** Revokes every open sign-in of an account. */
export async function endSignIns(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.accessToken.updateMany({
    where: { userId, kind: "sign_in", revokedAt: null },
    data: { revokedAt: nowColumn(ctx) },
  });
}
