import { eventTypes } from "@passerelle/contracts/events";
import { folded } from "@passerelle/domain/people/identity";
import { Prisma } from "../../generated/prisma/client.ts";
import { foldedSql } from "../../core/folded-sql.ts";
import type { Locale } from "../../core/text.ts";
import { concernedWith, concerns } from "./event-concerns.ts";
import { eventTitles } from "./event-titles.ts";

/** Further words narrow nothing down any more. */
const mostWords = 8;

/** The words of a search, case and accents apart; null when there is none to look for. */
export function wordsOf(search: string | undefined): string[] | null {
  if (search === undefined) return null;
  return [...new Set(folded(search).split(" ").filter(Boolean))].slice(0, mostWords);
}

/** Everybody and everything that events concern, by their names in plain letters. */
export const namedSql = Prisma.sql`
  named as materialized (
    select id, ${foldedSql(Prisma.sql`name`)} as words from (
      select id, concat_ws(' ', given_name, birth_name, usual_name) as name from person
      union all select id, name || ' ' || code from cohort
      union all select id, name from room
      union all select id, name from site
      union all select id, name || ' ' || code from programme
      union all select id, name || ' ' || code from title_version
      union all select id, name from access_token where kind = 'api_key'
    ) named
  )`;

/** The events of those whose names hold a word, as a table by this name. */
export function heldSql(table: Prisma.Sql, word: string): Prisma.Sql {
  return Prisma.sql`${table} as materialized (${concernedWith(Prisma.sql`select id from named where strpos(words, ${word}) > 0`)})`;
}

/** Whether an event `e` was done by somebody in the table, whose names hold the word. */
export function isBy(table: Prisma.Sql, word: string): Prisma.Sql {
  const isPasserelle = "passerelle".includes(word);
  return Prisma.sql`(e.actor_id in (select id from ${table}) or (e.actor_kind = 'system' and ${isPasserelle}::boolean))`;
}

/** Whether it is called so, was done by or concerns somebody or something in the table, or tells the word (`keptSql`). */
export function holds(table: Prisma.Sql, word: string, locale: Locale): Prisma.Sql {
  const types = eventTypes.filter((type) => folded(eventTitles[type][locale]).includes(word));
  const isCalledSo = types.length === 0 ? Prisma.sql`false` : Prisma.sql`e.type in (${Prisma.join(types)})`;
  return Prisma.sql`(${isCalledSo} or ${isBy(table, word)} or ${concerns(table)} or strpos(kept.words, ${word}) > 0)`;
}

/**
 * What people typed in an event `e`, as far as it is kept, in plain letters: reasons, and the names of what may be gone.
 * Most keep none, and folding is dear: `offset 0` has both done once.
 */
export const keptSql = Prisma.sql`
  cross join lateral (select concat_ws(' ', e.data -> 'to' ->> 'reason', e.data -> 'to' -> 'annulled' ->> 'reason',
    e.data -> 'to' ->> 'gapReason', e.data -> 'to' ->> 'name', e.data -> 'from' ->> 'name', e.data -> 'to' ->> 'label',
    e.data -> 'from' ->> 'label') as text offset 0) typed
  cross join lateral (
    select case when typed.text = '' then '' else ${foldedSql(Prisma.sql`typed.text`)} end as words offset 0) kept`;
