import { columnFacts, replacementFacts } from "./difference-columns.ts";
import { comingFacts, type Hands } from "./difference-comings.ts";
import { type Ground, groundOf } from "./difference-ground.ts";
import { groupFacts } from "./difference-groups.ts";
import { moveFacts } from "./difference-moves.ts";
import { inOrder } from "./difference-order.ts";
import { wholeFact, wholeKindOf } from "./difference-whole.ts";
import { heldInNoneFacts } from "./difference-held-in-none.ts";
import type { PlanChangeFact, VersionHalfDay } from "./plan-change-facts.ts";
import { idsOf, isLive, type KeptPair, type Pair, pairUp } from "./version-pairs.ts";

const nobodys: Hands = { gained: new Set(), lost: new Set() };

/**
 * What differs between two versions of a plan, by the first day concerned: few facts, each of all the half-days it is
 * true of. Every column that differs is told, but for two things: that a half-day was held meanwhile is no change of the
 * plan, and of one that is not held in both versions nothing matters but that. The order of the half-days is no matter.
 */
export function planDifference(before: readonly VersionHalfDay[], after: readonly VersionHalfDay[]): PlanChangeFact[] {
  const pairs = pairUp(before, after);
  const whole = wholeKindOf(before, after);
  return whole === null ? differenceOf(pairs, groundOf(pairs), nobodys) : wholeFact(whole, pairs);
}

/** The same for some of the half-days of two versions; `hands` are theirs for whom it is. */
export function differenceOf(pairs: readonly Pair[], ground: Ground, hands: Hands): PlanChangeFact[] {
  const inBoth = pairs.filter(isKept);
  const held = inBoth.filter(({ before, after }) => isLive(before) && isLive(after));
  const heldInNone = inBoth.filter(({ before, after }) => !isLive(before) && !isLive(after));
  const moves = moveFacts(held, ground);
  const cancelled = inBoth.filter(({ before, after }) => isLive(before) && !isLive(after));
  return inOrder([
    ...comingFacts(pairs, ground, hands),
    ...moves,
    ...columnFacts(held, moves),
    ...replacementFacts(held, ground, new Set(idsOf(cancelled))),
    ...groupFacts([...held, ...heldInNone], ground),
    ...heldInNoneFacts(pairs),
  ]);
}

function isKept(pair: Pair): pair is KeptPair {
  return pair.before !== null && pair.after !== null;
}
