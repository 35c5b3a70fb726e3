import type { EventKind } from "@passerelle/contracts/event-kinds";
import { type eventSearch, eventTypes, kindOfEvent } from "@passerelle/contracts/events";
import type { InputOf } from "@passerelle/contracts/http";
import { ZONE } from "@passerelle/domain/time";
import { z } from "zod";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Locale } from "../../core/text.ts";
import { placeOf } from "../../http/paging.ts";
import { concernedWith, concerns } from "./event-concerns.ts";
import { columnsSql, concernedSql, type EventRow } from "./event-rows.ts";
import { heldSql, holds, isBy, keptSql, namedSql, wordsOf } from "./event-words.ts";

/** As far as the days that can be asked for. */
const recordedAt = z.iso.datetime({ precision: 3 }).refine((at) => at >= "2000" && at < "2100");
const place = z.object({ at: recordedAt, id: z.uuid() });
type Query = InputOf<typeof eventSearch>["query"];

/** One row more than the limit, latest first. Whom an event concerns is looked up of those found alone. */
export async function searchEvents(ctx: Ctx, query: Query): Promise<EventRow[]> {
  const [columns, concerned] = [Prisma.raw(columnsSql), Prisma.raw(concernedSql)];
  const { tables, conditions } = namesIn(query, ctx.locale);
  const found = Prisma.sql`found as materialized (
    select e.* from event e ${query.search === undefined ? Prisma.empty : keptSql} where ${Prisma.join([...conditionsOf(query), ...conditions], " and ")}
    order by e.recorded_at desc, e.id desc limit ${query.limit + 1})`;
  return ctx.db.$queryRaw<EventRow[]>`
    with ${Prisma.join([...tables, found])}
    select ${columns} from found e ${concerned} order by e.recorded_at desc, e.id desc`;
}

/** Where the next page begins after this row. */
export function placeAfter(row: EventRow): z.infer<typeof place> {
  return { at: row.recordedAt.toISOString(), id: row.id };
}

function conditionsOf({ cursor, kind, from, to }: Query): Prisma.Sql[] {
  const conditions = [ofKind(kind)];
  const after = placeOf(cursor, place);
  if (after) conditions.push(Prisma.sql`(e.recorded_at, e.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  if (from) conditions.push(Prisma.sql`e.recorded_at >= (${from}::date::timestamp at time zone ${ZONE})`);
  if (to) conditions.push(Prisma.sql`e.recorded_at < ((${to}::date + 1)::timestamp at time zone ${ZONE})`);
  return conditions;
}

/** Signing in and out changes nothing: it is shown to those who ask for it. */
function ofKind(kind: EventKind | undefined): Prisma.Sql {
  const types = Prisma.join(eventTypes.filter((type) => kindOfEvent[type] === (kind ?? "sign-in")));
  return kind === undefined ? Prisma.sql`e.type not in (${types})` : Prisma.sql`e.type in (${types})`;
}

/** What names ask of an event, and the tables of those who bear them. */
function namesIn({ cohortId, author, search }: Query, locale: Locale) {
  const tables: Prisma.Sql[] = [];
  const conditions: Prisma.Sql[] = [];
  if (cohortId) {
    tables.push(Prisma.sql`of_cohort as materialized (${concernedWith(Prisma.sql`select ${cohortId}::uuid as id`)})`);
    conditions.push(concerns(Prisma.sql`of_cohort`));
  }
  const asked = [
    ...(wordsOf(author) ?? []).map((word) => ({ word, condition: isBy })),
    ...(wordsOf(search) ?? []).map((word) => ({ word, condition: holds })),
  ];
  if (asked.length > 0) tables.push(namedSql);
  for (const [index, { word, condition }] of asked.entries()) {
    const table = Prisma.raw(`held_${index}`);
    tables.push(heldSql(table, word));
    conditions.push(condition(table, word, locale));
  }
  // Without any letter or figure, nothing is found.
  if (wordsOf(author)?.length === 0 || wordsOf(search)?.length === 0) conditions.push(Prisma.sql`false`);
  return { tables, conditions };
}
