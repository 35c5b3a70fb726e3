import type { InputOf } from "@passerelle/contracts/http";
import type { UserState } from "@passerelle/contracts/states";
import type { userList } from "@passerelle/contracts/users";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.ts";
import { notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeOf, placeText } from "../../http/paging.ts";
import { addressMatches, nameMatches } from "../people/people-search.ts";

const include = {
  person: true,
  tokens: { where: { kind: "invitation", revokedAt: null }, orderBy: { createdAt: "desc" }, take: 1 },
} satisfies Prisma.UserInclude;
export type UserRow = Prisma.UserGetPayload<{ include: typeof include }>;

/** The account, which whoever may list accounts may see; else 404. */
export async function findUser(ctx: Ctx, userId: string): Promise<UserRow> {
  const row = await ctx.db.user.findUnique({ where: { id: userId }, include });
  if (row === null) throw notFound();
  return row;
}

/**
 * The same, locked until the transaction ends, and every administrator's with it: of two who take each other's role away
 * at once, the second sees what the first did. Locked in one order, so that none waits for another in a circle.
 */
export async function lockUser(ctx: Ctx, userId: string): Promise<UserRow> {
  await ctx.db.$queryRaw`
    select 1 from user_account where id = ${userId}::uuid or 'admin' = any(roles) order by id for update`;
  return findUser(ctx, userId);
}

/** The one account that administers and can sign in, when there is no second. */
export async function lastAdminId({ db }: Ctx): Promise<string | null> {
  const admins = await db.user.findMany({
    where: { roles: { has: "admin" }, deactivatedAt: null, passwordHash: { not: null } },
    select: { id: true },
    take: 2,
  });
  return admins.length === 1 ? (admins[0]?.id ?? null) : null;
}

const place = z.object({ name: placeText, id: z.uuid() });

/** One row more than the limit, by name. */
export async function listUsers(ctx: Ctx, query: InputOf<typeof userList>["query"]): Promise<UserRow[]> {
  const after = placeOf(query.cursor, place);
  const conditions = [Prisma.sql`true`];
  if (after) conditions.push(Prisma.sql`(p.name_key, u.id) > (${after.name}, ${after.id}::uuid)`);
  if (query.role) conditions.push(Prisma.sql`${query.role}::role = any(u.roles)`);
  if (query.state) conditions.push(inState[query.state]);
  if (query.search) {
    conditions.push(Prisma.sql`(${nameMatches(query.search)} or ${addressMatches(Prisma.sql`u.email`, query.search)})`);
  }
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select u.id from user_account u join person p on p.id = u.person_id where ${Prisma.join(conditions, " and ")}
    order by p.name_key, u.id limit ${query.limit + 1}`;
  return ctx.db.user.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include,
    orderBy: [{ person: { nameKey: "asc" } }, { id: "asc" }],
  });
}

/** The accounts whose `stateOf` is this, said in SQL. */
const inState: Record<UserState, Prisma.Sql> = {
  invited: Prisma.sql`u.deactivated_at is null and u.password_hash is null`,
  active: Prisma.sql`u.deactivated_at is null and u.password_hash is not null`,
  deactivated: Prisma.sql`u.deactivated_at is not null`,
};

/** Where the next page begins after this row. */
export function placeAfter({ person, id }: UserRow): z.infer<typeof place> {
  return { name: person.nameKey, id };
}
