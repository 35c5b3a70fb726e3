import type { HalfDay } from "@passerelle/contracts/plans";

/** What stands for what among half-days: one held in place of another that was cancelled. */
export interface Replacement {
  readonly replaces: HalfDay | undefined;
  readonly replacedBy: HalfDay | undefined;
}

/** The half-day that one is held in place of, and the one held in its own place. */
export function replacementOf({ id, replacesId }: HalfDay, halfDays: readonly HalfDay[]): Replacement {
  return {
    replaces: replacesId === null ? undefined : halfDays.find((other) => other.id === replacesId),
    replacedBy: halfDays.find((other) => other.replacesId === id && other.state !== "cancelled"),
  };
}

/** Half-days to come that lack somebody to teach them, which an exam does not, or a room: at a distance they need none. */
export function understaffed(halfDays: readonly HalfDay[]): { trainer: HalfDay[]; room: HalfDay[] } {
  const planned = halfDays.filter(({ state }) => state === "planned");
  return {
    trainer: planned.filter(({ trainer, kind }) => trainer === null && kind === "teaching"),
    room: planned.filter(({ room, remote }) => room === null && !remote),
  };
}
