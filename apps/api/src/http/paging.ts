import { civilDay } from "@passerelle/contracts/common";
import { z } from "zod";
import { ApiError } from "../core/api-error.ts";

export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

/** What a place may hold: as much as the columns it is compared with, and nothing they cannot. */
export const placeDay = civilDay;
export const placeText = z
  .string()
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

/** The place a page begins after, from an opaque cursor; null on the first page, 400 when it is not one of ours. */
export function placeOf<Place>(cursor: string | undefined, schema: z.ZodType<Place>): Place | null {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new ApiError("request_invalid", {
      errors: [
        {
          pointer: "query/cursor",
          code: "invalid_cursor",
          detail: {
            fr: "Ce curseur n’est pas celui d’une page de cette liste. Reprenez du début.",
            en: "This cursor is not one of this list’s pages. Start again.",
          },
        },
      ],
    });
  }
}

/** Rows in the order in which their identifiers were found. */
export function inOrderOf<Row extends { readonly id: string }>(
  found: readonly { readonly id: string }[],
  rows: readonly Row[],
): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

/** Cuts `limit + 1` rows into a page and the cursor of the next one. */
export async function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  placeAfter: (row: Row) => unknown,
  present: (row: Row) => Item | Promise<Item>,
): Promise<Page<Item>> {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: await Promise.all(rows.slice(0, limit).map(present)),
    nextCursor: last === undefined ? null : Buffer.from(JSON.stringify(placeAfter(last))).toString("base64url"),
  };
}
