import type { HalfDayEdit } from "@passerelle/contracts/plan-edits";
import type { HalfDay } from "@passerelle/contracts/plans";
import { mergeEdits, staffEdits } from "./edits.ts";
import type { Check, PlanEdit } from "./use-edit-check.ts";

type Kind = "trainer" | "room";

/** What stands in the way that somebody else, or another room, would settle. */
export interface Obstacle {
  readonly kind: Kind;
  /** The half-days of the edit whose trainer or room is taken. */
  readonly ids: readonly string[];
}

/** A room or a trainer taken, a room first: it is changed more lightly than the person who teaches. */
export function obstacleOf({ conflicts }: Check): Obstacle | null {
  for (const kind of ["room", "trainer"] as const) {
    const ids = conflicts.flatMap((conflict) =>
      conflict.kind === kind && conflict.halfDayId !== null ? [conflict.halfDayId] : [],
    );
    if (ids.length > 0) return { kind, ids: [...new Set(ids)] };
  }
  return null;
}

/** Who, or which rooms, the half-days have or would have by the edit: not to be proposed again. */
export function takenBy({ kind, ids }: Obstacle, edit: PlanEdit, halfDays: readonly HalfDay[]): ReadonlySet<string> {
  const field = kind === "room" ? "roomId" : "trainerId";
  return new Set(
    ids.flatMap((id) => {
      const said = edit.halfDays.find((each) => each.id === id)?.[field];
      const now = halfDays.find((each) => each.id === id)?.[kind]?.id;
      return [said ?? now].filter((each) => typeof each === "string");
    }),
  );
}

/** The half-days in the way with another room, or with somebody else. */
export function wayOut({ kind, ids }: Obstacle, candidateId: string): HalfDayEdit[] {
  return staffEdits(
    ids.map((id) => ({ id })),
    kind === "room" ? { roomId: candidateId, remote: false } : { trainerId: candidateId },
  );
}

export function withWayOut(edit: PlanEdit, staff: readonly HalfDayEdit[]): PlanEdit {
  return { ...edit, halfDays: mergeEdits(edit.halfDays, staff) };
}

/** Whether the obstacle is gone and nothing new is said against the edit. */
export function settles({ kind }: Obstacle, before: Check, after: Check): boolean {
  return !after.conflicts.some((conflict) => conflict.kind === kind) && after.warnings.length <= before.warnings.length;
}
