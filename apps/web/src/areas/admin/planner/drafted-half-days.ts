import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { halfDaysOf } from "../cohort-year/plan-view.ts";
import type { Span } from "./weeks.ts";

export interface DraftedHalfDays {
  readonly halfDays: readonly HalfDay[];
  /** Those that a draft puts here or changes: nobody else sees them so. */
  readonly drafted: ReadonlySet<string>;
}

/** Half-days of some days with those of drafted plans in place of what is published of them. */
export function withDrafts(published: readonly HalfDay[], plans: readonly Plan[], { from, to }: Span): DraftedHalfDays {
  const drafted = plans.filter(({ draft }) => (draft?.changes.length ?? 0) > 0);
  const cohorts = new Set(drafted.map(({ cohortId }) => cohortId));
  const own = drafted.flatMap(halfDaysOf).filter(({ day, state }) => from <= day && day <= to && state !== "cancelled");
  const known = new Map(published.map((halfDay) => [halfDay.id, seenOf(halfDay)]));
  return {
    halfDays: [...published.filter(({ cohortId }) => !cohorts.has(cohortId)), ...own].toSorted(byTime),
    drafted: new Set(own.filter((halfDay) => known.get(halfDay.id) !== seenOf(halfDay)).map(({ id }) => id)),
  };
}

/** What others see of a half-day, as a text to compare. */
function seenOf({ day, slot, blockCode, competencies, trainer, room, remote, state }: HalfDay): string {
  const codes = competencies.map(({ code }) => code).toSorted();
  return JSON.stringify([day, slot, blockCode, codes, trainer?.id, room?.id, remote, state]);
}

function byTime(a: HalfDay, b: HalfDay): number {
  return a.startsAt.localeCompare(b.startsAt) || a.id.localeCompare(b.id);
}
