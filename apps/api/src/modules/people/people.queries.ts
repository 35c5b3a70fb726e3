import type { InputOf } from "@passerelle/contracts/http";
import type { personList } from "@passerelle/contracts/people";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.ts";
import { ApiError, notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeOf, placeText } from "../../http/paging.ts";
import { addressMatches, nameMatches } from "./people-search.ts";
import { visiblePeople, visiblePeopleSql } from "./people.policy.ts";

const include = { user: { select: { id: true } } } satisfies Prisma.PersonInclude;
export type PersonRow = Prisma.PersonGetPayload<{ include: typeof include }>;

/** The person if the caller may see them, else 404. */
export async function findPerson(ctx: Ctx, personId: string): Promise<PersonRow> {
  const row = await ctx.db.person.findFirst({ where: { AND: [{ id: personId }, visiblePeople(ctx.actor)] }, include });
  if (row === null) throw notFound();
  return row;
}

/** The same, locked until the transaction ends: whoever corrects a person goes through here. */
export async function lockPerson(ctx: Ctx, personId: string): Promise<PersonRow> {
  await ctx.db.$queryRaw`select 1 from person where id = ${personId}::uuid for update`;
  return findPerson(ctx, personId);
}

/** A person a body names; 422 at `pointer` when there is none. */
export async function findNamedPerson(ctx: Ctx, personId: string, pointer: string): Promise<PersonRow> {
  const row = await ctx.db.person.findFirst({ where: { AND: [{ id: personId }, visiblePeople(ctx.actor)] }, include });
  if (row !== null) return row;
  const detail = { fr: "Cette personne n’existe pas.", en: "There is no such person." };
  throw new ApiError("person_invalid", { detail, errors: [{ pointer, code: "unknown_person", detail }] });
}

const place = z.object({ name: placeText, id: z.uuid() });

/** One row more than the limit, by name. */
export async function listPeople(ctx: Ctx, query: InputOf<typeof personList>["query"]): Promise<PersonRow[]> {
  const after = placeOf(query.cursor, place);
  const conditions = [visiblePeopleSql(ctx.actor)];
  if (after) conditions.push(Prisma.sql`(p.name_key, p.id) > (${after.name}, ${after.id}::uuid)`);
  if (query.search) {
    conditions.push(Prisma.sql`(${nameMatches(query.search)} or ${addressMatches(Prisma.sql`p.email`, query.search)})`);
  }
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select p.id from person p where ${Prisma.join(conditions, " and ")}
    order by p.name_key, p.id limit ${query.limit + 1}`;
  return ctx.db.person.findMany({
    where: { id: { in: found.map(({ id }) => id) } },
    include,
    orderBy: [{ nameKey: "asc" }, { id: "asc" }],
  });
}

/** Where the next page begins after this row. */
export function placeAfter({ nameKey, id }: PersonRow): z.infer<typeof place> {
  return { name: nameKey, id };
}
