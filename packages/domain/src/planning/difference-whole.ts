import type { FactOf, PlanChangeFact, PlanSummary, VersionHalfDay } from "./plan-change-facts.ts";
import { compareText, differs, groupOf, idsOf, isLive, type Pair } from "./version-pairs.ts";

type WholeKind = "plan_published" | "plan_withdrawn" | "plan_replaced";

/** More than two thirds of both versions are not in the other: then a plan is told as a new one. */
const LEAST_KEPT = 1 / 3;

/** Whether two versions differ as a whole, so that telling each half-day would say less; null when they do not. */
export function wholeKindOf(before: readonly VersionHalfDay[], after: readonly VersionHalfDay[]): WholeKind | null {
  if (before.length === 0) return after.length === 0 ? null : "plan_published";
  if (after.length === 0) return "plan_withdrawn";
  const kept = new Set(idsOf(before)).intersection(new Set(idsOf(after))).size;
  return kept < before.length * LEAST_KEPT && kept < after.length * LEAST_KEPT ? "plan_replaced" : null;
}

/** The one fact that tells it, or none when these half-days do not differ. */
export function wholeFact(kind: WholeKind, pairs: readonly Pair[]): PlanChangeFact[] {
  const halfDayIds = idsOf(pairs.filter(differs));
  const before = summaryOf(pairs.map(({ before }) => before));
  const after = summaryOf(pairs.map(({ after }) => after));
  if (halfDayIds.length === 0) return [];
  if (kind === "plan_replaced") return [{ kind, halfDayIds, before, after }];
  return [{ kind, halfDayIds, plan: kind === "plan_published" ? after : before }];
}

/** The kind of whole difference that facts tell; null when they tell of half-days. */
export function toldWhole([fact]: readonly PlanChangeFact[]): WholeKind | null {
  return fact !== undefined && isWhole(fact) ? fact.kind : null;
}

function isWhole(fact: PlanChangeFact): fact is FactOf<WholeKind> {
  return fact.kind === "plan_published" || fact.kind === "plan_withdrawn" || fact.kind === "plan_replaced";
}

function summaryOf(rows: readonly (VersionHalfDay | null)[]): PlanSummary {
  const live = rows.filter(isLive);
  const daysOf = (some: readonly VersionHalfDay[]) => [...new Set(some.map(({ day }) => day))].toSorted(compareText);
  return {
    halfDayCount: live.length,
    sessionCount: new Set(live.flatMap((row) => groupOf(row) ?? [])).size,
    days: daysOf(live),
    examDays: daysOf(live.filter(({ kind }) => kind === "exam")),
  };
}
