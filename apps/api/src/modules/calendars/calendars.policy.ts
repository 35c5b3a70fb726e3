import type { Ability } from "@passerelle/contracts/common";
import type { Prisma } from "../../generated/prisma/client.ts";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole, seesEverything } from "../../core/actor.ts";

/** One's own addresses (G1); those of cohorts and rooms, for whoever manages them. */
export function visibleFeeds(actor: Actor): Prisma.CalendarFeedWhereInput {
  const ofNobody: Prisma.CalendarFeedWhereInput[] = seesEverything(actor) ? [{ personId: null }] : [];
  const own: Prisma.CalendarFeedWhereInput[] =
    actor.kind === "person" ? [{ person: { user: { id: actor.userId } } }] : [];
  return { OR: [...own, ...ofNobody] };
}

/** Reading a cohort's or a room's half-days by a secret address: for whoever manages them. */
export function canShareHalfDays(actor: Actor): Ability {
  return hasRole(actor, "admin", "referent") ? allowed : denied("not_allowed");
}

interface FeedFacts {
  readonly personId: string | null;
}

/** Ending an address one sees: one's own, or a cohort's or a room's by whoever manages them. */
export function canRevoke(actor: Actor, feed: FeedFacts): Ability {
  return feed.personId === null ? canShareHalfDays(actor) : allowed;
}
