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
    let last: Moving | null = null;
    stop.current = followPointer(event, {
      move: (at, target) => {
        const aim = target === null ? null : aimAt(cargo, grabbed, target.day, target.slot, plan, limits);
        last = { cargo, aim, at };
        setMoving(last);
      },
      end: () => drop(cargo, last?.aim ?? null, false),
      giveUp: () => setMoving(null),
    });
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

interface Follower {
  readonly move: (at: { x: number; y: number }, target: ReturnType<typeof targetUnder>) => void;
  readonly end: () => void;
  readonly giveUp: () => void;
}

/** Follows a pressed pointer once it has really moved; answers how to stop. */
function followPointer(from: { clientX: number; clientY: number }, { move, end, giveUp }: Follower): () => void {
  const done = new AbortController();
  const { signal } = done;
  let dragging = false;
  const onMove = (event: PointerEvent) => {
    dragging ||= Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) >= DRAG_STARTS_AFTER;
    if (!dragging) return;
    scrollAtEdge(event.clientY);
    move({ x: event.clientX, y: event.clientY }, targetUnder(event));
  };
  const finish = (then: () => void) => {
    done.abort();
    if (!dragging) return;
    swallowNextClick();
    then();
  };
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", () => finish(end), { signal });
  window.addEventListener("pointercancel", () => finish(giveUp), { signal });
  window.addEventListener("keydown", ({ key }) => key === "Escape" && finish(giveUp), { signal });
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
