import type { closureList } from "@passerelle/contracts/closures";
import type { InputOf } from "@passerelle/contracts/http";
import { z } from "zod";
import type { Closure } from "../../generated/prisma/client.ts";
import { notFound } from "../../core/api-error.ts";
import { fromColumn, toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeDay, placeOf } from "../../http/paging.ts";

const place = z.object({ from: placeDay, id: z.uuid() });

/** One row more than the limit, earliest first. */
export function listClosures(ctx: Ctx, query: InputOf<typeof closureList>["query"]): Promise<Closure[]> {
  const after = placeOf(query.cursor, place);
  const from = after && toColumn(after.from);
  return ctx.db.closure.findMany({
    where: {
      AND: [
        query.from ? { to: { gte: toColumn(query.from) } } : {},
        query.to ? { from: { lte: toColumn(query.to) } } : {},
        from ? { OR: [{ from: { gt: from } }, { from, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ from: "asc" }, { id: "asc" }],
    take: query.limit + 1,
  });
}

/** Every closure, as the planner takes them. */
export async function allClosures(ctx: Ctx): Promise<{ from: string; to: string; label: string }[]> {
  const rows = await ctx.db.closure.findMany({ orderBy: [{ from: "asc" }, { id: "asc" }] });
  return rows.map((row) => ({ from: fromColumn(row.from), to: fromColumn(row.to), label: row.label }));
}

export async function findClosure(ctx: Ctx, closureId: string): Promise<Closure> {
  const row = await ctx.db.closure.findUnique({ where: { id: closureId } });
  if (row === null) throw notFound();
  return row;
}
