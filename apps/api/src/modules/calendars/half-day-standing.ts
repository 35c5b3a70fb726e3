import { ZONE } from "@passerelle/domain/time";
import type { FeedHalfDay } from "./feed-half-days.queries.ts";

/** Where a half-day stands in a calendar. Nothing of it depends on the day of the reading. */
export interface Standing {
  /** Cancelled, or no longer in this calendar. */
  readonly isOff: boolean;
  readonly sequence: number;
  /** When it came to stand so. */
  readonly since: Temporal.Instant;
}

/**
 * A half-day that is off for a reason other than its own row (its plan, trainer or room changed, the trainee left) is
 * one step further than the revision that was last of this calendar: the number of the next.
 */
export function standingOf(halfDay: FeedHalfDay): Standing {
  const { sequence, isCancelled } = halfDay;
  const publishedAt = halfDay.publishedAt.toTemporalInstant();
  if (isCancelled) return { isOff: true, sequence, since: publishedAt };
  const endedAt = endOf(halfDay);
  if (endedAt === null) return { isOff: false, sequence, since: publishedAt };
  return { isOff: true, sequence: sequence + 1, since: later(endedAt, publishedAt) };
}

/** When it went out of the calendar, if it did. */
function endOf({ endedOn, leftAt, startsAt }: FeedHalfDay): Temporal.Instant | null {
  if (endedOn !== null && startsAt.slice(0, 10) > endedOn) {
    return Temporal.PlainDate.from(endedOn).toZonedDateTime(ZONE).toInstant();
  }
  return leftAt?.toTemporalInstant() ?? null;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}
