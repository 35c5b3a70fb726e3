import type { CalendarFeed } from "@passerelle/contracts/calendars";
import type { Actor } from "../../core/actor.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { canRevoke } from "./calendars.policy.ts";
import type { FeedOwner, FeedRow } from "./calendars.queries.ts";

export function presentFeed(actor: Actor, row: FeedRow): CalendarFeed {
  const { givenName, usualName } = row.creator.person;
  return {
    id: row.id,
    kind: kindOf(row),
    cohortId: row.cohortId,
    roomId: row.roomId,
    hint: row.hint,
    createdBy: `${givenName} ${usualName}`,
    createdAt: row.createdAt,
    lastReadOn: row.lastReadOn && fromColumn(row.lastReadOn),
    can: { revoke: canRevoke(actor, row) },
  };
}

function kindOf({ cohortId, roomId }: FeedOwner): CalendarFeed["kind"] {
  if (cohortId !== null) return "cohort";
  return roomId === null ? "person" : "room";
}

/** What an address's events tell: whose half-days it reads, and nothing of its secret but its hint. */
export function feedFields({ personId, cohortId, roomId, hint }: FeedOwner & { readonly hint: string }) {
  return { personId, cohortId, roomId, hint };
}
