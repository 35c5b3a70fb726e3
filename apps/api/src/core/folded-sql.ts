import { plainLetters } from "@passerelle/domain/people/identity";
import { Prisma } from "../generated/prisma/client.ts";

const ACCENTS = "[\u0300-\u036f]";

/** A text in plain lower-case letters, said in SQL: what it is looked for and sorted by, case and accents apart. */
export function foldedSql(written: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`lower(${Object.entries(plainLetters)
    .flatMap(([letter, plain]) => [letter, letter.toUpperCase()].map((either) => [either, plain] as const))
    .reduce(
      (name, [letter, plain]) => Prisma.sql`replace(${name}, ${letter}, ${plain})`,
      Prisma.sql`regexp_replace(normalize(${written}, NFKD), ${ACCENTS}, '', 'g')`,
    )})`;
}
