import type { Slot } from "@passerelle/contracts/plans";
import type { Unavailability } from "@passerelle/contracts/unavailabilities";

/** An unavailability as its form holds it: what is typed, not yet what it means. */
export interface UnavailabilityValues extends Record<string, unknown> {
  readonly from: string;
  readonly to: string;
  readonly isEndless: boolean;
  /** Every day of the period, or the weekdays chosen. */
  readonly days: string;
  /** ISO weekdays, 1 for Monday. */
  readonly weekdays: string[];
  readonly everyWeeks: string;
  /** `am`, `pm`, or all day. */
  readonly slot: string;
  readonly reason: string;
}

export const emptyUnavailability: UnavailabilityValues = {
  from: "",
  to: "",
  isEndless: false,
  days: "every",
  weekdays: [],
  everyWeeks: "1",
  slot: "day",
  reason: "",
};

export function valuesOf({ from, to, weekdays, everyWeeks, slot, reason }: Unavailability): UnavailabilityValues {
  return {
    from,
    to: to ?? "",
    isEndless: to === null,
    days: weekdays.length === 0 ? "every" : "some",
    weekdays: weekdays.map(String),
    everyWeeks: String(everyWeeks),
    slot: slot ?? "day",
    reason: reason ?? "",
  };
}

/** Whether there is more than one day to repeat over. */
export function canRepeat({ from, to, isEndless }: UnavailabilityValues): boolean {
  return isEndless || (to !== "" && to !== from);
}

/** What adding and changing both send; a single day repeats nothing, whatever was chosen before. */
export function fieldsOf(values: UnavailabilityValues) {
  const { from, to, isEndless, days, weekdays, everyWeeks, slot, reason } = values;
  const repeats = canRepeat(values);
  return {
    from,
    to: isEndless ? null : to,
    weekdays: repeats && days === "some" ? weekdays.map(Number).toSorted((a, b) => a - b) : [],
    everyWeeks: repeats ? Number(everyWeeks) : 1,
    slot: slotOf(slot),
    reason: reason.trim() === "" ? null : reason.trim(),
  };
}

const WORKING_DAYS = ["1", "2", "3", "4", "5"];

/** The weekdays to choose among: those one teaches on, and any other that is already chosen. */
export function weekdaysOffered(chosen: readonly string[]): string[] {
  return [...new Set([...WORKING_DAYS, ...chosen])].toSorted();
}

function slotOf(slot: string): Slot | null {
  return slot === "am" || slot === "pm" ? slot : null;
}
