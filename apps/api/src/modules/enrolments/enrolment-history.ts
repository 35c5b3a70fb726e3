import type { EnrolmentEvent, enrolmentHistory } from "@passerelle/contracts/enrolments";
import type { InputOf } from "@passerelle/contracts/http";
import { z } from "zod";
import type { Event } from "../../generated/prisma/client.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { type Page, pageOf, placeOf } from "../../http/paging.ts";
import { findEnrolment } from "./enrolments.queries.ts";
import { historyEventTypes, historyText } from "./history-texts.ts";

const byEvent = z.object({ id: z.uuid() });

/** What happened to an enrolment the caller may see (else 404), latest first. */
export async function readHistory(
  ctx: Ctx,
  enrolmentId: string,
  query: InputOf<typeof enrolmentHistory>["query"],
): Promise<Page<EnrolmentEvent>> {
  const { id: entityId } = await findEnrolment(ctx, enrolmentId);
  const after = placeOf(query.cursor, byEvent);
  const rows = await ctx.db.event.findMany({
    where: { entity: "enrolment", entityId, type: { in: historyEventTypes }, ...(after && { id: { lt: after.id } }) },
    orderBy: { id: "desc" },
    take: query.limit + 1,
  });
  const names = await actorNames(ctx, rows);
  return pageOf(
    rows,
    query.limit,
    ({ id }) => ({ id }),
    (row) => ({
      id: row.id,
      type: row.type,
      effectiveOn: fromColumn(row.effectiveOn),
      recordedAt: row.recordedAt,
      actorName: names.get(row.actorId ?? "") ?? null,
      detail: historyText(row)[ctx.locale],
    }),
  );
}

/** The names of those who acted, by the identifier their events carry: people by their account, keys by their own. */
async function actorNames(ctx: Ctx, rows: readonly Event[]): Promise<Map<string, string>> {
  const idsOf = (kind: string) => [
    ...new Set(rows.flatMap(({ actorKind, actorId }) => (actorKind === kind && actorId !== null ? [actorId] : []))),
  ];
  const users = await ctx.db.user.findMany({ where: { id: { in: idsOf("person") } }, include: { person: true } });
  const keys = await ctx.db.accessToken.findMany({ where: { id: { in: idsOf("key") }, kind: "api_key" } });
  return new Map([
    ...users.map(({ id, person }) => [id, `${person.givenName} ${person.usualName}`] as const),
    ...keys.map(({ id, name }) => [id, name ?? ""] as const),
  ]);
}
