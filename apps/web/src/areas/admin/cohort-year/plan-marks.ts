import type { HalfDay, Slot } from "@passerelle/contracts/plans";
import { halfDaysOf, type PlannedHalfDays } from "./plan-view.ts";

/** What becomes of a half of a day from one plan to another: taken now, left, or kept for something else. */
export type Mark = "new" | "changed" | "left";

/** Marks by the place they are on, as `markKey` writes it. */
export type Marks = ReadonlyMap<string, Mark>;

export const NO_MARKS: Marks = new Map();

export function markKey(day: string, slot: Slot): string {
  return `${day} ${slot}`;
}

/**
 * The places at which two plans differ. They are compared place by place: two half-days that change places leave nothing
 * behind, and one adopted anew for the same place is no change at all.
 */
export function marksBetween(before: PlannedHalfDays, after: PlannedHalfDays): Marks {
  const [was, is] = [placesOf(before), placesOf(after)];
  const keys = [...new Set([...was.keys(), ...is.keys()])].toSorted();
  return new Map(
    keys.flatMap((key) => {
      const mark = markOf(was.get(key), is.get(key));
      return mark === null ? [] : [[key, mark] as const];
    }),
  );
}

function markOf(was: string | undefined, is: string | undefined): Mark | null {
  if (was === is) return null;
  if (was === undefined) return "new";
  return is === undefined ? "left" : "changed";
}

/** What is taught at each place, as a text to compare; cancelled half-days are not there. */
function placesOf(plan: PlannedHalfDays): ReadonlyMap<string, string> {
  const live = halfDaysOf(plan).filter(({ state }) => state !== "cancelled");
  return new Map(live.map((halfDay) => [markKey(halfDay.day, halfDay.slot), contentOf(halfDay)]));
}

/** All of a half-day but its place. */
function contentOf({ kind, blockCode, competencies, trainer, room, remote, overrideReason }: HalfDay): string {
  const codes = competencies.map(({ code }) => code).toSorted();
  return JSON.stringify([kind, blockCode, codes, trainer?.id, room?.id, remote, overrideReason]);
}
