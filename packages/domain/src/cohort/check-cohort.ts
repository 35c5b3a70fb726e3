import { addMonths, civilDayAt, dayNumberOf, type CivilDay, type CivilPeriod } from "../time.ts";

/** The two periods of a cohort, registration and training; every day named is part of its period. */
export interface CohortPeriods {
  readonly registrationOpensOn: CivilDay;
  readonly registrationClosesOn: CivilDay;
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
}

/** The longest training, in years: no title takes longer, and a search for a plan costs by the day. */
export const MOST_YEARS = 4;

/** The last day on which training that starts on a day may end. */
export function longestEnd(startsOn: CivilDay): CivilDay {
  return civilDayAt(addMonths(dayNumberOf(startsOn), MOST_YEARS * 12));
}

/** One broken rule; `pointer` is a JSON Pointer into the periods. */
export type CohortFault =
  | {
      pointer: "/registrationClosesOn";
      code: "registration_reversed";
      facts: { registrationOpensOn: CivilDay; registrationClosesOn: CivilDay };
    }
  | {
      pointer: "/registrationClosesOn";
      code: "registration_closes_after_end";
      facts: { registrationClosesOn: CivilDay; endsOn: CivilDay };
    }
  | { pointer: "/endsOn"; code: "dates_reversed"; facts: { startsOn: CivilDay; endsOn: CivilDay } }
  | {
      pointer: "/endsOn";
      code: "too_long";
      facts: { startsOn: CivilDay; endsOn: CivilDay; latest: CivilDay; mostYears: number };
    }
  | {
      pointer: "/startsOn";
      code: "starts_outside_title";
      facts: { startsOn: CivilDay; from: CivilDay; to: CivilDay };
    };

/** Every fault in a cohort's dates: periods the right way round and not too long, registration over before the end, R3 on the first day. */
export function checkCohort(periods: CohortPeriods, titleInForce: CivilPeriod): CohortFault[] {
  const { registrationOpensOn, registrationClosesOn, startsOn, endsOn } = periods;
  const faults: CohortFault[] = [];
  if (registrationClosesOn < registrationOpensOn) {
    const facts = { registrationOpensOn, registrationClosesOn };
    faults.push({ pointer: "/registrationClosesOn", code: "registration_reversed", facts });
  }
  if (endsOn < registrationClosesOn) {
    const facts = { registrationClosesOn, endsOn };
    faults.push({ pointer: "/registrationClosesOn", code: "registration_closes_after_end", facts });
  }
  if (endsOn < startsOn) faults.push({ pointer: "/endsOn", code: "dates_reversed", facts: { startsOn, endsOn } });
  const latest = longestEnd(startsOn);
  if (latest < endsOn) {
    faults.push({ pointer: "/endsOn", code: "too_long", facts: { startsOn, endsOn, latest, mostYears: MOST_YEARS } });
  }
  const { from, to } = titleInForce;
  if (startsOn < from || to < startsOn) {
    faults.push({ pointer: "/startsOn", code: "starts_outside_title", facts: { startsOn, from, to } });
  }
  return faults;
}
