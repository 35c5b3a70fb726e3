import { z } from "zod";
import { holidayZone } from "@passerelle/contracts/sites";
import { seesEverything } from "../../core/actor.ts";
import { notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import { draftChangesJson, planRowJson } from "./draft.ts";
import { planRow } from "./plan-rows.ts";
import { rowChange } from "./row-changes.ts";

const day = z.iso.date();
const slot = z.enum(["am", "pm"]);

const unavailability = z.strictObject({
  from: day,
  to: day.nullable(),
  weekdays: z.array(z.int()),
  everyWeeks: z.int(),
  slot: slot.nullable(),
  reason: z.string().nullable(),
});

const staff = { id: z.uuid(), name: z.string(), unavailabilities: z.array(unavailability) };

/** What an edit is checked against, as the statement answers it. */
export const editCheckFacts = z.strictObject({
  cancelledReason: z.string().nullable(),
  capacity: z.int(),
  cohortFrom: day,
  cohortTo: day,
  halfDayMinutes: z.int(),
  examDaysCountAsTraining: z.boolean(),
  amStart: z.string(),
  amEnd: z.string(),
  pmStart: z.string(),
  pmEnd: z.string(),
  titleFrom: day,
  titleTo: day,
  holidayZone,
  blocks: z.array(
    z.strictObject({
      id: z.uuid(),
      code: z.string(),
      minutes: z.int(),
      competencies: z.array(z.strictObject({ id: z.uuid(), code: z.string() })),
    }),
  ),
  closures: z.array(z.strictObject({ from: day, to: day, label: z.string() })),
  gapReason: z.string().nullable(),
  halfDays: z.array(planRow),
  changes: z.array(z.strictObject({ id: z.uuid(), eventId: z.uuid(), change: rowChange })),
  trainers: z.array(z.strictObject({ ...staff, competencyCodes: z.array(z.string()) })),
  rooms: z.array(z.strictObject({ ...staff, capacity: z.int() })),
});
export type EditCheckFacts = z.infer<typeof editCheckFacts>;

/** Somebody's, or a room's, unavailabilities; from the day they leave, they are away without end. */
const unavailabilitiesOf = (column: "trainer_id" | "room_id", owner: string) => `(
  select coalesce(json_agg(json_build_object('from', from_day, 'to', to_day, 'weekdays', coalesce(weekdays, '{}'),
    'everyWeeks', every_weeks, 'slot', slot, 'reason', reason) order by from_day, id), '[]')
  from (
    select id, from_day, to_day, weekdays, every_weeks, slot, reason from unavailability where ${column} = ${owner}.id
    union all
    select ${owner}.id, ${owner}.retired_on, null, '{}', 1, null, null where ${owner}.retired_on is not null
  ) unavailability
)`;

/**
 * One row, so one instant of the database: a cohort's half-days ($1) and its draft, with its programme and calendar, and
 * the trainers and rooms that an edit asks for ($3, $4) or that the edited half-days ($2) have.
 */
export const editCheckStatement: Statement = {
  name: "plan_edit_check",
  text: `
    with edited as (
      select trainer_id, room_id from half_day where id = any ($2::uuid[])
      union
      select (half_day -> 'after' ->> 'trainerId')::uuid, (half_day -> 'after' ->> 'roomId')::uuid
      from plan_change, jsonb_array_elements(change -> 'halfDays') half_day
      where cohort_id = $1 and state = 'drafted' and half_day ->> 'id' = any ($2::text[])
    )
    select c.cancelled_reason as "cancelledReason", c.capacity, c.starts_on::text as "cohortFrom",
      c.ends_on::text as "cohortTo", p.half_day_minutes as "halfDayMinutes",
      p.exam_days_count_as_training as "examDaysCountAsTraining", p.am_start as "amStart", p.am_end as "amEnd",
      p.pm_start as "pmStart", p.pm_end as "pmEnd", title.in_force_from::text as "titleFrom",
      title.in_force_to::text as "titleTo", coalesce(site.holiday_zone, 'metropole')::text as "holidayZone",
      (
        select coalesce(json_agg(json_build_object('id', b.id, 'code', b.code, 'minutes', pb.minutes, 'competencies', (
          select coalesce(json_agg(json_build_object('id', id, 'code', code) order by position), '[]')
          from competency where block_id = b.id)) order by pb.position), '[]')
        from programme_block pb join competency_block b on b.id = pb.block_id
        where pb.programme_id = p.id
      ) as blocks,
      (
        select coalesce(json_agg(json_build_object('from', from_day, 'to', to_day, 'label', label)
          order by from_day, id), '[]')
        from closure
      ) as closures,
      (
        select coalesce(jsonb_agg(${planRowJson}), '[]') from half_day h where h.cohort_id = c.id
      ) as "halfDays",
      c.gap_reason as "gapReason", ${draftChangesJson} as changes,
      (
        select coalesce(json_agg(json_build_object('id', t.id,
          'name', person.given_name || ' ' || person.usual_name,
          'competencyCodes', array(select competency.code
            from trainer_competency tc
            join competency on competency.id = tc.competency_id
            join competency_block b on b.id = competency.block_id
            where tc.trainer_id = t.id and b.title_version_id = p.title_version_id order by competency.code),
          'unavailabilities', ${unavailabilitiesOf("trainer_id", "t")})), '[]')
        from trainer t join person on person.id = t.person_id
        where t.id = any ($3::uuid[] || array(select trainer_id from edited))
      ) as trainers,
      (
        select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity,
          'unavailabilities', ${unavailabilitiesOf("room_id", "r")})), '[]')
        from room r
        where r.id = any ($4::uuid[] || array(select room_id from edited))
      ) as rooms
    from cohort c
    join programme p on p.id = c.programme_id
    join title_version title on title.id = p.title_version_id
    left join site on site.id = c.site_id
    where c.id = $1`,
};

/** The facts of a cohort the caller may see, else 404: those who may edit a plan see every cohort. */
export async function factsOfEdit(
  ctx: Ctx,
  cohortId: string,
  halfDays: readonly { id: string; trainerId?: string | null | undefined; roomId?: string | null | undefined }[],
): Promise<EditCheckFacts> {
  const [facts] = await rowsOf<EditCheckFacts>(ctx, editCheckStatement, [
    cohortId,
    halfDays.map(({ id }) => id),
    halfDays.flatMap(({ trainerId }) => trainerId ?? []),
    halfDays.flatMap(({ roomId }) => roomId ?? []),
  ]);
  if (facts === undefined || !seesEverything(ctx.actor)) throw notFound();
  return facts;
}
