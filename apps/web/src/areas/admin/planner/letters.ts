import type { HalfDay } from "@passerelle/contracts/plans";

/** A letter for each cohort shown, in the order of their names, to tell them apart where there is no room for words. */
export function lettersOf(halfDays: readonly Pick<HalfDay, "cohortId" | "cohortName">[]): ReadonlyMap<string, string> {
  const names = new Map(halfDays.map(({ cohortId, cohortName }) => [cohortId, cohortName]));
  const sorted = [...names].toSorted(([, a], [, b]) => a.localeCompare(b));
  return new Map(sorted.map(([id], index) => [id, letterAt(index)]));
}

/** A to Z, then AA, AB… */
function letterAt(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : letterAt(Math.floor(index / 26) - 1) + letter;
}
