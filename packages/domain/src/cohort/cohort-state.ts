import type { CohortState } from "@passerelle/contracts/states";
import type { CivilDay } from "../time.ts";

/** What a cohort's state follows from; `isCancelled` is the only one somebody says (domain §2). */
export interface CohortDates {
  readonly registrationOpensOn: CivilDay;
  readonly registrationClosesOn: CivilDay;
  readonly startsOn: CivilDay;
  readonly endsOn: CivilDay;
  readonly isCancelled: boolean;
}

/** The state of a cohort on a day, its own last days included. */
export function cohortStateOn(today: CivilDay, cohort: CohortDates): CohortState {
  if (cohort.isCancelled) return "cancelled";
  if (cohort.endsOn < today) return "finished";
  if (cohort.startsOn <= today) return "running";
  if (cohort.registrationOpensOn <= today && today <= cohort.registrationClosesOn) return "registering";
  return "upcoming";
}
