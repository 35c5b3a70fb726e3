import type { PlanChange as PlanChangeSide } from "@passerelle/contracts/plans";
import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";
import type { PlanChangeState } from "../../generated/prisma/enums.ts";
import { differenceOf, type PlanRows, planRows, planRowsOf } from "./plan-rows.ts";
import { eventOf, timetableText } from "./timetable-texts.ts";

/** Keeps what a change made of a plan's rows; what was undone before can no longer be done again. */
export async function recordChange(ctx: Ctx, cohortId: string, before: PlanRows, eventId: string): Promise<void> {
  const difference = differenceOf(before, await planRowsOf(ctx, cohortId));
  if (difference === null) return;
  await ctx.db.planChange.updateMany({ where: { cohortId, state: "undone" }, data: { state: "discarded" } });
  const [from, to] = [JSON.stringify(difference.before), JSON.stringify(difference.after)];
  await ctx.db.$executeRaw`
    insert into plan_change (cohort_id, event_id, change)
    values (${cohortId}::uuid, ${eventId}::uuid, jsonb_build_object('before', ${from}::jsonb, 'after', ${to}::jsonb))`;
}

export interface KeptChange {
  readonly id: string;
  readonly eventId: string;
  readonly before: PlanRows;
  readonly after: PlanRows;
}

/** The change to undo: the latest that is done; or to do again: the earliest that is undone. */
export async function nextChange(
  ctx: Ctx,
  cohortId: string,
  state: Extract<PlanChangeState, "done" | "undone">,
): Promise<KeptChange | null> {
  const row = await ctx.db.planChange.findFirst({
    where: { cohortId, state },
    orderBy: { id: state === "done" ? "desc" : "asc" },
  });
  return row === null ? null : { ...row, before: planRows.parse(row.before), after: planRows.parse(row.after) };
}

const historyRow = z.object({
  state: z.enum(["done", "undone"]),
  type: z.string(),
  data: z.unknown(),
  by: z.string().nullable(),
  at: z.date(),
});

/** What undoing, and doing again, would change, by whom and when. */
export async function historyOf(
  ctx: Ctx,
  cohortId: string,
): Promise<{ undo: PlanChangeSide | null; redo: PlanChangeSide | null }> {
  const rows = await ctx.db.$queryRaw<unknown[]>`
    select change.state, event.type, event.data, event.recorded_at as at,
      person.given_name || ' ' || person.usual_name as by
    from (
      (select * from plan_change where cohort_id = ${cohortId}::uuid and state = 'done' order by id desc limit 1)
      union all
      (select * from plan_change where cohort_id = ${cohortId}::uuid and state = 'undone' order by id limit 1)
    ) change
    join event on event.id = change.event_id
    left join user_account on event.actor_kind = 'person' and user_account.id = event.actor_id
    left join person on person.id = user_account.person_id`;
  const changes = z.array(historyRow).parse(rows);
  const told = (state: "done" | "undone"): PlanChangeSide | null => {
    const row = changes.find((each) => each.state === state);
    if (row === undefined) return null;
    return { detail: timetableText(eventOf(row.type, row.data))[ctx.locale], by: row.by, at: row.at };
  };
  return { undo: told("done"), redo: told("undone") };
}
