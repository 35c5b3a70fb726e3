import { eventTypes } from "@passerelle/contracts/events";
import { folded } from "@passerelle/domain/people/identity";
import { Prisma } from "../../generated/prisma/client.ts";
import { foldedSql } from "../../core/folded-sql.ts";
import type { Locale } from "../../core/text.ts";
import { eventTitles } from "./event-titles.ts";

/** Further words narrow nothing down any more. */
const mostWords = 8;

/** One condition for each word looked for, case and accents apart; nothing holds a search without any letter or figure. */
export function eachWord(search: string | undefined, holds: (word: string) => Prisma.Sql): Prisma.Sql[] {
  if (search === undefined) return [];
  const words = folded(search).split(" ").filter(Boolean);
  return words.length === 0 ? [Prisma.sql`false`] : [...new Set(words)].slice(0, mostWords).map(holds);
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

/** Whether the name of who did an event `e` holds a word. */
export function heldByAuthor(word: string): Prisma.Sql {
  const isPasserelle = "passerelle".includes(word);
  const named = namedBy(word);
  return Prisma.sql`(author.id in (${named}) or api_key.id in (${named})
    or (e.actor_kind = 'system' and ${isPasserelle}::boolean))`;
}

/** Whether an event `e` is called so, or a word is held by the name of who did it, of whom or what it concerns, or by what it tells. */
export function heldBy(word: string, locale: Locale): Prisma.Sql {
  const named = namedBy(word);
  const types = eventTypes.filter((type) => folded(eventTitles[type][locale]).includes(word));
  const isCalledSo = types.length === 0 ? Prisma.sql`false` : Prisma.sql`e.type in (${Prisma.join(types)})`;
  return Prisma.sql`(${isCalledSo} or ${heldByAuthor(word)} or cohort.id in (${named}) or person.id in (${named})
    or room.id in (${named}) or site.id in (${named}) or programme.id in (${named}) or edition.id in (${named})
    or case when ${toldSql} = '' then false else strpos(${foldedSql(toldSql)}, ${word}) > 0 end)`;
}

function namedBy(word: string): Prisma.Sql {
  return Prisma.sql`select id from named where strpos(words, ${word}) > 0`;
}

/** What people typed, as far as events keep it: reasons, notes, and the names of what may be gone. */
const toldSql = Prisma.sql`concat_ws(' ', e.data -> 'to' ->> 'reason', e.data -> 'to' -> 'annulled' ->> 'reason',
  e.data -> 'to' ->> 'gapReason', e.data -> 'to' ->> 'note', e.data -> 'to' ->> 'name', e.data -> 'from' ->> 'name',
  e.data -> 'to' ->> 'label', e.data -> 'from' ->> 'label', e.data -> 'to' ->> 'employer')`;
