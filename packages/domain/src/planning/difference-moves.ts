import type { MovedHalfDay, PlanChangeFact, VersionHalfDay } from "./plan-change-facts.ts";
import { type Ground, sessionOf } from "./difference-ground.ts";
import { comparePlaces, groupOf, idsOf, type KeptPair, told, toldOf } from "./version-pairs.ts";

/** What is held on another day, in another slot or at other times; all pairs are held in both versions. */
export function moveFacts(kept: readonly KeptPair[], ground: Ground): PlanChangeFact[] {
  const moved = kept.filter(isMoved);
  const isWithSession = ({ before, after }: KeptPair) =>
    groupOf(before) === groupOf(after) && ground.movedSessions.has(groupOf(after));
  const { swapped, alone } = partSwapped(moved.filter((pair) => !isWithSession(pair)));
  return [
    ...movedTogether(moved.filter(isWithSession), ({ after }) => groupOf(after) ?? "").map((group): PlanChangeFact => ({
      kind: "session_moved",
      ...toldMoves(group, ground),
    })),
    ...swappedFacts(swapped),
    ...movedTogether(alone, ({ before, after }) =>
      JSON.stringify([groupOf(after), before.day, after.day, before.slot === after.slot || before.slot]),
    ).map((group): PlanChangeFact => ({ kind: "half_days_moved", ...toldMoves(group, ground) })),
    ...timesFacts(kept),
  ];
}

/** Half-days whose new room, and those whose new trainer, is told with their move. */
export function toldWithMoves(facts: readonly PlanChangeFact[]): { rooms: Set<string>; trainers: Set<string> } {
  const moves = facts.flatMap((fact) =>
    fact.kind === "session_moved" || fact.kind === "half_days_moved" ? [fact] : [],
  );
  return {
    rooms: new Set(moves.flatMap(({ newRoom, halfDayIds }) => (newRoom === null ? [] : halfDayIds))),
    trainers: new Set(moves.flatMap(({ newTrainer, halfDayIds }) => (newTrainer === null ? [] : halfDayIds))),
  };
}

export function isElsewhere({ before, after }: KeptPair): boolean {
  return before.roomId !== after.roomId || before.remote !== after.remote;
}

function isMoved({ before, after }: KeptPair): boolean {
  return before.day !== after.day || before.slot !== after.slot;
}

function movedTogether(pairs: readonly KeptPair[], keyOf: (pair: KeptPair) => string): KeptPair[][] {
  return [...Map.groupBy(pairs, keyOf).values()];
}

function toldMoves(pairs: readonly KeptPair[], ground: Ground) {
  const moves = movesOf(pairs);
  const [first] = pairs;
  const isAlike = (valueOf: (row: VersionHalfDay) => string | null) =>
    new Set(pairs.map(({ after }) => valueOf(after))).size === 1;
  const hasNewRoom = pairs.every(isElsewhere) && isAlike(({ roomId, remote }) => `${roomId} ${remote}`);
  const hasNewTrainer =
    pairs.every(({ before, after }) => before.trainerId !== after.trainerId) && isAlike(({ trainerId }) => trainerId);
  const after = first?.after;
  return {
    halfDayIds: idsOf(moves),
    session: after === undefined ? null : sessionOf(ground, after),
    moves,
    newRoom: hasNewRoom && after !== undefined ? { roomId: after.roomId, remote: after.remote } : null,
    newTrainer: hasNewTrainer && after !== undefined ? { trainerId: after.trainerId } : null,
  };
}

function movesOf(pairs: readonly KeptPair[]): MovedHalfDay[] {
  return pairs
    .map(({ id, before, after }) => ({ id, from: toldOf(before), to: toldOf(after) }))
    .toSorted((a, b) => comparePlaces(a.from, b.from));
}

// ---- half-days that change places --------------------------------------------------------------------------------

type Swap = readonly [KeptPair, KeptPair];

/** Each half-day with the one that has its place now and whose place it has. */
function partSwapped(pairs: readonly KeptPair[]): { swapped: Swap[]; alone: KeptPair[] } {
  const waiting = new Map<string, KeptPair[]>();
  const swapped: Swap[] = [];
  for (const pair of pairs) {
    const [from, to] = [placeOf(pair.before), placeOf(pair.after)];
    const partner = waiting.get(`${to} ${from}`)?.shift();
    if (partner !== undefined) swapped.push([partner, pair]);
    else waiting.set(`${from} ${to}`, [...(waiting.get(`${from} ${to}`) ?? []), pair]);
  }
  const taken = new Set(swapped.flatMap(idsOf));
  return { swapped, alone: pairs.filter(({ id }) => !taken.has(id)) };
}

/** Whole days that change places are told as such. */
function swappedFacts(swaps: readonly Swap[]): PlanChangeFact[] {
  const groups = Map.groupBy(swaps, ([{ before, after }]) =>
    JSON.stringify([before.day, after.day, before.slot === after.slot || before.slot]),
  );
  return [...groups.values()].map((group): PlanChangeFact => {
    const one = movesOf(group.map(([first]) => first));
    const other = movesOf(group.map(([, second]) => second));
    return { kind: "half_days_swapped", halfDayIds: idsOf([...one, ...other]), one, other };
  });
}

function placeOf({ day, slot }: VersionHalfDay): string {
  return `${day} ${slot}`;
}

// ---- other times of the day --------------------------------------------------------------------------------------

/** A half-day in another slot has other times: that goes without saying. */
function timesFacts(kept: readonly KeptPair[]): PlanChangeFact[] {
  const retimed = kept.filter(
    ({ before, after }) => before.slot === after.slot && keyOfTimes(before) !== keyOfTimes(after),
  );
  const groups = Map.groupBy(retimed, ({ before, after }) => `${keyOfTimes(before)} ${keyOfTimes(after)}`);
  return [...groups.values()].flatMap((group): PlanChangeFact[] => {
    const [first] = group;
    if (first === undefined) return [];
    const halfDays = told(group.map(({ after }) => after));
    const [from, to] = [timesOf(first.before), timesOf(first.after)];
    return [{ kind: "times_changed", halfDayIds: idsOf(halfDays), from, to, halfDays }];
  });
}

function timesOf({ startsAt, endsAt }: VersionHalfDay) {
  return { startsAt: startsAt.slice(11, 16), endsAt: endsAt.slice(11, 16) };
}

function keyOfTimes(row: VersionHalfDay): string {
  const { startsAt, endsAt } = timesOf(row);
  return `${startsAt} ${endsAt}`;
}
