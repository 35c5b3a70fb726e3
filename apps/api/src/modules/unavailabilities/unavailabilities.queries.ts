import type { InputOf } from "@passerelle/contracts/http";
import type { unavailabilityList } from "@passerelle/contracts/unavailabilities";
import { z } from "zod";
import type { Prisma } from "../../generated/prisma/client.ts";
import { notFound } from "../../core/api-error.ts";
import { fromColumn, toColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeDay, placeOf } from "../../http/paging.ts";
import { visibleUnavailabilities } from "./unavailabilities.policy.ts";

const include = {
  trainer: { select: { person: { select: { givenName: true, usualName: true, user: { select: { id: true } } } } } },
  room: { select: { name: true } },
} satisfies Prisma.UnavailabilityInclude;
export type UnavailabilityRow = Prisma.UnavailabilityGetPayload<{ include: typeof include }>;

const place = z.object({ from: placeDay, id: z.uuid() });

/** One row more than the limit, earliest first. */
export function listUnavailabilities(
  ctx: Ctx,
  query: InputOf<typeof unavailabilityList>["query"],
): Promise<UnavailabilityRow[]> {
  const after = placeOf(query.cursor, place);
  const from = after && toColumn(after.from);
  return ctx.db.unavailability.findMany({
    where: {
      AND: [
        visibleUnavailabilities(ctx.actor),
        query.trainerId ? { trainerId: query.trainerId } : {},
        query.roomId ? { roomId: query.roomId } : {},
        query.from ? { OR: [{ to: null }, { to: { gte: toColumn(query.from) } }] } : {},
        query.to ? { from: { lte: toColumn(query.to) } } : {},
        from ? { OR: [{ from: { gt: from } }, { from, id: { gt: after.id } }] } : {},
      ],
    },
    include,
    orderBy: [{ from: "asc" }, { id: "asc" }],
    take: query.limit + 1,
  });
}

/** Where the next page begins after this row. */
export function placeAfter({ from, id }: UnavailabilityRow): z.infer<typeof place> {
  return { from: fromColumn(from), id };
}

/** The unavailability if the caller may see it, else 404. */
export async function findUnavailability(ctx: Ctx, unavailabilityId: string): Promise<UnavailabilityRow> {
  const row = await ctx.db.unavailability.findFirst({
    where: { AND: [{ id: unavailabilityId }, visibleUnavailabilities(ctx.actor)] },
    include,
  });
  if (row === null) throw notFound();
  return row;
}

/** The same, locked until the transaction ends: whoever changes one goes through here. */
export async function lockUnavailability(ctx: Ctx, unavailabilityId: string): Promise<UnavailabilityRow> {
  await ctx.db.$queryRaw`select 1 from unavailability where id = ${unavailabilityId}::uuid for update`;
  return findUnavailability(ctx, unavailabilityId);
}

type Period = Pick<UnavailabilityRow, "from" | "to" | "weekdays" | "everyWeeks" | "slot" | "reason">;

/** When it is, as the rules and its events take it. */
export function periodOf({ from, to, weekdays, everyWeeks, slot, reason }: Period) {
  return { from: fromColumn(from), to: to && fromColumn(to), weekdays, everyWeeks, slot, reason };
}
