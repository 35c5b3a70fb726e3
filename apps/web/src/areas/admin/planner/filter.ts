import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay } from "@passerelle/contracts/plans";
import type { Room } from "@passerelle/contracts/rooms";

export interface Filter {
  readonly siteId?: string | undefined;
  readonly cohortId?: string | undefined;
}

/** Whether a half-day is to be shown: at a site when its room is there or, without a room, its cohort learns there. */
export function filterOf({ siteId, cohortId }: Filter, rooms: readonly Room[], cohorts: readonly Cohort[]) {
  const siteOfRoom = new Map(rooms.map((room) => [room.id, room.siteId]));
  const siteOfCohort = new Map(cohorts.map((cohort) => [cohort.id, cohort.site?.id]));
  return (halfDay: HalfDay): boolean => {
    if (cohortId !== undefined && halfDay.cohortId !== cohortId) return false;
    if (siteId === undefined) return true;
    if (halfDay.room !== null) return siteOfRoom.get(halfDay.room.id) === siteId;
    const site = siteOfCohort.get(halfDay.cohortId);
    return site === undefined || site === siteId;
  };
}
