import type { PlanChangeFact } from "./plan-change-facts.ts";
import { compareText } from "./version-pairs.ts";

/** On one day: first what becomes of whole sessions, then when, then with what. */
const ORDER: readonly PlanChangeFact["kind"][] = [
  "plan_published",
  "plan_replaced",
  "plan_withdrawn",
  "session_moved",
  "session_added",
  "session_removed",
  "session_split",
  "half_days_regrouped",
  "half_days_moved",
  "half_days_swapped",
  "times_changed",
  "half_days_cancelled",
  "half_days_restored",
  "half_days_gained",
  "half_days_added",
  "half_days_lost",
  "half_days_removed",
  "trainer_changed",
  "room_changed",
  "block_changed",
  "competencies_changed",
  "override_changed",
  "replacement_changed",
  "cancelled_changed",
];

/** Facts by the first day that they are about, before or after. */
export function inOrder(facts: readonly PlanChangeFact[]): PlanChangeFact[] {
  return facts
    .map((fact) => ({ fact, day: firstDayOf(fact), rank: ORDER.indexOf(fact.kind) }))
    .toSorted(
      (a, b) =>
        compareText(a.day, b.day) ||
        a.rank - b.rank ||
        compareText(a.fact.halfDayIds[0] ?? "", b.fact.halfDayIds[0] ?? ""),
    )
    .map(({ fact }) => fact);
}

/** The first day a fact is about. */
export function firstDayOf(fact: PlanChangeFact): string {
  return daysOf(fact).reduce((first, day) => (first === "" || day < first ? day : first), "");
}

function daysOf(fact: PlanChangeFact): readonly string[] {
  switch (fact.kind) {
    case "plan_published":
    case "plan_withdrawn":
      return fact.plan.days;
    case "plan_replaced":
      return [...fact.before.days, ...fact.after.days];
    case "session_moved":
    case "half_days_moved":
      return fact.moves.flatMap(({ from, to }) => [from.day, to.day]);
    case "half_days_swapped":
      return fact.one.flatMap(({ from, to }) => [from.day, to.day]);
    default:
      return fact.halfDays.map(({ day }) => day);
  }
}
