import type { PlanChangeFact, SessionRef, VersionHalfDay } from "./plan-change-facts.ts";
import { type Ground, sessionOf } from "./difference-ground.ts";
import { groupOf, idsOf, isLive, type Pair, told } from "./version-pairs.ts";

/** Half-days that are held in one of two versions only: in which of these ways. */
interface Comings {
  readonly added: readonly VersionHalfDay[];
  readonly removed: readonly VersionHalfDay[];
  readonly cancelled: readonly { readonly before: VersionHalfDay; readonly reason: string | null }[];
  readonly restored: readonly VersionHalfDay[];
}

/** Whose half-days came to them from others, and went to others; none when whole plans are compared. */
export interface Hands {
  readonly gained: ReadonlySet<string>;
  readonly lost: ReadonlySet<string>;
}

/** What is added, removed, cancelled or held again; a replacement is told with what it replaces. */
export function comingFacts(pairs: readonly Pair[], ground: Ground, hands: Hands): PlanChangeFact[] {
  const comings = comingsOf(pairs);
  const replacements = Map.groupBy(
    replacing(pairs).filter(({ id }) => !hands.gained.has(id)),
    ({ replacesId }) => replacesId,
  );
  const withdrawals = Map.groupBy(
    comings.removed.filter(({ id }) => !hands.lost.has(id)),
    ({ replacesId }) => replacesId,
  );
  const cancelled = cancelledFacts(comings, ground, replacements);
  const restored = restoredFacts(comings, ground, withdrawals);
  const toldAlready = new Set([...cancelled, ...restored].flatMap(({ halfDayIds }) => halfDayIds));
  const isUntold = ({ id }: VersionHalfDay) => !toldAlready.has(id);
  return [
    ...cancelled,
    ...restored,
    ...addedFacts(comings.added.filter(isUntold), ground, hands),
    ...removedFacts(comings.removed.filter(isUntold), ground, hands),
  ];
}

function comingsOf(pairs: readonly Pair[]): Comings {
  return {
    added: pairs.flatMap(({ before, after }) => (before === null && isLive(after) ? [after] : [])),
    removed: pairs.flatMap(({ before, after }) => (isLive(before) && after === null ? [before] : [])),
    cancelled: pairs.flatMap(({ before, after }) =>
      isLive(before) && after !== null && !isLive(after) ? [{ before, reason: after.cancelledReason }] : [],
    ),
    restored: pairs.flatMap(({ before, after }) =>
      before !== null && !isLive(before) && isLive(after) ? [after] : [],
    ),
  };
}

/** Half-days that are held in place of another, and were not before. */
function replacing(pairs: readonly Pair[]): VersionHalfDay[] {
  return pairs.flatMap(({ before, after }) => {
    if (!isLive(after) || after.replacesId === null) return [];
    // One that is held again is told as such, not as another's replacement.
    const isNew = before === null || (isLive(before) && before.replacesId !== after.replacesId);
    return isNew ? [after] : [];
  });
}

type ByReplaced = ReadonlyMap<string | null, readonly VersionHalfDay[]>;

function cancelledFacts({ cancelled }: Comings, ground: Ground, replacements: ByReplaced): PlanChangeFact[] {
  const groups = Map.groupBy(cancelled, ({ before, reason }) =>
    JSON.stringify([groupOf(before), reason, replacements.has(before.id)]),
  );
  return [...groups.values()].flatMap((group): PlanChangeFact[] => {
    const [first] = group;
    if (first === undefined) return [];
    const halfDays = told(group.map(({ before }) => before));
    const instead = told(halfDays.flatMap(({ id }) => replacements.get(id) ?? []));
    return [
      {
        kind: "half_days_cancelled",
        halfDayIds: idsOf([...halfDays, ...instead]),
        session: sessionOf(ground, first.before),
        reason: first.reason,
        halfDays,
        replacements: instead,
      },
    ];
  });
}

function restoredFacts({ restored }: Comings, ground: Ground, withdrawals: ByReplaced): PlanChangeFact[] {
  const groups = Map.groupBy(restored, (row) => JSON.stringify([groupOf(row), withdrawals.has(row.id)]));
  return [...groups.values()].flatMap((group): PlanChangeFact[] => {
    const [first] = group;
    if (first === undefined) return [];
    const halfDays = told(group);
    const withdrawn = told(halfDays.flatMap(({ id }) => withdrawals.get(id) ?? []));
    const halfDayIds = idsOf([...halfDays, ...withdrawn]);
    return [{ kind: "half_days_restored", halfDayIds, session: sessionOf(ground, first), halfDays, withdrawn }];
  });
}

function addedFacts(added: readonly VersionHalfDay[], ground: Ground, { gained }: Hands): PlanChangeFact[] {
  const replaced = ({ replacesId }: VersionHalfDay) =>
    replacesId === null ? [] : [ground.after.get(replacesId) ?? ground.before.get(replacesId) ?? []].flat();
  const groups = Map.groupBy(added, (row) =>
    JSON.stringify([groupOf(row), gained.has(row.id), replaced(row).length > 0]),
  );
  return [...groups.values()].flatMap((group): PlanChangeFact[] => {
    const told = inSession(group, ground);
    if (told === null) return [];
    if (told.halfDayIds.some((id) => gained.has(id))) return [{ kind: "half_days_gained", ...told }];
    const { session, ...rest } = told;
    if (isWhole(session, ground.newSessions)) return [{ kind: "session_added", session, ...rest }];
    return [{ kind: "half_days_added", ...told, replaces: toldOnce(group.flatMap(replaced)) }];
  });
}

function removedFacts(removed: readonly VersionHalfDay[], ground: Ground, { lost }: Hands): PlanChangeFact[] {
  const groups = Map.groupBy(removed, (row) => JSON.stringify([groupOf(row), lost.has(row.id)]));
  return [...groups.values()].flatMap((group): PlanChangeFact[] => {
    const told = inSession(group, ground);
    if (told === null) return [];
    if (told.halfDayIds.some((id) => lost.has(id))) return [{ kind: "half_days_lost", ...told }];
    const { session, ...rest } = told;
    if (isWhole(session, ground.goneSessions)) return [{ kind: "session_removed", session, ...rest }];
    return [{ kind: "half_days_removed", ...told }];
  });
}

function inSession(rows: readonly VersionHalfDay[], ground: Ground) {
  const [first] = rows;
  if (first === undefined) return null;
  const halfDays = told(rows);
  return { halfDayIds: idsOf(halfDays), session: sessionOf(ground, first), halfDays };
}

function isWhole(session: SessionRef | null, sessions: ReadonlySet<string>): session is SessionRef {
  return session !== null && sessions.has(session.id);
}

function toldOnce(rows: readonly VersionHalfDay[]) {
  return told([...new Map(rows.map((row) => [row.id, row])).values()]);
}
