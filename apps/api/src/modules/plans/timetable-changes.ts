import type { InputOf } from "@passerelle/contracts/http";
import type { TimetableChange, timetableChangeList } from "@passerelle/contracts/sessions";
import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";
import { type Page, pageOf, placeOf } from "../../http/paging.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { daysIn } from "./day-words.ts";
import { eventOf, type TimetableEvent, timetableText } from "./timetable-texts.ts";

const byEvent = z.object({ id: z.uuid() });

interface Row {
  readonly id: string;
  readonly recordedAt: Date;
  readonly type: string;
  readonly data: unknown;
  readonly halfDayIds: string[];
}

/**
 * What changed in the timetable of a cohort the caller may see (else 404), latest first, from the events of its plan;
 * nothing of what was undone. Of the half-days concerned those that still exist are named: a plan adopted since may have replaced them.
 */
export async function listTimetableChanges(
  ctx: Ctx,
  cohortId: string,
  query: InputOf<typeof timetableChangeList>["query"],
): Promise<Page<TimetableChange>> {
  const { id: cohort } = await findCohort(ctx, cohortId);
  const after = placeOf(query.cursor, byEvent);
  const rows = await ctx.db.$queryRaw<Row[]>`
    with change as (
      select id, recorded_at, type, entity_id, data from event
      where entity = 'plan' and entity_id = ${cohort}::uuid and type = 'plan.adopted'
      union all
      select id, recorded_at, type, entity_id, data from event
      where data -> 'to' ->> 'cohortId' = ${cohort}
        and type in ('plan.edited', 'session.moved', 'session.split', 'half-day.moved', 'half-day.cancelled')
    )
    select change.id, recorded_at as "recordedAt", type, data, array(
      select half_day.id from half_day
      where cohort_id = ${cohort}::uuid and case type
        when 'plan.adopted' then state <> 'cancelled'
        when 'plan.edited' then data -> 'to' -> 'halfDays' @> jsonb_build_array(jsonb_build_object('id', half_day.id))
        when 'session.moved' then session_id = entity_id and state <> 'cancelled'
        when 'session.split' then session_id = (data -> 'to' ->> 'sessionId')::uuid and state <> 'cancelled'
        else half_day.id in (entity_id, (data -> 'to' -> 'replacement' ->> 'id')::uuid)
      end
      order by day, slot
    ) as "halfDayIds"
    from change
    where (${after === null} or change.id < ${after?.id ?? null}::uuid)
      and not exists (select from plan_change where event_id = change.id and state <> 'done')
    order by change.id desc
    limit ${query.limit + 1}`;
  return pageOf(
    rows,
    query.limit,
    ({ id }) => ({ id }),
    (row) => presentChange(ctx, row),
  );
}

function presentChange(ctx: Ctx, { id, recordedAt, halfDayIds, type, data }: Row): TimetableChange {
  const event = eventOf(type, data);
  return { id, recordedAt, halfDayIds, ...daysOf(event), detail: timetableText(event)[ctx.locale] };
}

function daysOf(event: TimetableEvent): Pick<TimetableChange, "kind" | "from" | "to"> {
  switch (event.type) {
    case "plan.adopted":
      return { kind: "plan_adopted", from: [], to: event.to.days };
    case "plan.edited":
      return { kind: "half_days_changed", from: daysIn(event.from.halfDays), to: daysIn(event.to.halfDays) };
    case "session.moved":
      return { kind: "session_moved", from: event.from.days, to: event.to.days };
    case "session.split":
      return { kind: "session_split", from: event.from.days, to: event.to.days };
    case "half-day.moved":
      return { kind: "half_day_moved", from: [event.from.day], to: [event.to.day] };
    case "half-day.cancelled":
      return { kind: "half_day_cancelled", from: [event.from.day], to: daysIn([event.to.replacement ?? []].flat()) };
  }
}
