import { folded } from "@passerelle/domain/people/identity";
import { Prisma } from "../../generated/prisma/client.ts";
import { foldedSql } from "../../core/folded-sql.ts";

/** The everyday name as `name_key` writes the others: a married name is what people are looked for by. */
const usualName = foldedSql(Prisma.sql`p.usual_name`);

/** Whether the names of a person `p` hold every word of the search, in any order, case and accents apart. */
export function nameMatches(search: string): Prisma.Sql {
  const words = folded(search).split(" ").filter(Boolean);
  if (words.length === 0) return Prisma.sql`false`;
  const each = words.map((word) => Prisma.sql`strpos(p.name_key || ' ' || ${usualName}, ${word}) > 0`);
  return Prisma.sql`(${Prisma.join(each, " and ")})`;
}

/** Whether an address holds the search. */
export function addressMatches(column: Prisma.Sql, search: string): Prisma.Sql {
  return Prisma.sql`strpos(lower(${column}), ${search.toLowerCase()}) > 0`;
}
