import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";
import { planRow, type PlanRows } from "./plan-rows.ts";
import { applyChange, inOrder, rowChange, type RowChange } from "./row-changes.ts";

/** A change as a draft keeps it; its identifier says its place. */
export interface KeptChange {
  readonly id: string;
  readonly eventId: string;
  readonly change: RowChange;
}

export interface DraftedChange extends KeptChange {
  /** False when what it changes is no longer as it was: it changes nothing, and is to be undone. */
  readonly applies: boolean;
}

/** A cohort's plan as published and as drafted: the published rows with the changes of its draft, in their order. */
export interface Draft {
  readonly published: PlanRows;
  readonly rows: PlanRows;
  readonly changes: readonly DraftedChange[];
}

/** The plan with the changes made one after the other; one that no longer applies is left out, and said so. */
export function draftOf(published: PlanRows, changes: readonly KeptChange[]): Draft {
  let rows = published;
  const made: DraftedChange[] = [];
  for (const each of changes) {
    const changed = applyChange(rows, each.change);
    rows = changed ?? rows;
    made.push({ ...each, applies: changed !== null });
  }
  return { published, rows, changes: made };
}

const draftRow = z.strictObject({
  cohortId: z.uuid(),
  gapReason: z.string().nullable(),
  halfDays: z.array(planRow),
  changes: z.array(z.strictObject({ id: z.uuid(), eventId: z.uuid(), change: rowChange })),
});

/** The row of a half-day, `h`, as a plan holds it, in JSON. */
export const planRowJson = `jsonb_build_object('id', h.id, 'sessionId', h.session_id, 'kind', h.kind, 'day', h.day,
  'slot', h.slot, 'startsAt', to_char(h.starts_at, 'YYYY-MM-DD"T"HH24:MI'),
  'endsAt', to_char(h.ends_at, 'YYYY-MM-DD"T"HH24:MI'), 'blockId', h.block_id, 'trainerId', h.trainer_id,
  'roomId', h.room_id, 'remote', h.remote, 'state', h.state, 'cancelledReason', h.cancelled_reason,
  'overrideReason', h.override_reason, 'replacesId', h.replaces_id, 'competencyIds', (
    select coalesce(jsonb_agg(competency_id order by competency_id), '[]')
    from half_day_competency where half_day_id = h.id))`;

/** A cohort's draft (cohort `c`), in JSON, in the order in which its changes were made. */
export const draftChangesJson = `(
  select coalesce(jsonb_agg(jsonb_build_object('id', id, 'eventId', event_id, 'change', change) order by id), '[]')
  from plan_change where cohort_id = c.id and state = 'drafted')`;

/** The drafts of cohorts, all at one instant of the database. */
export async function draftsOf(ctx: Ctx, cohortIds: readonly string[]): Promise<Map<string, Draft>> {
  const rows = await ctx.db.$queryRawUnsafe<unknown[]>(
    `select c.id as "cohortId", c.gap_reason as "gapReason", (
       select coalesce(jsonb_agg(${planRowJson}), '[]') from half_day h where h.cohort_id = c.id
     ) as "halfDays", ${draftChangesJson} as changes
     from cohort c where c.id = any ($1::uuid[])`,
    cohortIds,
  );
  return new Map(
    z
      .array(draftRow)
      .parse(rows)
      .map(({ cohortId, halfDays, gapReason, changes }) => [
        cohortId,
        draftOf({ halfDays: inOrder(halfDays), gapReason }, changes),
      ]),
  );
}
