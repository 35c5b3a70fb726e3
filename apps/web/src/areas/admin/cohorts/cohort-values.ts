import type { Cohort } from "@passerelle/contracts/cohorts";

/** A cohort as its form holds it: what is typed, not yet what it means. */
export interface CohortValues extends Record<string, unknown> {
  readonly code: string;
  readonly programmeId: string;
  readonly name: string;
  readonly registrationOpensOn: string;
  readonly registrationClosesOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: string;
  /** Empty for none. */
  readonly siteId: string;
}

export const emptyCohort: CohortValues = {
  code: "",
  programmeId: "",
  name: "",
  registrationOpensOn: "",
  registrationClosesOn: "",
  startsOn: "",
  endsOn: "",
  capacity: "12",
  siteId: "",
};

export function valuesOf(cohort: Cohort): CohortValues {
  return {
    code: cohort.code,
    programmeId: cohort.programme.id,
    name: cohort.name,
    registrationOpensOn: cohort.registrationOpensOn,
    registrationClosesOn: cohort.registrationClosesOn,
    startsOn: cohort.startsOn,
    endsOn: cohort.endsOn,
    capacity: String(cohort.capacity),
    siteId: cohort.site?.id ?? "",
  };
}

/** What both creating and changing send. */
export function fieldsOf({
  name,
  registrationOpensOn,
  registrationClosesOn,
  startsOn,
  endsOn,
  capacity,
  siteId,
}: CohortValues) {
  const site = { siteId: siteId === "" ? null : siteId };
  return { name, registrationOpensOn, registrationClosesOn, startsOn, endsOn, capacity: Number(capacity), ...site };
}
