import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { newSecret } from "../../core/tokens.ts";

interface SecretLink {
  readonly kind: "invitation" | "password_reset";
  readonly userId: string;
  readonly page: `/${string}`;
  readonly validMinutes: number;
}

/** A link that lets its bearer act for the account, once; only the hash of its secret is stored. */
export async function openLink(ctx: Ctx, { kind, userId, page, validMinutes }: SecretLink): Promise<string> {
  const { secret, hash } = newSecret();
  const createdAt = nowColumn(ctx);
  const expiresAt = new Date(createdAt.getTime() + validMinutes * 60_000);
  await ctx.db.accessToken.create({ data: { kind, hash, userId, createdAt, expiresAt } });
  // After the #, where no server and no log sees it.
  return `${ctx.publicUrl.replace(/\/$/, "")}${page}#${secret}`;
}
