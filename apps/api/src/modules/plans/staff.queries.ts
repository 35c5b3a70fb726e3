import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";

const unavailability = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  weekdays: z.array(z.int()),
  everyWeeks: z.int(),
  slot: z.enum(["am", "pm"]).nullable(),
  reason: z.string().nullable(),
});

const resource = { id: z.uuid(), name: z.string(), unavailabilities: z.array(unavailability) };

export const storedStaff = z.strictObject({
  trainers: z.array(
    z.strictObject({
      ...resource,
      competencies: z.array(z.strictObject({ titleVersionId: z.uuid(), code: z.string() })),
    }),
  ),
  rooms: z.array(z.strictObject({ ...resource, siteName: z.string(), capacity: z.int() })),
});
export type StoredStaff = z.infer<typeof storedStaff>;

/** Somebody's, or a room's, unavailabilities; from the day they leave, they are away without end. */
const unavailabilitiesOf = (column: "trainer_id" | "room_id", owner: "t" | "r") => `(
  select coalesce(json_agg(json_build_object('from', from_day, 'to', to_day, 'weekdays', coalesce(weekdays, '{}'),
    'everyWeeks', every_weeks, 'slot', slot, 'reason', reason) order by from_day, id), '[]')
  from (
    select id, from_day, to_day, weekdays, every_weeks, slot, reason from unavailability where ${column} = ${owner}.id
    union all
    select ${owner}.id, ${owner}.retired_on, null, '{}', 1, null, null where ${owner}.retired_on is not null
  ) unavailability
)`;

/** Trainers ($1) and rooms ($2) by name, with when they are not to be had; null for all. */
const staffStatement: Statement = {
  name: "plan_staff",
  text: `
    select
      (
        select coalesce(json_agg(json_build_object('id', t.id,
          'name', person.given_name || ' ' || person.usual_name,
          'competencies', (
            select coalesce(json_agg(json_build_object('titleVersionId', b.title_version_id, 'code', competency.code)
              order by b.title_version_id, b.position, competency.position), '[]')
            from trainer_competency tc
            join competency on competency.id = tc.competency_id
            join competency_block b on b.id = competency.block_id
            where tc.trainer_id = t.id
          ),
          'unavailabilities', ${unavailabilitiesOf("trainer_id", "t")}) order by person.name_key, t.id), '[]')
        from trainer t join person on person.id = t.person_id
        where $1::uuid[] is null or t.id = any ($1::uuid[])
      ) as trainers,
      (
        select coalesce(json_agg(json_build_object('id', r.id, 'name', r.name, 'siteName', site.name,
          'capacity', r.capacity,
          'unavailabilities', ${unavailabilitiesOf("room_id", "r")}) order by r.name, r.id), '[]')
        from room r join site on site.id = r.site_id
        where $2::uuid[] is null or r.id = any ($2::uuid[])
      ) as rooms`,
};

/** Some trainers and rooms, or every one, from a transaction or on the pool. */
export async function findStaff(
  ctx: Ctx,
  trainerIds: readonly string[] | null,
  roomIds: readonly string[] | null,
): Promise<StoredStaff> {
  const values = [trainerIds, roomIds];
  const [row] =
    ctx.pool === null
      ? await ctx.db.$queryRawUnsafe<StoredStaff[]>(staffStatement.text, ...values)
      : await rowsOf<StoredStaff>(ctx, staffStatement, values);
  return row ?? { trainers: [], rooms: [] };
}

/** The codes of what a trainer teaches of an edition. */
export function codesOf({ competencies }: StoredStaff["trainers"][number], titleVersionId: string): string[] {
  return competencies.filter((each) => each.titleVersionId === titleVersionId).map(({ code }) => code);
}
