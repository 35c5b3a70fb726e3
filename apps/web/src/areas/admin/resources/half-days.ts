import type { HalfDay } from "@passerelle/contracts/plans";
import { halfDayList } from "@passerelle/contracts/sessions";
import { qPages } from "../../../api/query.ts";
import type { Owner } from "../../../components/unavailability/queries.ts";

const PAGE = 20;

/** What a trainer teaches, or what a room holds, from a day on. */
export const comingHalfDays = (owner: Owner, today: string) =>
  qPages(halfDayList, { query: { ...owner, from: today, state: "live", limit: PAGE } });

export interface DayOfHalfDays {
  readonly day: string;
  readonly halfDays: readonly HalfDay[];
}

/** Half-days that come earliest first, by day. */
export function byDay(halfDays: readonly HalfDay[]): DayOfHalfDays[] {
  return [...Map.groupBy(halfDays, ({ day }) => day)].map(([day, its]) => ({ day, halfDays: its }));
}
