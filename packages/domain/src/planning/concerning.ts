import type { Hands } from "./difference-comings.ts";
import { groundOf } from "./difference-ground.ts";
import { toldWhole, wholeFact } from "./difference-whole.ts";
import type { PlanChangeFact, VersionHalfDay } from "./plan-change-facts.ts";
import { differenceOf } from "./plan-difference.ts";
import { isLive, type Pair, pairUp } from "./version-pairs.ts";

/** Somebody who may be concerned. */
export type Audience =
  | {
      readonly kind: "trainee";
      /** The blocks they follow; null for all. */
      readonly blockCodes: readonly string[] | null;
      /** Whether they sit the exam, and whether they come to the courses. */
      readonly exam: boolean;
      readonly courses: boolean;
    }
  | { readonly kind: "trainer"; readonly trainerId: string };

/** What those who keep the plan should know, and nobody else need. */
const referentsOnly: ReadonlySet<PlanChangeFact["kind"]> = new Set([
  "session_split",
  "half_days_regrouped",
  "override_changed",
  "replacement_changed",
  "cancelled_changed",
]);

/**
 * Of the facts that differ between two versions, those that concern somebody, cut down to their half-days: those a
 * trainer teaches, before or after; those of the blocks a trainee follows. They are told anew of these half-days only, so
 * that days and places are theirs; what was never theirs is in no fact. A half-day that leaves them without leaving the
 * plan is `half_days_lost`, one that comes to them `half_days_gained`, whatever else became of it.
 */
export function concerning(
  facts: readonly PlanChangeFact[],
  halfDays: { readonly before: readonly VersionHalfDay[]; readonly after: readonly VersionHalfDay[] },
  who: Audience,
): PlanChangeFact[] {
  if (facts.length === 0) return [];
  const all = pairUp(halfDays.before, halfDays.after);
  const { pairs, hands } = cutDown(all, who);
  const whole = toldWhole(facts);
  if (whole !== null) {
    return wholeFact(
      whole,
      pairs.filter(({ before, after }) => isLive(before) || isLive(after)),
    );
  }
  return differenceOf(pairs, groundOf(all), hands).filter(
    ({ kind }) => !referentsOnly.has(kind) && !(who.kind === "trainee" && kind === "competencies_changed"),
  );
}

function cutDown(all: readonly Pair[], who: Audience): { pairs: Pair[]; hands: Hands } {
  const [gained, lost] = [new Set<string>(), new Set<string>()];
  const pairs = all.flatMap((pair): Pair[] => {
    const { id, before, after } = pair;
    const [had, has] = [isTheirs(before, who), isTheirs(after, who)];
    // A cancellation concerns those who were to come, whatever else changed of the half-day.
    if (had && has) return [pair];
    if (had && isLive(before)) {
      if (after !== null && !isLive(after)) return [pair];
      if (after !== null) lost.add(id);
      return [{ id, before, after: null }];
    }
    if (has && isLive(after)) {
      if (before !== null) gained.add(id);
      return [{ id, before: null, after }];
    }
    return [];
  });
  return { pairs, hands: { gained, lost } };
}

function isTheirs(row: VersionHalfDay | null, who: Audience): boolean {
  if (row === null) return false;
  if (who.kind === "trainer") return row.trainerId === who.trainerId;
  if (row.kind === "exam") return who.exam;
  return who.courses && (who.blockCodes === null || row.blockCode === null || who.blockCodes.includes(row.blockCode));
}
