import { isDeepStrictEqual } from "node:util";

/** What differs between a row's fields before and after, as its event tells it (G2); null when nothing does. */
export function changesOf<Fields extends object>(
  before: Fields,
  after: Fields,
): { readonly from: Partial<Fields>; readonly to: Partial<Fields> } | null {
  const keys = Object.keys(after) as (keyof Fields)[]; // as: its own keys
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  return changed.length === 0 ? null : { from: pick(before, changed), to: pick(after, changed) };
}

function pick<Fields extends object>(fields: Fields, keys: readonly (keyof Fields)[]): Partial<Fields> {
  return Object.fromEntries(keys.map((key) => [key, fields[key]])) as Partial<Fields>; // as: fields of its own
}
