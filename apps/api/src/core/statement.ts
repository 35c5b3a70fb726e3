import type { QueryResultRow } from "pg";
import type { Ctx } from "./ctx.ts";

/** A hand-written statement, prepared once on each connection under its name, which is its own in the whole application. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

/** The rows of a read on the pool, its parameters sent apart; outside transactions, whose writes it would not see. */
export async function rowsOf<Row extends QueryResultRow>(
  { pool }: Pick<Ctx, "pool">,
  statement: Statement,
  values: readonly unknown[],
): Promise<Row[]> {
  if (pool === null) throw new Error(`${statement.name} reads outside transactions`);
  const { rows } = await pool.query<Row>({ ...statement, values: [...values] });
  return rows;
}
