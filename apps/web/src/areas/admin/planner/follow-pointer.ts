import type { PointerEvent as ReactPointerEvent } from "react";

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Follower {
  /** Once it has really moved or, for a finger, stayed: then at every move. */
  readonly move: (at: Point) => void;
  readonly end: () => void;
  readonly giveUp: () => void;
}

const DRAG_STARTS_AFTER = 6;
const FINGER_HOLDS_MS = 350;
const SCROLL_EDGE = 48;

/** Follows a pressed pointer until it is let go; a finger first holds still, since to slide is to scroll. */
export function followPointer(from: ReactPointerEvent, { move, end, giveUp }: Follower): () => void {
  const done = new AbortController();
  const { signal } = done;
  const isFinger = from.pointerType === "touch";
  let dragging = false;
  const start = (at: Point) => {
    dragging = true;
    move(at);
  };
  const holding = isFinger ? setTimeout(() => start({ x: from.clientX, y: from.clientY }), FINGER_HOLDS_MS) : undefined;
  const stop = () => {
    clearTimeout(holding);
    done.abort();
  };
  const onMove = ({ pointerId, clientX, clientY }: PointerEvent) => {
    if (pointerId !== from.pointerId) return;
    const hasMoved = Math.hypot(clientX - from.clientX, clientY - from.clientY) >= DRAG_STARTS_AFTER;
    if (!dragging && isFinger && hasMoved) stop();
    else if (dragging || hasMoved) start({ x: clientX, y: clientY });
    if (dragging) scrollAtEdge(clientX, clientY);
  };
  const finish = (then: () => void) => {
    stop();
    if (!dragging) return;
    swallowNextClick();
    then();
  };
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", () => finish(end), { signal });
  window.addEventListener("pointercancel", () => finish(giveUp), { signal });
  window.addEventListener("keydown", ({ key }) => key === "Escape" && finish(giveUp), { signal });
  return stop;
}

/** Near an edge the page goes on, and so does what scrolls sideways in it. */
function scrollAtEdge(x: number, y: number): void {
  if (y < SCROLL_EDGE) window.scrollBy(0, -16);
  else if (y > window.innerHeight - SCROLL_EDGE) window.scrollBy(0, 16);
  const region = document.elementFromPoint(x, y)?.closest("[data-scrolls]");
  if (region === null || region === undefined) return;
  const { left, right } = region.getBoundingClientRect();
  if (x < left + SCROLL_EDGE) region.scrollBy(-16, 0);
  else if (x > right - SCROLL_EDGE) region.scrollBy(16, 0);
}

/** The pointer that ends a drag would otherwise open what lies under it. */
function swallowNextClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }), 0);
}
