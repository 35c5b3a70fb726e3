import type { HalfDay } from "@passerelle/contracts/plans";
import { useEffect, useRef, type RefObject } from "react";
import { halfDayAt, type Stop } from "./stops.ts";
import { placeKey, type Place, type Week } from "./week-grid.ts";

interface Where {
  readonly id: string;
  readonly place: Place;
}

/** The focus follows a half-day to where it is put down, or where it is once that is undone. */
export function useKeptFocus(grid: RefObject<HTMLTableElement | null>, week: Week) {
  const landing = useRef<Where | null>(null);
  const held = useRef<Where | null>(null);

  useEffect(() => {
    // Put down, it is read again before it is there.
    if (landing.current !== null && isThere(landing.current, week)) {
      focusOn(grid, landing.current.id);
      landing.current = null;
    } else if (held.current !== null && document.activeElement === document.body && !isThere(held.current, week)) {
      focusOn(grid, held.current.id, { preventScroll: true });
    }
  }, [grid, week]);

  return {
    land: ({ id }: HalfDay, place: Place) => {
      landing.current = { id, place };
    },
    hold: (stop: Stop) => {
      const halfDay = halfDayAt(stop, week);
      held.current = halfDay === undefined ? null : { id: halfDay.id, place: stop.place };
    },
  };
}

export function focusOn(grid: RefObject<HTMLTableElement | null>, id: string, options?: FocusOptions): void {
  grid.current?.querySelector<HTMLElement>(`[data-half-day="${id}"]`)?.focus(options);
}

function isThere({ id, place }: Where, { cells }: Week): boolean {
  return cells.get(placeKey(place))?.halfDays.some((halfDay) => halfDay.id === id) === true;
}
