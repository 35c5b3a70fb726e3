import type { PlanChangeFact, VersionHalfDay } from "./plan-change-facts.ts";
import { planDifference } from "./plan-difference.ts";
import { examAt, placeAt, sessionAt } from "./plan-versions.fixture.ts";

export const june = ["2017-06-12", "2017-06-13", "2017-06-14", "2017-06-15"];
export const july = ["2017-07-10", "2017-07-11", "2017-07-12", "2017-07-13"];
export const s1 = sessionAt("s1", june, { trainerId: "t1", roomId: "r1" });
export const s2 = sessionAt("s2", july, { trainerId: "t2", blockCode: "CCP2" });
export const exam = examAt(["2018-03-15", "2018-03-16"]);
export const plan = [...s1, ...s2, ...exam];

export const idsOf = (rows: readonly VersionHalfDay[]) => rows.map(({ id }) => id);
export const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();
export const movedBy = (days: number) => (row: VersionHalfDay) => placeAt(later(row.day, days), row.slot);

type Change = Partial<VersionHalfDay> | ((row: VersionHalfDay) => Partial<VersionHalfDay>);

/** The plan with some of its half-days otherwise. */
export function edited(
  ids: readonly string[],
  change: Change,
  rows: readonly VersionHalfDay[] = plan,
): VersionHalfDay[] {
  return rows.map((row) =>
    ids.includes(row.id) ? { ...row, ...(typeof change === "function" ? change(row) : change) } : row,
  );
}

export const without = (ids: readonly string[]) => plan.filter(({ id }) => !ids.includes(id));
export const cancelled = (reason: string) => ({ state: "cancelled", cancelledReason: reason }) as const;

/** The kinds of the facts with the half-days they name. */
export function saidOf(
  after: readonly VersionHalfDay[],
  before: readonly VersionHalfDay[] = plan,
): [string, ...string[]][] {
  return planDifference(before, after).map(({ kind, halfDayIds }) => [kind, ...halfDayIds]);
}

/** The one fact there is. */
export function onlyFact(after: readonly VersionHalfDay[], before: readonly VersionHalfDay[] = plan): PlanChangeFact {
  const facts = planDifference(before, after);
  const [fact] = facts;
  if (fact === undefined || facts.length > 1) throw new Error(`${facts.length} facts: ${JSON.stringify(facts)}`);
  return fact;
}
