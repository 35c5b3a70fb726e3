import type { Slot } from "@passerelle/contracts/plans";
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent as ReactPointerEvent } from "react";
import { civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import type { CalendarPlan } from "./calendar.ts";
import { aimAt, staysPut, type Aim, type Cargo } from "./cargo.ts";
import type { Limits } from "./move-target.ts";

export interface Moving {
  readonly cargo: Cargo;
  readonly aim: Aim | null;
  /** Where the pointer is; null while the keyboard moves. */
  readonly at: { readonly x: number; readonly y: number } | null;
}

const DRAG_STARTS_AFTER = 6;
const SCROLL_EDGE = 48;
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** Carries a session or a half-day over the calendar, by pointer or by arrow keys, until it is put down. */
export function useMoving(
  plan: CalendarPlan,
  limits: Limits,
  onDrop: (cargo: Cargo, aim: Aim, byKeyboard: boolean) => void,
) {
  const [moving, setMoving] = useState<Moving | null>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);

  function drop(cargo: Cargo, aim: Aim | null, byKeyboard: boolean): void {
    setMoving(null);
    if (aim !== null && !staysPut(cargo, aim)) onDrop(cargo, aim, byKeyboard);
  }

  function grab(event: ReactPointerEvent, cargo: Cargo, grabbed: string): void {
    // A finger scrolls the page; it moves things by their form.
    if (event.button !== 0 || event.pointerType === "touch") return;
    const from = { x: event.clientX, y: event.clientY };
    let last: Moving | null = null;
    const onMove = (move: PointerEvent) => {
      if (last === null && Math.hypot(move.clientX - from.x, move.clientY - from.y) < DRAG_STARTS_AFTER) return;
      scrollAtEdge(move.clientY);
      const target = targetUnder(move);
      const aim = target === null ? null : aimAt(cargo, grabbed, target.day, target.slot, plan, limits);
      last = { cargo, aim, at: { x: move.clientX, y: move.clientY } };
      setMoving(last);
    };
    const onUp = () => {
      stop.current();
      if (last === null) return;
      swallowNextClick();
      drop(cargo, last.aim, false);
    };
    const onKey = (key: globalThis.KeyboardEvent) => {
      if (key.key !== "Escape") return;
      stop.current();
      setMoving(null);
    };
    stop.current = listen(onMove, onUp, onKey);
  }

  /** Arrow keys carry, Enter puts down, Escape gives up; true when the key was for that. */
  function steer(event: KeyboardEvent): boolean {
    if (moving === null || moving.at !== null) return false;
    const { cargo, aim } = moving;
    const step = steps[event.key];
    const first = aim?.days[0];
    if (step !== undefined && first !== undefined) {
      const target = civilDayAt(dayNumberOf(first) + step);
      setMoving({ cargo, aim: aimAt(cargo, cargo.days[0] ?? first, target, "am", plan, limits), at: null });
    } else if (event.key === "Enter" || event.key === " ") drop(cargo, aim, true);
    else if (event.key === "Escape") setMoving(null);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  return {
    moving,
    grab,
    steer,
    /** Takes a session up by keyboard. */
    lift: (cargo: Cargo) => {
      const first = cargo.days[0];
      if (first !== undefined) setMoving({ cargo, aim: aimAt(cargo, first, first, "am", plan, limits), at: null });
    },
    letGo: () => setMoving((current) => (current?.at === null ? null : current)),
  };
}

function listen(
  onMove: (event: PointerEvent) => void,
  onUp: () => void,
  onKey: (event: globalThis.KeyboardEvent) => void,
): () => void {
  const done = new AbortController();
  const { signal } = done;
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", onUp, { signal });
  window.addEventListener("pointercancel", () => done.abort(), { signal });
  window.addEventListener("keydown", onKey, { signal });
  return () => done.abort();
}

/** The day under the pointer, and its half: the upper is the morning. */
function targetUnder({ clientX, clientY }: PointerEvent): { day: string; slot: Slot } | null {
  const cell = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>("[data-day]");
  const day = cell?.dataset["day"];
  if (cell === null || cell === undefined || day === undefined) return null;
  const { top, height } = cell.getBoundingClientRect();
  return { day, slot: clientY < top + height / 2 ? "am" : "pm" };
}

function scrollAtEdge(y: number): void {
  if (y < SCROLL_EDGE) window.scrollBy(0, -16);
  else if (y > window.innerHeight - SCROLL_EDGE) window.scrollBy(0, 16);
}

/** The pointer that ends a drag would otherwise select what lies under it. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
