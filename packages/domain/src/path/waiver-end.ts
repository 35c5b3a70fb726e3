import type { CivilDay } from "../time.ts";

/** The employment behind a waiver, the day it is said to have ended, and the last day of the training. */
export interface WaiverEnd {
  readonly endedOn: CivilDay;
  readonly employedFrom: CivilDay;
  readonly employedUntil: CivilDay | null;
  readonly trainingEndsOn: CivilDay;
  readonly today: CivilDay;
}

/** One broken rule; `pointer` is a JSON Pointer into the body that carries the day. */
export type WaiverEndFault = { readonly pointer: "/endedOn" } & (
  | { code: "ended_before_employment"; facts: { endedOn: CivilDay; employedFrom: CivilDay } }
  | { code: "ended_after_employment"; facts: { endedOn: CivilDay; employedUntil: CivilDay } }
  | { code: "training_covered"; facts: { endedOn: CivilDay; endsOn: CivilDay } }
  | { code: "in_future"; facts: { endedOn: CivilDay; today: CivilDay } }
);

/**
 * P2: every fault of the day a job ended, for which its waiver lapses. A job that lasted to the end of the training
 * covered it: nothing lapses.
 */
export function checkWaiverEnd(end: WaiverEnd): WaiverEndFault[] {
  const { endedOn, employedFrom, employedUntil, trainingEndsOn, today } = end;
  const pointer = "/endedOn";
  const faults: WaiverEndFault[] = [];
  if (endedOn < employedFrom) {
    faults.push({ pointer, code: "ended_before_employment", facts: { endedOn, employedFrom } });
  }
  if (employedUntil !== null && endedOn > employedUntil) {
    faults.push({ pointer, code: "ended_after_employment", facts: { endedOn, employedUntil } });
  }
  if (endedOn >= trainingEndsOn) {
    faults.push({ pointer, code: "training_covered", facts: { endedOn, endsOn: trainingEndsOn } });
  }
  if (endedOn > today) faults.push({ pointer, code: "in_future", facts: { endedOn, today } });
  return faults;
}
