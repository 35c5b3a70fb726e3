import type { DraftChange, PlanChange } from "@passerelle/contracts/plans";
import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";
import type { Draft, KeptChange } from "./draft.ts";
import { rowChange, type RowChange } from "./row-changes.ts";
import { draftEventText } from "./timetable-texts.ts";

/** Adds a change to a cohort's draft; what was undone before can no longer be done again. */
export async function recordChange(ctx: Ctx, cohortId: string, change: RowChange, eventId: string): Promise<void> {
  await ctx.db.planChange.updateMany({ where: { cohortId, state: "undone" }, data: { state: "discarded" } });
  await ctx.db.planChange.create({ data: { cohortId, eventId, change } });
}

/** The change that was undone last, which is the next to be done again. */
export async function lastUndone(ctx: Ctx, cohortId: string): Promise<KeptChange | null> {
  const row = await ctx.db.planChange.findFirst({
    where: { cohortId, state: "undone" },
    orderBy: { undoneBy: "desc" },
    select: { id: true, eventId: true, change: true },
  });
  return row === null ? null : { ...row, change: rowChange.parse(row.change) };
}

const told = z.object({
  id: z.uuid(),
  state: z.enum(["drafted", "undone"]),
  type: z.string(),
  data: z.unknown(),
  by: z.string().nullable(),
  at: z.date(),
});

/** The changes of a cohort's draft in their order, and what undoing and doing again would change, by whom and when. */
export async function toldDraft(
  ctx: Ctx,
  cohortId: string,
  draft: Draft,
): Promise<{ changes: DraftChange[]; undo: PlanChange | null; redo: PlanChange | null }> {
  const rows = await ctx.db.$queryRaw<unknown[]>`
    select change.id, change.state, event.type, event.data, event.recorded_at as at,
      person.given_name || ' ' || person.usual_name as by
    from plan_change change
    join event on event.id = change.event_id
    left join user_account on event.actor_kind = 'person' and user_account.id = event.actor_id
    left join person on person.id = user_account.person_id
    where change.cohort_id = ${cohortId}::uuid and change.state in ('drafted', 'undone')
    order by change.state, change.undone_by desc, change.id`;
  const lines = z.array(told).parse(rows);
  const lineOf = ({ type, data, by, at }: (typeof lines)[number]) => ({
    detail: draftEventText(type, data)[ctx.locale],
    by,
    at,
  });
  const applies = new Map(draft.changes.map((each) => [each.id, each.applies]));
  const changes = lines
    .filter(({ state }) => state === "drafted")
    .map((line) => ({ id: line.id, ...lineOf(line), applies: applies.get(line.id) ?? false }));
  const undone = lines.find(({ state }) => state === "undone");
  const last = changes.at(-1);
  return {
    changes,
    undo: last === undefined ? null : { detail: last.detail, by: last.by, at: last.at },
    redo: undone === undefined ? null : lineOf(undone),
  };
}
