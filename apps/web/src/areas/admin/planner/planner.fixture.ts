import type { Cohort } from "@passerelle/contracts/cohorts";
import type { HalfDay } from "@passerelle/contracts/plans";
import type { Room } from "@passerelle/contracts/rooms";
import type { Site } from "@passerelle/contracts/sites";
import type { Trainer } from "@passerelle/contracts/trainers";
import type { Unavailability } from "@passerelle/contracts/unavailabilities";
import { daysOffOf } from "./days-off.ts";
import { lanesOf, type LanesBy } from "./lanes.ts";
import { weekGrid, type Week } from "./week-grid.ts";
import { daysShown, weekOf } from "./weeks.ts";

const ability = { allowed: true } as const;

export const MONDAY = "2026-03-16";
export const TUESDAY = "2026-03-17";
export const FRIDAY = "2026-03-20";

/** A half-day of Monday morning, but for what is said. */
export function aHalfDay(id: string, rest: Partial<HalfDay> = {}): HalfDay {
  return {
    id,
    cohortId: "a",
    cohortName: "Promotion A",
    sessionId: "s",
    kind: "teaching",
    day: MONDAY,
    slot: "am",
    startsAt: "",
    endsAt: "",
    minutes: 210,
    blockCode: "CCP1",
    competencies: [],
    trainer: camille,
    room: garrigue,
    remote: false,
    overrideReason: null,
    replacesId: null,
    state: "planned",
    cancelledReason: null,
    planVersion: 1,
    can: { move: ability, cancel: ability },
    ...rest,
  };
}

export const camille = { id: "camille", name: "Camille Exemple" };
export const dominique = { id: "dominique", name: "Dominique Exemple" };
const garrigue = { id: "garrigue", name: "Salle Garrigue", siteName: "Nord" };
export const etang = { id: "etang", name: "Salle Étang", siteName: "Sud" };
export const otherCohort = { cohortId: "b", cohortName: "Promotion B" };

function aRoom({ id, name, siteName }: typeof garrigue, rest: Partial<Room> = {}): Room {
  const siteId = siteName.toLowerCase();
  const room = { id, name, siteName, siteId, capacity: 12, equipment: [], accessible: true, retiredOn: null };
  return { ...room, version: 1, can: { update: ability }, ...rest };
}

export function aTrainer({ id, name }: typeof camille, rest: Partial<Trainer> = {}): Trainer {
  const can = { update: ability, declareUnavailability: ability };
  return {
    id,
    personId: id,
    name,
    email: null,
    hasAccount: false,
    competencies: [],
    retiredOn: null,
    version: 1,
    can,
    ...rest,
  };
}

function aSite(name: string, rest: Partial<Site> = {}): Site {
  const site = { id: name.toLowerCase(), name, addressLines: [], holidayZone: "metropole" as const };
  return { ...site, version: 1, can: { update: ability }, ...rest };
}

export const resources = {
  rooms: [aRoom(etang), aRoom(garrigue)],
  trainers: [aTrainer(camille), aTrainer(dominique)],
  sites: [aSite("Nord"), aSite("Sud", { holidayZone: "alsace-moselle" })],
};

export function aCohort(id: string, siteId: string | null): Cohort {
  return { id, site: siteId === null ? null : { id: siteId, name: siteId } } as Cohort;
}

/** Nobody, all day, on Tuesdays, but for what is said. */
export function anUnavailability(rest: Partial<Unavailability>): Unavailability {
  const days = { from: TUESDAY, to: TUESDAY, weekdays: [], everyWeeks: 1, slot: null, reason: null };
  const own = { id: "u", trainerId: null, roomId: null, name: "", affectedHalfDays: 0, version: 1 };
  return { ...own, ...days, can: { update: ability, delete: ability }, ...rest };
}

export function aWeek(
  by: LanesBy,
  halfDays: readonly HalfDay[],
  rest: { unavailabilities?: Unavailability[] } = {},
): Week {
  const span = weekOf(MONDAY);
  return weekGrid({
    by,
    days: daysShown(span, halfDays),
    lanes: lanesOf(by, resources, halfDays, span.from),
    halfDays,
    isShown: () => true,
    unavailabilities: [],
    daysOff: daysOffOf(span, ["metropole"], [{ from: FRIDAY, to: FRIDAY, label: "Inventaire" }]),
    ...rest,
  });
}
