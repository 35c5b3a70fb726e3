import type { ChangedHalfDay } from "@passerelle/contracts/timetable";
import type { MovedHalfDay, PlanChangeFact, ToldHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import type { VersionRow } from "../publications/plan-history.queries.ts";

type Change = ChangedHalfDay["changes"][number];

/**
 * What facts make of each half-day that is still to be seen in a timetable. Of a plan that is new as a whole no half-day
 * is named: all of them would be.
 */
export function changedHalfDays(facts: readonly PlanChangeFact[], before: readonly VersionRow[]): ChangedHalfDay[] {
  const changes = new Map<string, Set<Change>>();
  for (const { halfDayId, change } of facts.flatMap(changesIn)) {
    changes.set(halfDayId, (changes.get(halfDayId) ?? new Set()).add(change));
  }
  const was = new Map(before.map((row) => [row.id, row]));
  return [...changes].map(([halfDayId, its]) => ({
    halfDayId,
    changes: [...its],
    before: its.has("added") ? null : placeOf(was.get(halfDayId)),
  }));
}

function placeOf(row: VersionRow | undefined): ChangedHalfDay["before"] {
  if (row === undefined) return null;
  const { day, slot, startsAt, endsAt } = row;
  return { day, slot, startsAt, endsAt };
}

interface HalfDayChange {
  readonly halfDayId: string;
  readonly change: Change;
}

function changesIn(fact: PlanChangeFact): HalfDayChange[] {
  switch (fact.kind) {
    case "session_moved":
    case "half_days_moved":
      return [
        ...each(fact.moves, "moved"),
        ...(fact.newRoom === null ? [] : each(fact.moves, "room")),
        ...(fact.newTrainer === null ? [] : each(fact.moves, "trainer")),
      ];
    case "half_days_swapped":
      return each([...fact.one, ...fact.other], "moved");
    case "session_added":
    case "half_days_added":
    case "half_days_gained":
      return each(fact.halfDays, "added");
    case "half_days_cancelled":
      return [...each(fact.halfDays, "cancelled"), ...each(fact.replacements, "added")];
    case "half_days_restored":
      return each(fact.halfDays, "restored");
    case "times_changed":
      return each(fact.halfDays, "times");
    case "room_changed":
      return each(fact.halfDays, "room");
    case "trainer_changed":
      return each(fact.halfDays, "trainer");
    case "block_changed":
    case "competencies_changed":
      return each(fact.halfDays, "subject");
    default:
      return [];
  }
}

function each(halfDays: readonly (ToldHalfDay | MovedHalfDay)[], change: Change): HalfDayChange[] {
  return halfDays.map(({ id }) => ({ halfDayId: id, change }));
}
