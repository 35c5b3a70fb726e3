import type { HalfDayEdit } from "@passerelle/contracts/plan-edits";
import type { HalfDay, Session, Slot } from "@passerelle/contracts/plans";

/** Who teaches it and where: what is left out stays. */
export type Staffing = Pick<HalfDayEdit, "trainerId" | "roomId" | "remote">;

type Placed = Pick<HalfDay, "id" | "day" | "slot">;

/** A session on other days, as many as it has: its half-days follow in date order. */
export function sessionMoveEdits({ halfDays }: Pick<Session, "halfDays">, days: readonly string[]): HalfDayEdit[] {
  const live = halfDays.filter(({ state }) => state !== "cancelled");
  const from = [...new Set(live.map(({ day }) => day))].toSorted();
  const to = days.toSorted();
  return live.map(({ id, day }) => ({ id, day: to[from.indexOf(day)] ?? day }));
}

export function halfDayMoveEdits({ id }: Pick<HalfDay, "id">, day: string, slot: Slot): HalfDayEdit[] {
  return [{ id, day, slot }];
}

/** Two half-days in each other's place. */
export function swapEdits(one: Placed, other: Placed): HalfDayEdit[] {
  return [
    { id: one.id, day: other.day, slot: other.slot },
    { id: other.id, day: one.day, slot: one.slot },
  ];
}

export function staffEdits(halfDays: readonly Pick<HalfDay, "id">[], staffing: Staffing): HalfDayEdit[] {
  return halfDays.map(({ id }) => ({ id, ...staffing }));
}

/** The same edits with more said about some of their half-days. */
export function mergeEdits(edits: readonly HalfDayEdit[], more: readonly HalfDayEdit[]): HalfDayEdit[] {
  const merged = new Map(edits.map((edit) => [edit.id, edit]));
  for (const edit of more) merged.set(edit.id, { ...merged.get(edit.id), ...edit });
  return [...merged.values()];
}

/** What goes with a move: why on a day off all the same, and other trainers or rooms where the old ones are taken. */
export interface MoveExtras {
  readonly overrideReason: string;
  readonly staff: readonly HalfDayEdit[];
}

export const NOTHING_MORE: MoveExtras = { overrideReason: "", staff: [] };

/** The reason as an edit carries it: left out when nothing is written. */
export function reasonPart({ overrideReason }: Pick<MoveExtras, "overrideReason">): { overrideReason?: string } {
  const reason = overrideReason.trim();
  return reason === "" ? {} : { overrideReason: reason };
}
