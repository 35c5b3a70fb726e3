import type { HalfDay } from "@passerelle/contracts/plans";
import { placeKey, SLOTS, type Place, type Week } from "./week-grid.ts";

/** Where the arrow keys stop in the grid: a half-day, or a cell that has none (`index` 0). */
export interface Stop {
  readonly place: Place;
  readonly index: number;
}

type Step = readonly [across: number, down: number];
const arrows: Readonly<Record<string, Step>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export function arrowStep(key: string): Step | null {
  return arrows[key] ?? null;
}

/** The place so many columns and lanes away; null past the edge. */
export function placeBeside({ laneKey, day, slot }: Place, [across, down]: Step, { lanes, days }: Week): Place | null {
  const lane = lanes[lanes.findIndex(({ key }) => key === laneKey) + down];
  const column = days.indexOf(day) * 2 + SLOTS.indexOf(slot) + across;
  const [nextDay, nextSlot] = [days[Math.floor(column / 2)], SLOTS[column % 2]];
  if (lane === undefined || nextDay === undefined || nextSlot === undefined) return null;
  return { laneKey: lane.key, day: nextDay, slot: nextSlot };
}

/** The stop an arrow key leads to: up and down through the half-days of a cell before leaving it. */
export function nextStop({ place, index }: Stop, step: Step, week: Week): Stop | null {
  const [, down] = step;
  const within = index + down;
  if (down !== 0 && within >= 0 && within < stack(place, week).length) return { place, index: within };
  const next = placeBeside(place, step, week);
  if (next === null) return null;
  return { place: next, index: down === -1 ? Math.max(0, stack(next, week).length - 1) : 0 };
}

/** The first or last stop of a lane. */
export function edgeStop({ place }: Stop, end: "Home" | "End", { days }: Week): Stop {
  const day = (end === "Home" ? days[0] : days.at(-1)) ?? place.day;
  return { place: { ...place, day, slot: end === "Home" ? "am" : "pm" }, index: 0 };
}

/** Where the keyboard first comes in: the last stop while it is still there, else the first half-day, else the corner. */
export function entryStop(last: Stop | null, week: Week): Stop | null {
  if (last !== null && week.cells.has(placeKey(last.place))) {
    return { place: last.place, index: Math.min(last.index, Math.max(0, stack(last.place, week).length - 1)) };
  }
  const cells = [...week.cells.values()];
  const cell = cells.find(({ halfDays }) => halfDays.length > 0) ?? cells[0];
  return cell === undefined ? null : { place: cell, index: 0 };
}

export function halfDayAt({ place, index }: Stop, week: Week): HalfDay | undefined {
  return stack(place, week)[index];
}

export function isSameStop(a: Stop | null, place: Place, index: number): boolean {
  return a !== null && a.index === index && placeKey(a.place) === placeKey(place);
}

function stack(place: Place, { cells }: Week): readonly HalfDay[] {
  return cells.get(placeKey(place))?.halfDays ?? [];
}
