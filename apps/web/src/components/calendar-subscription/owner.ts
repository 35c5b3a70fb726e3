import { type calendarFeedCreate, calendarFeedList } from "@passerelle/contracts/calendars";
import type { CallInput } from "../../api/call.ts";
import { qAll } from "../../api/query.ts";

/** Whose half-days an address is for: one's own, a cohort's or a room's. */
export type CalendarOwner = CallInput<typeof calendarFeedCreate>["body"];

/** The addresses in use for these half-days. */
export function addressesQuery({ kind: _kind, ...of }: CalendarOwner) {
  return qAll(calendarFeedList, { query: of });
}
