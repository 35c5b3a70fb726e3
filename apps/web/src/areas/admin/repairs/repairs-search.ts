import { civilDay } from "@passerelle/contracts/common";
import { slot } from "@passerelle/contracts/plans";
import { civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import { z } from "zod";

const optionalId = z.uuid().optional().catch(undefined);
const optionalDay = civilDay.optional().catch(undefined);

/** Who, or which room, is not there, and when. */
export const repairsSearch = z.object({
  trainerId: optionalId,
  roomId: optionalId,
  cohortId: optionalId,
  from: optionalDay,
  to: optionalDay,
  slot: slot.optional().catch(undefined),
});
export type RepairsSearch = z.infer<typeof repairsSearch>;

/** As far as one looks ahead when no day is said. */
const DAYS_AHEAD = 14;

/** What the address asks repairs for: two weeks from today, of everything that is broken, when nothing is said. */
export function repairsAsked({ from, to, ...whose }: RepairsSearch, today: string) {
  const first = from ?? (to !== undefined && to < today ? to : today);
  return { ...whose, from: first, to: to ?? civilDayAt(dayNumberOf(first) + DAYS_AHEAD) };
}

export type RepairsAsked = ReturnType<typeof repairsAsked>;

/** Whose repairs, as one choice among all: `trainer:<id>`; empty for everything that is broken. */
export function whoseOf({ trainerId, roomId, cohortId }: RepairsSearch): string {
  if (trainerId !== undefined) return `trainer:${trainerId}`;
  if (roomId !== undefined) return `room:${roomId}`;
  return cohortId === undefined ? "" : `cohort:${cohortId}`;
}

export function searchOfWhose(whose: string): Pick<RepairsSearch, "trainerId" | "roomId" | "cohortId"> {
  const [kind, id] = whose.split(":");
  return {
    trainerId: kind === "trainer" ? id : undefined,
    roomId: kind === "room" ? id : undefined,
    cohortId: kind === "cohort" ? id : undefined,
  };
}
