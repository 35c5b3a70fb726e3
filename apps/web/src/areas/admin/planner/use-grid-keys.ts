import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { HalfDay } from "@passerelle/contracts/plans";
import { arrowStep, edgeStop, entryStop, halfDayAt, nextStop, type Stop } from "./stops.ts";
import type { WeekMoves } from "./use-week-moves.ts";
import { placeKey, type Place, type Week } from "./week-grid.ts";

/** Where the keyboard is in the grid, and where it goes. */
export function useGridKeys(week: Week, turnWeek: (by: -1 | 1) => void) {
  const grid = useRef<HTMLTableElement>(null);
  const [last, setStop] = useState<Stop | null>(null);
  const landing = useRef<string | null>(null);
  const stop = entryStop(last, week);

  // A half-day put down is read again before it is there.
  useEffect(() => {
    const id = landing.current;
    const chip = id === null ? null : grid.current?.querySelector<HTMLElement>(`[data-half-day="${id}"]`);
    if (chip === null || chip === undefined || !isPlaced(chip, week, id)) return;
    landing.current = null;
    chip.focus();
  }, [week]);

  function focus(next: Stop): void {
    setStop(next);
    const halfDay = halfDayAt(next, week);
    const { laneKey, day, slot } = next.place;
    const selector =
      halfDay === undefined
        ? `[data-lane="${laneKey}"][data-day="${day}"][data-slot="${slot}"]`
        : `[data-half-day="${halfDay.id}"]`;
    grid.current?.querySelector<HTMLElement>(selector)?.focus();
  }

  function liftedBy(event: KeyboardEvent, moves: WeekMoves): boolean {
    if (event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || event.altKey || stop === null)
      return false;
    const halfDay = halfDayAt(stop, week);
    if (halfDay?.can.move.allowed !== true) return false;
    moves.lift(halfDay, stop.place);
    // Its week may go while it is carried; the grid stays.
    grid.current?.focus();
    return true;
  }

  function press(event: KeyboardEvent, moves: WeekMoves): void {
    const { carrying } = moves;
    if (moves.steer(event)) {
      if (event.key === "Escape" && carrying !== null) refocus(carrying.halfDay);
      return;
    }
    if (event.target === grid.current || stop === null) return;
    const by = arrowStep(event.key);
    const next = by === null ? edgeOf(event.key, stop, week) : nextStop(stop, by, week);
    if (next !== null) focus(next);
    else if (event.key === "PageUp" || event.key === "PageDown") turnWeek(event.key === "PageUp" ? -1 : 1);
    else if (by === null && !liftedBy(event, moves)) return;
    event.preventDefault();
  }

  function refocus({ id }: HalfDay): void {
    grid.current?.querySelector<HTMLElement>(`[data-half-day="${id}"]`)?.focus();
  }

  return {
    grid,
    stop,
    setStop,
    press,
    /** The half-day takes the focus once it is where it was put down. */
    land: ({ id }: HalfDay, place: Place) => {
      setStop({ place, index: 0 });
      landing.current = id;
    },
    refocus,
  };
}

function isPlaced(chip: HTMLElement, week: Week, id: string | null): boolean {
  const { lane = "", day = "", slot } = chip.closest<HTMLElement>("[data-lane]")?.dataset ?? {};
  const cell = week.cells.get(placeKey({ laneKey: lane, day, slot: slot === "pm" ? "pm" : "am" }));
  return cell?.halfDays.some((halfDay) => halfDay.id === id) === true;
}

function edgeOf(key: string, stop: Stop, week: Week): Stop | null {
  return key === "Home" || key === "End" ? edgeStop(stop, key, week) : null;
}
