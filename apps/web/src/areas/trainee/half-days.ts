import { halfDayList } from "@passerelle/contracts/sessions";
import { qAll } from "../../api/query.ts";

/** Every half-day of a cohort, earliest first. */
export const halfDaysQuery = (cohortId: string) => qAll(halfDayList, { query: { cohortId } });
