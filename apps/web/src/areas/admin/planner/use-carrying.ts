import type { HalfDay } from "@passerelle/contracts/plans";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent as ReactPointerEvent } from "react";
import { followPointer, type Point } from "./follow-pointer.ts";
import { arrowStep, placeBeside } from "./stops.ts";
import type { Place, Week } from "./week-grid.ts";
import { shiftWeeks } from "./weeks.ts";

export interface Carrying {
  readonly halfDay: HalfDay;
  /** Null while the pointer is outside of the grid. */
  readonly place: Place | null;
  /** Where the pointer is; null while the keyboard carries. */
  readonly at: Point | null;
}

interface CarryingOptions {
  readonly week: Week;
  readonly onDrop: (halfDay: HalfDay, place: Place) => void;
  /** The keyboard carries past the edge of the week. */
  readonly turnWeek: (by: -1 | 1) => void;
}

/** Carries a half-day over the week, by pointer or by arrow keys, until it is put down. */
export function useCarrying({ week, onDrop, turnWeek }: CarryingOptions) {
  const [carrying, setCarrying] = useState<Carrying | null>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  function drop({ halfDay, place }: Carrying): void {
    setCarrying(null);
    if (place !== null) onDrop(halfDay, place);
  }

  function grab(event: ReactPointerEvent, halfDay: HalfDay): void {
    if (event.button !== 0 || !halfDay.can.move.allowed) return;
    let last: Carrying | null = null;
    stop.current = followPointer(event, {
      move: (at) => {
        last = { halfDay, place: placeUnder(at), at };
        setCarrying(last);
      },
      end: () => last !== null && drop(last),
      giveUp: () => setCarrying(null),
    });
  }

  function step({ halfDay, place }: Carrying, key: string): boolean {
    const by = arrowStep(key);
    if (by === null || place === null) return false;
    const next = placeBeside(place, by, week);
    const [across] = by;
    if (next !== null) setCarrying({ halfDay, place: next, at: null });
    else if (across !== 0) {
      turnWeek(across < 0 ? -1 : 1);
      const edge = (across < 0 ? week.days.findLast(isWorkingDay(week)) : week.days[0]) ?? place.day;
      const day = shiftWeeks(edge, across < 0 ? -1 : 1);
      setCarrying({ halfDay, place: { ...place, day, slot: across < 0 ? "pm" : "am" }, at: null });
    }
    return true;
  }

  /** Arrow keys carry, Enter puts down, Escape gives up; true when the key was for that. */
  function steer(event: KeyboardEvent): boolean {
    if (carrying === null || carrying.at !== null) return false;
    if (event.key === "Enter" || event.key === " ") drop(carrying);
    else if (event.key === "Escape") setCarrying(null);
    else if (!step(carrying, event.key)) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return {
    carrying,
    grab,
    steer,
    /** Takes a half-day up by keyboard. */
    lift: (halfDay: HalfDay, place: Place) => setCarrying({ halfDay, place, at: null }),
    letGo: () => setCarrying((current) => (current?.at === null ? null : current)),
  };
}

/** The week beside has its own weekends, mostly none: from Monday to Friday there is always something to land on. */
function isWorkingDay({ days }: Week): (day: string) => boolean {
  return (day) => days.indexOf(day) < 5;
}

function placeUnder({ x, y }: Point): Place | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-lane]");
  const { lane, day, slot } = cell?.dataset ?? {};
  if (lane === undefined || day === undefined) return null;
  return { laneKey: lane, day, slot: slot === "pm" ? "pm" : "am" };
}
