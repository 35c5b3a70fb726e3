import { covers } from "@passerelle/domain/planning/resources";
import { Prisma } from "../../generated/prisma/client.ts";
import type { Slot } from "../../generated/prisma/enums.ts";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { periodOf, type UnavailabilityRow } from "./unavailabilities.queries.ts";

/** How many half-days are planned from today on in each of these unavailabilities, by identifier: one read for them all. */
export async function affectedHalfDays(ctx: Ctx, rows: readonly UnavailabilityRow[]): Promise<Map<string, number>> {
  const planned = Map.groupBy(await plannedBetween(ctx, rows), ({ id }) => id);
  return new Map(
    rows.map((row) => {
      const inIt = (planned.get(row.id) ?? []).filter(({ day, slot }) => covers(periodOf(row), day, slot));
      return [row.id, inIt.length];
    }),
  );
}

interface PlannedHalfDay {
  /** The unavailability's. */
  readonly id: string;
  readonly day: string;
  readonly slot: Slot;
}

/** The half-days of the same trainer or room between their first day and their last. */
function plannedBetween(ctx: Ctx, rows: readonly UnavailabilityRow[]): Promise<PlannedHalfDay[]> {
  const ids = rows.map(({ id }) => id);
  const within = Prisma.sql`
    where u.id = any(${ids}::uuid[]) and h.state = 'planned'
      and h.day >= greatest(u.from_day, ${today(ctx)}::date) and (h.day <= u.to_day) is not false`;
  return ctx.db.$queryRaw<PlannedHalfDay[]>`
    select u.id, h.day::text, h.slot::text from unavailability u join half_day h on h.trainer_id = u.trainer_id ${within}
    union all
    select u.id, h.day::text, h.slot::text from unavailability u join half_day h on h.room_id = u.room_id ${within}`;
}
