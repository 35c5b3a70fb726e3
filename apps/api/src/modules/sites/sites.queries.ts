import type { InputOf } from "@passerelle/contracts/http";
import type { siteList } from "@passerelle/contracts/sites";
import { z } from "zod";
import { Prisma, type Site } from "../../generated/prisma/client.ts";
import { ApiError, type FaultText, notFound } from "../../core/api-error.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import type { Ctx } from "../../core/ctx.ts";
import { foldedSql } from "../../core/folded-sql.ts";
import { inOrderOf, placeOf, placeText } from "../../http/paging.ts";

const place = z.object({ name: placeText, id: z.uuid() });

/** One row more than the limit, by name, case and accents apart. */
export async function listSites(ctx: Ctx, query: InputOf<typeof siteList>["query"]): Promise<Site[]> {
  const after = placeOf(query.cursor, place);
  const beyond =
    after && Prisma.sql`where (${byName}, s.id) > (${foldedSql(Prisma.sql`${after.name}`)}, ${after.id}::uuid)`;
  const found = await ctx.db.$queryRaw<{ id: string }[]>`
    select s.id from site s ${beyond ?? Prisma.empty} order by ${byName}, s.id limit ${query.limit + 1}`;
  const rows = await ctx.db.site.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
  return inOrderOf(found, rows);
}

const byName = foldedSql(Prisma.sql`s.name`);

/** Where the next page begins after this row. */
export function placeAfter({ name, id }: { readonly name: string; readonly id: string }): z.infer<typeof place> {
  return { name, id };
}

/** The site, locked until the transaction ends: whoever changes it goes through here. */
export async function lockSite(ctx: Ctx, siteId: string): Promise<Site> {
  await ctx.db.$queryRaw`select 1 from site where id = ${siteId}::uuid for update`;
  const row = await ctx.db.site.findUnique({ where: { id: siteId } });
  if (row === null) throw notFound();
  return row;
}

/** The fault of a body that names a site which does not exist; none without one. */
export async function unknownSite(ctx: Ctx, siteId: string | null | undefined): Promise<FaultText[]> {
  if (siteId === null || siteId === undefined) return [];
  if ((await ctx.db.site.count({ where: { id: siteId } })) > 0) return [];
  const detail = { fr: "Ce site n’existe pas.", en: "There is no such site." };
  return [{ pointer: "/siteId", code: "unknown_site", detail }];
}

/** 409 when the write failed because another site has this name. */
export function siteNameTaken(error: unknown, name: string | undefined): unknown {
  if (violatedConstraint(error) !== "site_name_key") return error;
  const detail = {
    fr: `Un site s’appelle déjà « ${name} ». Choisissez un autre nom.`,
    en: `A site is already called “${name}”. Choose another name.`,
  };
  return new ApiError("already_exists", { detail, errors: [{ pointer: "/name", code: "already_exists", detail }] });
}
