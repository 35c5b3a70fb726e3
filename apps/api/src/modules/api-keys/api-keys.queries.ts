import type { AccessToken } from "../../generated/prisma/client.ts";
import type { Ctx } from "../../core/ctx.ts";

export type ApiKeyRow = Pick<
  AccessToken,
  "id" | "name" | "prefix" | "scopes" | "createdAt" | "expiresAt" | "lastUsedOn" | "revokedAt"
>;

/** Every key, newest first, without its hash. */
export function listApiKeys(ctx: Ctx): Promise<ApiKeyRow[]> {
  return ctx.db.accessToken.findMany({
    where: { kind: "api_key" },
    orderBy: { createdAt: "desc" },
    omit: { hash: true, userId: true, kind: true },
  });
}
