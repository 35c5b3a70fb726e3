import type { Prisma } from "../../generated/prisma/client.ts";
import type { Ctx } from "../../core/ctx.ts";

const include = { person: { include: { trainer: { select: { id: true } } } } } satisfies Prisma.UserInclude;
export type UserRow = Prisma.UserGetPayload<{ include: typeof include }>;

/** The account of an address, if it may sign in. */
export function findActiveUser(ctx: Ctx, email: string): Promise<UserRow | null> {
  return ctx.db.user.findFirst({ where: { email: foldEmail(email), deactivatedAt: null }, include });
}

export function readUser(ctx: Ctx, userId: string): Promise<UserRow> {
  return ctx.db.user.findUniqueOrThrow({ where: { id: userId }, include });
}

/** Addresses are compared and stored in lower case. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}
