import type { CivilDay } from "../time.ts";

/** The employment a placement is waived for; `employedUntil` is its last day, null while it goes on. */
export interface Waiver {
  readonly employedFrom: CivilDay;
  readonly employedUntil: CivilDay | null;
  readonly proofSeenOn: CivilDay;
}

/** First and last day of the training an employment must cover. */
export interface TrainingDates {
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
}

/** One broken rule; `pointer` is a JSON Pointer into the waiver. */
export type WaiverFault =
  | { pointer: "/employedFrom"; code: "employed_too_late"; facts: { employedFrom: CivilDay; startsOn: CivilDay } }
  | {
      pointer: "/employedUntil";
      code: "employed_not_long_enough";
      facts: { employedUntil: CivilDay; endsOn: CivilDay };
    }
  | {
      pointer: "/employedUntil";
      code: "employment_reversed";
      facts: { employedFrom: CivilDay; employedUntil: CivilDay };
    }
  | { pointer: "/proofSeenOn"; code: "proof_in_future"; facts: { proofSeenOn: CivilDay; today: CivilDay } };

/** P2: every fault of a waiver; its employment covers the training from the first day to the last. */
export function checkWaiver(waiver: Waiver, training: TrainingDates, today: CivilDay): WaiverFault[] {
  const { employedFrom, employedUntil, proofSeenOn } = waiver;
  const { startsOn, endsOn } = training;
  const faults: WaiverFault[] = [];
  if (employedFrom > startsOn) {
    faults.push({ pointer: "/employedFrom", code: "employed_too_late", facts: { employedFrom, startsOn } });
  }
  if (employedUntil !== null && employedUntil < endsOn) {
    faults.push({ pointer: "/employedUntil", code: "employed_not_long_enough", facts: { employedUntil, endsOn } });
  }
  if (employedUntil !== null && employedUntil < employedFrom) {
    faults.push({ pointer: "/employedUntil", code: "employment_reversed", facts: { employedFrom, employedUntil } });
  }
  if (proofSeenOn > today) {
    faults.push({ pointer: "/proofSeenOn", code: "proof_in_future", facts: { proofSeenOn, today } });
  }
  return faults;
}
