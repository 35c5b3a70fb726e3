import type { EventKind } from "@passerelle/contracts/event-kinds";
import { type eventSearch, eventTypes, kindOfEvent } from "@passerelle/contracts/events";
import type { InputOf } from "@passerelle/contracts/http";
import { ZONE } from "@passerelle/domain/time";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Ctx } from "../../core/ctx.ts";
import { placeOf } from "../../http/paging.ts";
import { columnsSql, concernedSql, type EventRow } from "./event-rows.ts";
import { eachWord, heldBy, heldByAuthor, namedSql } from "./event-words.ts";

/** As far as the days that can be asked for. */
const recordedAt = z.iso.datetime({ precision: 3 }).refine((at) => at >= "2000" && at < "2100");
const place = z.object({ at: recordedAt, id: z.uuid() });
type Query = InputOf<typeof eventSearch>["query"];

/** One row more than the limit, latest first. */
export async function searchEvents(ctx: Ctx, query: Query): Promise<EventRow[]> {
  const [columns, concerned] = [Prisma.raw(columnsSql), Prisma.raw(concernedSql)];
  const isByName = query.search !== undefined || query.author !== undefined;
  // Whom each event concerns is only looked up where something asks for it, else of those found alone.
  const joined = isByName || query.cohortId !== undefined ? concerned : Prisma.empty;
  return ctx.db.$queryRaw<EventRow[]>`
    with ${isByName ? Prisma.sql`${namedSql},` : Prisma.empty} found as (
      select e.id from event e ${joined}
      where ${Prisma.join(conditionsOf(ctx, query), " and ")}
      order by e.recorded_at desc, e.id desc limit ${query.limit + 1}
    )
    select ${columns} from event e ${concerned} where e.id in (select id from found)
    order by e.recorded_at desc, e.id desc`;
}

/** Where the next page begins after this row. */
export function placeAfter(row: EventRow): z.infer<typeof place> {
  return { at: row.recordedAt.toISOString(), id: row.id };
}

function conditionsOf({ locale }: Ctx, { cursor, kind, cohortId, from, to, author, search }: Query): Prisma.Sql[] {
  const conditions = [ofKind(kind)];
  const after = placeOf(cursor, place);
  if (after) conditions.push(Prisma.sql`(e.recorded_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  if (cohortId) conditions.push(Prisma.sql`cohort.id = ${cohortId}::uuid`);
  if (from) conditions.push(Prisma.sql`e.recorded_at >= (${from}::date::timestamp at time zone ${ZONE})`);
  if (to) conditions.push(Prisma.sql`e.recorded_at < ((${to}::date + 1)::timestamp at time zone ${ZONE})`);
  conditions.push(...eachWord(author, heldByAuthor), ...eachWord(search, (word) => heldBy(word, locale)));
  return conditions;
}

/** Signing in and out changes nothing: it is shown to those who ask for it. */
function ofKind(kind: EventKind | undefined): Prisma.Sql {
  const types = Prisma.join(eventTypes.filter((type) => kindOfEvent[type] === (kind ?? "sign-in")));
  return kind === undefined ? Prisma.sql`e.type not in (${types})` : Prisma.sql`e.type in (${types})`;
}
