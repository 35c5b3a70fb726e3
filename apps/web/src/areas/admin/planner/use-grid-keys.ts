import type { HalfDay } from "@passerelle/contracts/plans";
import { useRef, useState, type KeyboardEvent } from "react";
import { arrowStep, edgeStop, entryStop, halfDayAt, nextStop, type Stop } from "./stops.ts";
import { focusOn, useKeptFocus } from "./use-kept-focus.ts";
import type { WeekMoves } from "./use-week-moves.ts";
import type { Place, Week } from "./week-grid.ts";

/** Where the keyboard is in the grid, and where it goes. */
export function useGridKeys(week: Week, turnWeek: (by: -1 | 1) => void) {
  const grid = useRef<HTMLTableElement>(null);
  const [last, setLast] = useState<Stop | null>(null);
  const focus = useKeptFocus(grid, week);
  const stop = entryStop(last, week);

  function goTo(next: Stop): void {
    setLast(next);
    const halfDay = halfDayAt(next, week);
    const { laneKey, day, slot } = next.place;
    if (halfDay !== undefined) focusOn(grid, halfDay.id);
    else
      grid.current
        ?.querySelector<HTMLElement>(`[data-lane="${laneKey}"][data-day="${day}"][data-slot="${slot}"]`)
        ?.focus();
  }

  function press(event: KeyboardEvent, moves: WeekMoves): void {
    const { carrying } = moves;
    if (moves.steer(event)) {
      if (event.key === "Escape" && carrying !== null) focusOn(grid, carrying.halfDay.id);
      return;
    }
    if (event.target === grid.current || stop === null) return;
    const by = arrowStep(event.key);
    const next = by === null ? edgeOf(event.key, stop, week) : nextStop(stop, by, week);
    const lifted = isMoveKey(event) ? halfDayAt(stop, week) : undefined;
    if (next !== null) goTo(next);
    else if (event.key === "PageUp" || event.key === "PageDown") turnWeek(event.key === "PageUp" ? -1 : 1);
    else if (lifted?.can.move.allowed === true) {
      moves.lift(lifted, stop.place);
      // Its week may go while it is carried; the grid stays.
      grid.current?.focus();
    } else if (by === null) return;
    event.preventDefault();
  }

  return {
    grid,
    stop,
    press,
    setStop: (next: Stop) => {
      setLast(next);
      focus.hold(next);
    },
    /** The half-day takes the focus once it is where it was put down. */
    land: (halfDay: HalfDay, place: Place) => {
      setLast({ place, index: 0 });
      focus.land(halfDay, place);
    },
  };
}

function edgeOf(key: string, stop: Stop, week: Week): Stop | null {
  return key === "Home" || key === "End" ? edgeStop(stop, key, week) : null;
}

function isMoveKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "m" && !ctrlKey && !metaKey && !altKey;
}
