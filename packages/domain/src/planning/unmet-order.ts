import type { FilledHalfDay } from "./fill-blocks.ts";
import { refOf, type Remedy } from "./nearest-change.ts";
import type { TeachingUnit } from "./teaching-order.ts";
import { mayTeach, otherTrainers } from "./unmet-trainers.ts";
import type { Outcome, UnmetWish } from "./unmet-wishes.ts";

/** What of the order and the cover of the programme could not be kept. */
export function unmetOrder(outcome: Outcome): UnmetWish[] {
  return [...uncovered(outcome), ...outOfOrder(outcome)];
}

/** The competencies no half-day works on: their block has none left to teach. */
function uncovered({ shape, filled }: Outcome): UnmetWish[] {
  return shape.blocks.flatMap(({ code: blockCode, competencies = [], minutes }): UnmetWish[] => {
    const own = filled.filter((halfDay) => halfDay.blockCode === blockCode);
    const covered = new Set(own.flatMap(({ unit }) => unit?.competencyCodes ?? []));
    const competencyCodes = competencies.filter((code) => !covered.has(code));
    if (competencyCodes.length === 0) return [];
    const halfDays = minutes / shape.halfDayMinutes - own.length;
    const remedy: Remedy | null = halfDays > 0 ? { kind: "more_half_days", halfDays } : null;
    return [{ code: "competency_uncovered", facts: { blockCode, competencyCodes }, remedy }];
  });
}

/** By block, the half-days taught out of the order asked for: the fewest without which the order is kept. */
function outOfOrder(outcome: Outcome): UnmetWish[] {
  const { order, filled, shape, staffing } = outcome;
  const teaching = filled.filter(({ unit }) => unit !== null);
  const strays = straysFrom(
    order.map(({ blockCode }) => blockCode),
    teaching.map(({ blockCode }) => blockCode ?? ""),
  );
  return shape.blocks.flatMap(({ code: blockCode }): UnmetWish[] => {
    const out = teaching.filter((halfDay, index) => halfDay.blockCode === blockCode && strays.has(index));
    if (out.length === 0) return [];
    const wanted = teaching.flatMap((halfDay, index) => {
      const unit = order[index];
      const isWanted = unit?.blockCode === blockCode && staffing.lacksTrainer(unit, halfDay.place);
      return isWanted ? [{ ...halfDay, unit }] : [];
    });
    const facts = { blockCode, halfDays: out.map(refOf), wanted: wanted.map(refOf) };
    return [{ code: "block_order", facts, remedy: inTurn(blockCode, wanted, outcome) }];
  });
}

/** The other trainer who could teach most of a block in its turn. */
function inTurn(
  blockCode: string,
  wanted: readonly (FilledHalfDay & { unit: TeachingUnit })[],
  outcome: Outcome,
): Remedy | null {
  const counts = otherTrainers(blockCode, outcome).map((trainer) => {
    const could = wanted.filter(
      ({ unit, place }) => mayTeach(trainer, unit) && outcome.staffing.whyNotFree(trainer, place) === null,
    );
    return { trainer, count: could.length };
  });
  const most = Math.max(0, ...counts.map(({ count }) => count));
  const best = counts.find(({ count }) => count === most && count > 0)?.trainer;
  return best === undefined ? null : { kind: "other_trainer", trainerId: best.id, name: best.name };
}

/** The indexes of the second list that are in no longest part both lists have in the same order. */
function straysFrom(asked: readonly string[], taught: readonly string[]): Set<number> {
  const strays = new Set<number>();
  if (asked.every((code, index) => code === taught[index])) return strays;
  const longest = commonLengths(asked, taught);
  const at = (row: number, column: number) => longest[row]?.[column] ?? 0;
  for (let row = 0, column = 0; column < taught.length;) {
    if (row < asked.length && asked[row] === taught[column]) {
      row += 1;
      column += 1;
    } else if (row < asked.length && at(row + 1, column) >= at(row, column + 1)) row += 1;
    else {
      strays.add(column);
      column += 1;
    }
  }
  return strays;
}

/** How long a part both lists have in the same order, from a place in each on. */
function commonLengths(asked: readonly string[], taught: readonly string[]): number[][] {
  const lengths = Array.from({ length: asked.length + 1 }, () => Array<number>(taught.length + 1).fill(0));
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  for (let row = asked.length - 1; row >= 0; row -= 1) {
    for (let column = taught.length - 1; column >= 0; column -= 1) {
      const own = lengths[row];
      if (own === undefined) continue;
      own[column] =
        asked[row] === taught[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return lengths;
}
