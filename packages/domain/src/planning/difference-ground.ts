import type { SessionRef, VersionHalfDay } from "./plan-change-facts.ts";
import { compareText, groupOf, isLive, type KeptPair, type Pair } from "./version-pairs.ts";

/** What is known of the two whole versions, also when only some of their half-days are compared. */
export interface Ground {
  readonly before: ReadonlyMap<string, VersionHalfDay>;
  readonly after: ReadonlyMap<string, VersionHalfDay>;
  readonly sessions: ReadonlyMap<string, SessionRef>;
  /** Sessions of which nothing was there before, and of which nothing is left. */
  readonly newSessions: ReadonlySet<string>;
  readonly goneSessions: ReadonlySet<string>;
  /** Sessions that moved as one; null for the exam days. */
  readonly movedSessions: ReadonlySet<string | null>;
}

/** Learns what there is to know of two versions from all their half-days. */
export function groundOf(pairs: readonly Pair[]): Ground {
  const before = pairs.flatMap((pair) => pair.before ?? []);
  const after = pairs.flatMap((pair) => pair.after ?? []);
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Map(after.map((row) => [row.id, row]));
  return {
    before: was,
    after: is,
    sessions: sessionRefs(before, after),
    newSessions: withoutAnyOf(after, before),
    goneSessions: withoutAnyOf(before, after),
    movedSessions: movedSessions(pairs),
  };
}

/** The session of a half-day; null for one of the exam. */
export function sessionOf({ sessions }: Ground, row: VersionHalfDay): SessionRef | null {
  const id = groupOf(row);
  return id === null ? null : (sessions.get(id) ?? null);
}

function sessionRefs(before: readonly VersionHalfDay[], after: readonly VersionHalfDay[]): Map<string, SessionRef> {
  const [was, is] = [numbersOf(before), numbersOf(after)];
  const ids = new Set([...was.keys(), ...is.keys()]);
  return new Map([...ids].map((id) => [id, { id, before: was.get(id) ?? null, after: is.get(id) ?? null }]));
}

/** By the first day a session still teaches on, else the first it had. */
function numbersOf(rows: readonly VersionHalfDay[]): Map<string, number> {
  const firstDays = new Map<string, { live: string | null; any: string }>();
  for (const row of rows) {
    const id = groupOf(row);
    if (id === null) continue;
    const { live = null, any = row.day } = firstDays.get(id) ?? {};
    const earliest = live === null || row.day < live ? row.day : live;
    firstDays.set(id, { live: isLive(row) ? earliest : live, any: row.day < any ? row.day : any });
  }
  return new Map(
    [...firstDays]
      .map(([id, { live, any }]) => ({ id, day: live ?? any }))
      .toSorted((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id))
      .map(({ id }, index) => [id, index + 1]),
  );
}

/** The sessions of one version that the other does not have, nor any of their half-days. */
function withoutAnyOf(rows: readonly VersionHalfDay[], others: readonly VersionHalfDay[]): Set<string> {
  const [ids, sessions] = [new Set(others.map(({ id }) => id)), new Set(others.map(groupOf))];
  const met = rows.flatMap((row) => (ids.has(row.id) || sessions.has(groupOf(row)) ? (groupOf(row) ?? []) : []));
  return new Set(rows.flatMap((row) => groupOf(row) ?? [])).difference(new Set(met));
}

/**
 * A session moved as one when all that is left of it is on other days, in the same slots and the same order. More than
 * half of what it was must be left: the move of the rest of a session is not the session's.
 */
function movedSessions(pairs: readonly Pair[]): Set<string | null> {
  const live = pairs.filter(({ before }) => isLive(before));
  const groups = Map.groupBy(live, ({ before }) => (before === null ? null : groupOf(before)));
  return new Set(
    [...groups].flatMap(([id, group]) => {
      const left = group.filter((pair): pair is KeptPair => isLive(pair.after) && groupOf(pair.after) === id);
      return left.length * 2 > group.length && isMovedAsOne(left) ? [id] : [];
    }),
  );
}

function isMovedAsOne(pairs: readonly KeptPair[]): boolean {
  const ordered = pairs.toSorted((a, b) => compareText(a.before.day, b.before.day));
  return ordered.every(({ before, after }, index) => {
    const previous = ordered[index - 1];
    if (before.day === after.day || before.slot !== after.slot) return false;
    return (
      previous === undefined ||
      compareText(previous.before.day, before.day) === compareText(previous.after.day, after.day)
    );
  });
}
