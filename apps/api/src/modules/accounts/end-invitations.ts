import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";

/** Revokes the open invitation links of an account. */
export async function endInvitations(ctx: Ctx, userId: string): Promise<void> {
  await ctx.db.accessToken.updateMany({
    where: { userId, kind: "invitation", revokedAt: null },
    data: { revokedAt: nowColumn(ctx) },
  });
}
