import type { HalfDayConflict } from "@passerelle/contracts/plan-edits";

/** Half-days in the way of several others, for one reason: the same room, the same person, the same cohort. */
export interface ConflictGroup {
  readonly kind: HalfDayConflict["kind"];
  /** Whose, or which room. */
  readonly name: string;
  readonly cohortName: string;
  readonly count: number;
  readonly from: string;
  readonly to: string;
  /** What the API says of the first. */
  readonly detail: string;
}

/** The conflicts of an edit, those of one kind with one room, person and cohort together. */
export function groupConflicts(conflicts: readonly HalfDayConflict[]): ConflictGroup[] {
  const groups = Map.groupBy(conflicts, ({ kind, other }) => [kind, nameIn(kind, other), other.cohortId].join("\n"));
  return [...groups.values()].flatMap((group) => {
    const sorted = group.toSorted((a, b) => a.day.localeCompare(b.day) || a.slot.localeCompare(b.slot));
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { kind, other, detail } = first;
    return [
      {
        kind,
        name: nameIn(kind, other),
        cohortName: other.cohortName,
        count: group.length,
        from: first.day,
        to: last.day,
        detail,
      },
    ];
  });
}

function nameIn(kind: HalfDayConflict["kind"], { roomName, trainerName }: HalfDayConflict["other"]): string {
  return (kind === "room" ? roomName : kind === "trainer" ? trainerName : null) ?? "";
}
