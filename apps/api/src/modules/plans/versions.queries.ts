import type { PlanVersion } from "@passerelle/contracts/plans";
import type { Ctx } from "../../core/ctx.ts";

/** The latest published version of a cohort's plan; null before the first. */
export async function latestVersion(ctx: Ctx, cohortId: string): Promise<PlanVersion | null> {
  const [latest] = await versionsOf(ctx, cohortId, { before: null, limit: 1 });
  return latest ?? null;
}

/** Versions of a cohort's plan, latest first, from the one before a number on. */
export function versionsOf(
  ctx: Ctx,
  cohortId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<PlanVersion[]> {
  return ctx.db.$queryRaw<PlanVersion[]>`
    select version.number, version.published_at as "publishedAt", version.note, version.gap_reason as "gapReason",
      person.given_name || ' ' || person.usual_name as "publishedBy"
    from plan_version version
    join event on event.id = version.event_id
    left join user_account on event.actor_kind = 'person' and user_account.id = event.actor_id
    left join person on person.id = user_account.person_id
    where version.cohort_id = ${cohortId}::uuid and version.number < coalesce(${before}::int, 2147483647)
    order by version.number desc
    limit ${limit}`;
}
