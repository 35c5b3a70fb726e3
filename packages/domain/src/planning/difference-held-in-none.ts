import type { FactOf, PlanChangeFact, VersionHalfDay } from "./plan-change-facts.ts";
import { differs, groupOf, idsOf, isLive, type Pair, told } from "./version-pairs.ts";

type Told = Pick<FactOf<"cancelled_changed">, "change" | "reason"> & { readonly row: VersionHalfDay };

/** Half-days held in neither version: nobody need know of them but those who keep the plan. */
export function heldInNoneFacts(pairs: readonly Pair[]): PlanChangeFact[] {
  const changed = pairs.flatMap((pair) => changeOf(pair) ?? []);
  const groups = Map.groupBy(changed, ({ row, change, reason }) => JSON.stringify([change, reason, groupOf(row)]));
  return [...groups.values()].flatMap((group): PlanChangeFact[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { change, reason } = first;
    const halfDays = told(group.map(({ row }) => row));
    return [{ kind: "cancelled_changed", halfDayIds: idsOf(halfDays), change, reason, halfDays }];
  });
}

function changeOf({ id, before, after }: Pair): Told | null {
  if (isLive(before) || isLive(after)) return null;
  if (before === null) return after && { row: after, change: "added", reason: after.cancelledReason };
  if (after === null) return { row: before, change: "removed", reason: null };
  // Its session is told with those of the others.
  const here = { ...before, kind: after.kind, sessionId: after.sessionId };
  const reason = before.cancelledReason === after.cancelledReason ? null : after.cancelledReason;
  return differs({ id, before: here, after }) ? { row: after, change: "edited", reason } : null;
}
