/** One field of what changed: what it was, and what it is; undefined where the event does not say. */
export interface ChangeFact {
  /** Its path, `annulled.reason`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What is read first, whatever the order it is stored in; the rest follows as it comes. */
const readFirst = [
  "name",
  "label",
  "code",
  "givenName",
  "usualName",
  "number",
  "state",
  "day",
  "slot",
  "from",
  "to",
  "startsOn",
  "endsOn",
];

/**
 * What an event changed, field by field, from its `{ from, to }`. Identifiers mean nothing to a reader, and what is only
 * in `from` beside a `to` did not change.
 */
export function factsOf({ from, to }: { readonly from?: unknown; readonly to?: unknown }): ChangeFact[] {
  const [before, after] = [fieldsOf(from), fieldsOf(to)];
  const isGone = to === null || to === undefined;
  const fields = [...new Set([...after.keys(), ...(isGone ? before.keys() : [])])];
  return fields
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .map((field) => ({ field, before: before.get(field), after: after.get(field) }))
    .filter((fact) => !isIdentifier(fact) && !isSame(fact));
}

function rankOf(field: string): number {
  const rank = readFirst.indexOf(field);
  return rank === -1 ? readFirst.length : rank;
}

/** The fields of one side, those of a part of its own by their path. */
function fieldsOf(side: unknown, path = ""): Map<string, unknown> {
  if (!isObject(side)) return new Map();
  return new Map(
    Object.entries(side).flatMap(([key, value]): [string, unknown][] =>
      isPart(value) ? [...fieldsOf(value, `${path}${key}.`)] : [[`${path}${key}`, value]],
    ),
  );
}

/** A part whose fields are told one by one: neither a thing with its name, nor a place, nor minutes by day. */
function isPart(value: unknown): value is Readonly<Record<string, unknown>> {
  if (!isObject(value) || isNamed(value) || isPlace(value)) return false;
  return !Object.keys(value).some((key) => /^\d{4}-\d{2}-\d{2}$/.test(key));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A thing by the name it had. */
export function isNamed(value: unknown): value is { readonly id: string; readonly name: string } {
  return isObject(value) && Object.keys(value).length === 2 && typeof value["name"] === "string" && "id" in value;
}

/** Where a half-day is, with whatever else is said of it. */
export function isPlace(value: unknown): value is { readonly day: string; readonly slot: "am" | "pm" } {
  return isObject(value) && typeof value["day"] === "string" && (value["slot"] === "am" || value["slot"] === "pm");
}

export function isId(value: unknown): boolean {
  return typeof value === "string" && UUID.test(value);
}

function isIdentifier({ field, before, after }: ChangeFact): boolean {
  return /(^|\.)id$|Id$/.test(field) || isId(before) || isId(after);
}

function isSame({ before, after }: ChangeFact): boolean {
  return isEmpty(before) ? isEmpty(after) : JSON.stringify(before) === JSON.stringify(after);
}

export function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
}
