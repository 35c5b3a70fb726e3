import { dayNumberOf, mondayAt, weekdayAt, type CivilDay, type DayNumber } from "../time.ts";
import type { Slot } from "./plan.ts";

/** When a trainer, or a room, is not to be had. Days are inclusive. */
export interface Unavailability {
  readonly from: CivilDay;
  /** Null while no end is known. */
  readonly to: CivilDay | null;
  /** Only on these ISO weekdays; none means every day. */
  readonly weekdays: readonly number[];
  /** 2 for every other week, counted from that of `from`. */
  readonly everyWeeks: number;
  /** Null for the whole day. */
  readonly slot: Slot | null;
  readonly reason: string | null;
}

/** A half-day that another cohort already has them for; local times, `YYYY-MM-DDTHH:MM`. */
export interface Busy {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly cohortName: string;
}

/** A trainer or a room, and when they are not to be had. */
export interface Resource {
  readonly id: string;
  readonly name: string;
  readonly unavailabilities: readonly Unavailability[];
  readonly busy: readonly Busy[];
}

export interface TrainerResource extends Resource {
  /** The codes of the competencies they teach, of the programme's edition. */
  readonly competencyCodes: readonly string[];
}

export interface RoomResource extends Resource {
  readonly siteName: string;
  readonly capacity: number;
}

/** The local times of the two half-days, `HH:MM`. */
export type SlotTimes = Readonly<Record<Slot, { readonly start: string; readonly end: string }>>;

/** The unavailability that a half-day falls in, if any. */
export function unavailabilityOn(
  unavailabilities: readonly Unavailability[],
  day: CivilDay,
  slot: Slot,
): Unavailability | undefined {
  return unavailabilities.find((each) => covers(each, day, slot));
}

/** Whether an unavailability takes a half-day away. */
export function covers(unavailability: Unavailability, day: CivilDay, slot: Slot): boolean {
  return coverage(unavailability)(day, dayNumberOf(day), slot);
}

/** The same for many half-days: whether it takes one away, its day told twice, as a civil day and as its number. */
export function coverage({
  from,
  to,
  weekdays,
  everyWeeks,
  slot: half,
}: Unavailability): (day: CivilDay, number: DayNumber, slot: Slot) => boolean {
  const firstMonday = mondayAt(dayNumberOf(from));
  return (day, number, slot) => {
    if (day < from || (to !== null && to < day) || (half !== null && half !== slot)) return false;
    if (weekdays.length > 0 && !weekdays.includes(weekdayAt(number))) return false;
    return ((mondayAt(number) - firstMonday) / 7) % everyWeeks === 0;
  };
}

/** What another cohort already has them for at that time, if anything. */
export function busyOn(busy: readonly Busy[], day: CivilDay, slot: Slot, times: SlotTimes): Busy | undefined {
  const [start, end] = [`${day}T${times[slot].start}`, `${day}T${times[slot].end}`];
  return busy.find(({ startsAt, endsAt }) => startsAt < end && start < endsAt);
}
