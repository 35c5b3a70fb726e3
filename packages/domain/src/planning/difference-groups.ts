import type { PlanChangeFact, SessionRef } from "./plan-change-facts.ts";
import { type Ground, sessionOf } from "./difference-ground.ts";
import { compareText, groupOf, idsOf, isLive, type KeptPair, told } from "./version-pairs.ts";

/** Half-days that are in another session, whatever day they are on, or have become exam half-days or none. */
export function groupFacts(kept: readonly KeptPair[], ground: Ground): PlanChangeFact[] {
  const changed = kept.filter(({ before, after }) => groupOf(before) !== groupOf(after));
  const intoOne = Map.groupBy(changed, ({ after }) => groupOf(after));
  const groups = Map.groupBy(changed, ({ before, after }) => JSON.stringify([groupOf(before), groupOf(after)]));
  return [...groups.values()].flatMap((group): PlanChangeFact[] => {
    const [first] = group;
    if (first === undefined) return [];
    const [from, to] = [sessionOf(ground, first.before), sessionOf(ground, first.after)];
    const halfDays = told(group.map(({ after }) => after));
    const halfDayIds = idsOf(halfDays);
    const isAll = intoOne.get(groupOf(first.after))?.length === group.length;
    const daysLeft = isAll ? daysLeftOf(from, to, ground) : [];
    if (from !== null && to !== null && daysLeft.length > 0) {
      return [{ kind: "session_split", halfDayIds, session: from, into: to, halfDays, daysLeft }];
    }
    return [{ kind: "half_days_regrouped", halfDayIds, from, to, halfDays }];
  });
}

/** One session became two when what left it is a new one, and some days are left to it: those, else none. */
function daysLeftOf(from: SessionRef | null, to: SessionRef | null, { after }: Ground): string[] {
  if (from === null || to === null || to.before !== null) return [];
  const left = [...after.values()].filter((row) => groupOf(row) === from.id && isLive(row));
  return [...new Set(left.map(({ day }) => day))].toSorted(compareText);
}
