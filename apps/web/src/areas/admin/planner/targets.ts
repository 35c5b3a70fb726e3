import type { HalfDayEdit } from "@passerelle/contracts/plan-edits";
import type { HalfDay } from "@passerelle/contracts/plans";
import { dayNumberOf, weekdayAt } from "@passerelle/domain/time";
import type { DayOff } from "../cohort-year/calendar.ts";
import { swapEdits } from "../cohort-year/edits.ts";
import type { Verdict } from "../cohort-year/move-target.ts";
import type { PlanEdit } from "../cohort-year/use-edit-check.ts";
import { laneKeyOf, type Lane } from "./lanes.ts";
import { placeKey, type Place, type Week } from "./week-grid.ts";

/** What is known here of a place, before the server answers. */
export type Doubt =
  | { readonly kind: "off"; readonly off: DayOff }
  | { readonly kind: "taken"; readonly by: HalfDay }
  | { readonly kind: "cohort_elsewhere"; readonly by: HalfDay }
  | { readonly kind: "unavailable" }
  | { readonly kind: "weekend" };

/** Where a half-day would be put down, and what that would change. */
export interface Target {
  readonly place: Place;
  readonly lane: Lane;
  /** The half-day of its own cohort that is there, with which it would change places. */
  readonly swapsWith: HalfDay | null;
  /** Null where it would change nothing. */
  readonly edit: PlanEdit | null;
  readonly doubts: readonly Doubt[];
}

/** What putting a half-day down at a place would do; null outside of the week shown. */
export function targetAt(halfDay: HalfDay, place: Place, week: Week): Target | null {
  const lane = week.lanes.find(({ key }) => key === place.laneKey);
  if (lane === undefined || !week.cells.has(placeKey(place))) return null;
  const there = week.halfDays.filter(
    (other) => other.id !== halfDay.id && other.day === place.day && other.slot === place.slot,
  );
  const inLane = there.filter((other) => laneKeyOf(other, week.by) === lane.key);
  const swapsWith = inLane.find(({ cohortId }) => cohortId === halfDay.cohortId) ?? null;
  const edit = swapsWith === null ? dropEdit(halfDay, place, lane) : { halfDays: swapEdits(halfDay, swapsWith) };
  if (edit === null) return { place, lane, swapsWith, edit, doubts: [] };
  const doubts: Doubt[] = [
    ...offDoubts(place, week),
    ...(swapsWith === null ? takenDoubts(halfDay, lane, there, inLane) : []),
  ];
  return { place, lane, swapsWith, edit, doubts };
}

/** The edit that puts a half-day down: only what it changes; null when that is nothing. */
function dropEdit(halfDay: HalfDay, { day, slot }: Place, lane: Lane): PlanEdit | null {
  const when = day === halfDay.day && slot === halfDay.slot ? {} : { day, slot };
  const change = { ...when, ...laneChange(halfDay, lane) };
  return Object.keys(change).length === 0 ? null : { halfDays: [{ id: halfDay.id, ...change }] };
}

/** What the doubts come to: nothing against, allowed and shown, or refused. */
export function verdictOn(doubts: readonly Doubt[]): Verdict {
  if (doubts.length === 0) return "good";
  return doubts.every(({ kind }) => kind === "unavailable" || kind === "weekend") ? "warn" : "bad";
}

function laneChange({ room, trainer, remote }: HalfDay, { kind, id }: Lane): Omit<HalfDayEdit, "id"> {
  switch (kind) {
    case "trainer":
      return trainer?.id === id ? {} : { trainerId: id };
    case "room":
      return { ...(room?.id === id ? {} : { roomId: id }), ...(remote ? { remote: false } : {}) };
    case "remote":
      return remote ? {} : { remote: true, roomId: null };
    case "no_room":
      return { ...(room === null ? {} : { roomId: null }), ...(remote ? { remote: false } : {}) };
    case "no_trainer":
      return trainer === null ? {} : { trainerId: null };
  }
}

function offDoubts(place: Place, { cells }: Week): Doubt[] {
  const cell = cells.get(placeKey(place));
  const doubts: Doubt[] = [];
  if (cell !== undefined && cell.off !== null) doubts.push({ kind: "off", off: cell.off });
  if (cell !== undefined && cell.unavailable !== null) doubts.push({ kind: "unavailable" });
  if (weekdayAt(dayNumberOf(place.day)) > 5) doubts.push({ kind: "weekend" });
  return doubts;
}

function takenDoubts(
  { cohortId }: HalfDay,
  { kind }: Lane,
  there: readonly HalfDay[],
  inLane: readonly HalfDay[],
): Doubt[] {
  const elsewhere = there.find((other) => other.cohortId === cohortId);
  if (elsewhere !== undefined) return [{ kind: "cohort_elsewhere", by: elsewhere }];
  const [taker] = inLane;
  return (kind === "room" || kind === "trainer") && taker !== undefined ? [{ kind: "taken", by: taker }] : [];
}
