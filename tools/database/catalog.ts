import { Client } from "pg";

/** What a database is made of: each object's name, as `kind table.name`, with its full definition. */
export type Catalog = ReadonlyMap<string, string>;

/** Reads the catalog of the `public` schema. Extensions' own objects are theirs. */
export async function readCatalog(url: string): Promise<Catalog> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; definition: string }>(CATALOG);
    return new Map(rows.map(({ name, definition }) => [name, definition]));
  } finally {
    await client.end();
  }
}

const CATALOG = `
  WITH relation AS (
    SELECT c.oid, c.relname, c.relkind FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE '\\_prisma\\_%'
  )
  SELECT 'table ' || relname AS name, relkind::text AS definition FROM relation WHERE relkind IN ('r', 'p', 'v', 'm')
  UNION ALL
  SELECT 'column ' || relname || '.' || a.attname,
         concat_ws(' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'not null' END,
                   'collate ' || nullif(a.attcollation::regcollation::text, '"default"'),
                   nullif(a.attidentity, ''), nullif(a.attgenerated, ''), pg_get_expr(d.adbin, d.adrelid))
    FROM relation JOIN pg_attribute a ON a.attrelid = relation.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE relkind IN ('r', 'p', 'v', 'm')
  UNION ALL
  SELECT 'constraint ' || relname || '.' || conname, pg_get_constraintdef(k.oid)
    FROM relation JOIN pg_constraint k ON k.conrelid = relation.oid WHERE k.contype <> 'n'
  UNION ALL
  SELECT 'index ' || relname || '.' || i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
    FROM relation JOIN pg_index i ON i.indrelid = relation.oid
   WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
  UNION ALL
  SELECT 'trigger ' || relname || '.' || tgname, pg_get_triggerdef(t.oid)
    FROM relation JOIN pg_trigger t ON t.tgrelid = relation.oid WHERE NOT t.tgisinternal
  UNION ALL
  SELECT 'sequence ' || relname, '' FROM relation WHERE relkind = 'S'
  UNION ALL
  SELECT 'enum ' || t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
    FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
   WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname
  UNION ALL
  SELECT 'domain ' || t.typname, format_type(t.typbasetype, t.typtypmod)
    FROM pg_type t WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'd'
  UNION ALL
  SELECT 'function ' || p.oid::regprocedure::text, pg_get_functiondef(p.oid)
    FROM pg_proc p
   WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p')
     AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'extension ' || extname, '' FROM pg_extension WHERE extname <> 'plpgsql'
  ORDER BY 1`;
