import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";
import { planRow } from "../plans/plan-rows.ts";

/** A half-day as a version of a plan holds it, with the codes of what is worked on. */
export const versionRow = z.strictObject({
  ...planRow.shape,
  blockCode: z.string().nullable(),
  competencyCodes: z.array(z.string()),
});
export type VersionRow = z.infer<typeof versionRow>;

/** What a version made of a half-day; `row` is null when it took it out of the plan. */
export const planRevision = z.strictObject({
  cohortId: z.uuid(),
  halfDayId: z.uuid(),
  number: z.int(),
  row: versionRow.nullable(),
});
export type PlanRevision = z.infer<typeof planRevision>;

/** A cohort's plan as its versions published it. */
export interface PlanHistory {
  /** The half-days of a version; there are none before the first. */
  readonly halfDaysOf: (number: number) => VersionRow[];
  /** All that its half-days ever were. */
  readonly rows: readonly VersionRow[];
}

/** Reads the versions of cohorts' plans, each up to a number, all at once. */
export async function planHistories(
  ctx: Ctx,
  upTo: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, PlanHistory>> {
  const byCohort = Map.groupBy(await planRevisions(ctx, upTo), ({ cohortId }) => cohortId);
  return new Map([...upTo.keys()].map((cohortId) => [cohortId, historyOf(byCohort.get(cohortId) ?? [])]));
}

/** In the order in which they were published. */
export function planRevisions(ctx: Ctx, upTo: ReadonlyMap<string, number>): Promise<PlanRevision[]> {
  const wanted = JSON.stringify([...upTo].map(([cohortId, number]) => ({ cohortId, number })));
  return ctx.db.$queryRaw<PlanRevision[]>`
    select r.cohort_id as "cohortId", r.half_day_id as "halfDayId", r.number,
      r.row || jsonb_build_object('blockCode', block.code, 'competencyCodes', (
        select coalesce(jsonb_agg(code order by position), '[]') from competency
        where id in (select jsonb_array_elements_text(r.row -> 'competencyIds')::uuid)
      )) as row
    from jsonb_to_recordset(${wanted}::jsonb) as wanted("cohortId" uuid, number int)
    join half_day_revision r on r.cohort_id = wanted."cohortId" and r.number <= wanted.number
    left join competency_block block on block.id = (r.row ->> 'blockId')::uuid
    order by r.number`;
}

function historyOf(revisions: readonly PlanRevision[]): PlanHistory {
  return {
    halfDaysOf: (number) => {
      const published = revisions.filter((revision) => revision.number <= number);
      const last = new Map(published.map(({ halfDayId, row }) => [halfDayId, row]));
      return [...last.values()].filter((row) => row !== null);
    },
    rows: revisions.flatMap(({ row }) => row ?? []),
  };
}
