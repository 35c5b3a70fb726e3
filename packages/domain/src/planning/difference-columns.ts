import type { PlanChangeFact, ToldHalfDay, VersionHalfDay } from "./plan-change-facts.ts";
import type { Ground } from "./difference-ground.ts";
import { isElsewhere, toldWithMoves } from "./difference-moves.ts";
import { compareText, idsOf, type KeptPair, told, toldOf } from "./version-pairs.ts";

/** What half-days are held with, where it differs and is not told with a move; all pairs are held in both versions. */
export function columnFacts(kept: readonly KeptPair[], moves: readonly PlanChangeFact[]): PlanChangeFact[] {
  const { rooms, trainers } = toldWithMoves(moves);
  return [
    ...changes(
      kept.filter(({ id }) => !trainers.has(id)),
      ({ trainerId }) => trainerId,
      (fromTo): PlanChangeFact => ({ kind: "trainer_changed", ...fromTo }),
    ),
    ...changes(
      kept.filter((pair) => isElsewhere(pair) && !rooms.has(pair.id)),
      ({ roomId, remote }) => ({ roomId, remote }),
      (fromTo): PlanChangeFact => ({ kind: "room_changed", ...fromTo }),
    ),
    ...changes(
      kept,
      ({ blockCode }) => blockCode,
      (fromTo, pairs): PlanChangeFact => {
        const codes = new Set(pairs.flatMap(({ after }) => after.competencyCodes));
        return { kind: "block_changed", ...fromTo, competencyCodes: [...codes].toSorted(compareText) };
      },
    ),
    ...changes(
      kept.filter(({ before, after }) => before.blockCode === after.blockCode),
      ({ competencyCodes }) => competencyCodes.toSorted(compareText),
      (fromTo): PlanChangeFact => ({ kind: "competencies_changed", ...fromTo }),
    ),
    ...changes(
      kept,
      ({ overrideReason }) => overrideReason,
      (fromTo): PlanChangeFact => ({ kind: "override_changed", ...fromTo }),
    ),
  ];
}

/** Which cancelled half-day one is held in place of, where no cancellation tells it. */
export function replacementFacts(
  kept: readonly KeptPair[],
  ground: Ground,
  cancelled: ReadonlySet<string>,
): PlanChangeFact[] {
  const replaced = (id: string | null): ToldHalfDay | null => {
    const row = id === null ? undefined : (ground.after.get(id) ?? ground.before.get(id));
    return row === undefined ? null : toldOf(row);
  };
  return kept
    .filter(({ before, after }) => before.replacesId !== after.replacesId && !cancelled.has(after.replacesId ?? ""))
    .map(({ id, before, after }): PlanChangeFact => ({
      kind: "replacement_changed",
      halfDayIds: [id],
      from: replaced(before.replacesId),
      to: replaced(after.replacesId),
      halfDays: told([after]),
    }));
}

interface Changed<Value> {
  readonly halfDayIds: readonly string[];
  readonly from: Value;
  readonly to: Value;
  readonly halfDays: readonly ToldHalfDay[];
}

/** One fact for all half-days of which a value changed from the same to the same. */
function changes<Value>(
  kept: readonly KeptPair[],
  valueOf: (row: VersionHalfDay) => Value,
  say: (changed: Changed<Value>, pairs: readonly KeptPair[]) => PlanChangeFact,
): PlanChangeFact[] {
  const keyOf = (row: VersionHalfDay) => JSON.stringify(valueOf(row));
  const changed = kept.filter(({ before, after }) => keyOf(before) !== keyOf(after));
  const groups = Map.groupBy(changed, ({ before, after }) => `${keyOf(before)} ${keyOf(after)}`);
  return [...groups.values()].flatMap((pairs) => {
    const [first] = pairs;
    if (first === undefined) return [];
    const halfDays = told(pairs.map(({ after }) => after));
    const [from, to] = [valueOf(first.before), valueOf(first.after)];
    return [say({ halfDayIds: idsOf(halfDays), from, to, halfDays }, pairs)];
  });
}
