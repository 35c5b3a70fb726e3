import { enrolmentStates, isLive } from "@passerelle/domain/path/enrolment-state";
import { z } from "zod";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";

const block = z.strictObject({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  /** In its programme, 1 for the first. */
  position: z.int(),
});

export const timetableHalfDay = z.strictObject({
  cohortId: z.uuid(),
  cohortName: z.string(),
  day: z.iso.date(),
  slot: z.enum(["am", "pm"]),
  /** Local times, `HH:MM`. */
  startsAt: z.string(),
  endsAt: z.string(),
  minutes: z.int(),
  kind: z.enum(["teaching", "exam"]),
  block: block.nullable(),
  /** Whether its minutes are its block's: an exam half-day's may be nobody's. */
  feedsBlock: z.boolean(),
  session: z.int().nullable(),
  trainerName: z.string().nullable(),
  room: z.strictObject({ name: z.string(), siteName: z.string() }).nullable(),
  remote: z.boolean(),
  isCancelled: z.boolean(),
  cancelledReason: z.string().nullable(),
  replacedBy: z.strictObject({ day: z.iso.date(), slot: z.enum(["am", "pm"]) }).nullable(),
  replaces: z.strictObject({ day: z.iso.date(), slot: z.enum(["am", "pm"]) }).nullable(),
});
export type TimetableHalfDay = z.infer<typeof timetableHalfDay>;

/** What a timetable is made of, as the statements answer it. */
export const timetableRows = z.strictObject({
  halfDays: z.array(timetableHalfDay),
  /** The last version of each plan they are of, latest first. */
  versions: z.array(
    z.strictObject({ cohortId: z.uuid(), cohortName: z.string(), number: z.int(), publishedAt: z.string() }),
  ),
});
export type TimetableRows = z.infer<typeof timetableRows>;

/** The half-days `h` of an owner, $1, that are shown; `cohorts` are those whose plans they are of, if any is. */
interface Owner {
  readonly shown: string;
  readonly cohorts: string;
}

/** One statement, so one instant of the database: never the half-days of one version and the number of another. */
function timetableStatement(name: string, { shown, cohorts }: Owner): Statement {
  return {
    name,
    text: `
      with shown as (
        select h.* from half_day h
        where ${shown} and ($2::date is null or h.day >= $2) and ($3::date is null or h.day <= $3)
      ), session as (
        select session_id, row_number() over (partition by cohort_id order by first_day, session_id) as number
        from (
          select session_id, cohort_id, coalesce(min(day) filter (where state <> 'cancelled'), min(day)) as first_day
          from half_day
          where session_id is not null and cohort_id in (select cohort_id from shown)
          group by session_id, cohort_id
        ) days
      )
      select
        (
          select coalesce(json_agg(json_build_object(
            'cohortId', c.id, 'cohortName', c.name, 'day', h.day, 'slot', h.slot,
            'startsAt', to_char(h.starts_at, 'HH24:MI'), 'endsAt', to_char(h.ends_at, 'HH24:MI'),
            'minutes', p.half_day_minutes, 'kind', h.kind,
            'block', case when b.id is not null then json_build_object(
              'id', b.id, 'code', b.code, 'title', b.title, 'shortTitle', b.short_title,
              'position', (select count(*) from programme_block earlier
                where earlier.programme_id = p.id and earlier.position <= pb.position)) end,
            'feedsBlock', b.id is not null and (h.kind = 'teaching' or p.exam_days_count_as_training),
            'session', s.number,
            'trainerName', person.given_name || ' ' || person.usual_name,
            'room', case when r.id is not null then json_build_object('name', r.name, 'siteName', site.name) end,
            'remote', h.remote, 'isCancelled', h.state = 'cancelled', 'cancelledReason', h.cancelled_reason,
            'replacedBy', (select json_build_object('day', o.day, 'slot', o.slot) from half_day o where o.replaces_id = h.id),
            'replaces', (select json_build_object('day', o.day, 'slot', o.slot) from half_day o where o.id = h.replaces_id)
          ) order by h.day, h.starts_at, c.name, h.id), '[]')
          from shown h
          join cohort c on c.id = h.cohort_id
          join programme p on p.id = c.programme_id
          left join competency_block b on b.id = h.block_id
          left join programme_block pb on pb.programme_id = p.id and pb.block_id = b.id
          left join session s on s.session_id = h.session_id
          left join trainer t on t.id = h.trainer_id
          left join person on person.id = t.person_id
          left join room r on r.id = h.room_id
          left join site on site.id = r.site_id
        ) as "halfDays",
        (
          select coalesce(json_agg(json_build_object(
            'cohortId', c.id, 'cohortName', c.name, 'number', v.number, 'publishedAt', v.published_at
          ) order by v.published_at desc, c.name), '[]')
          from (
            select distinct on (cohort_id) cohort_id, number, published_at from plan_version
            where cohort_id in (${cohorts}) order by cohort_id, number desc
          ) v join cohort c on c.id = v.cohort_id
        ) as versions`,
  };
}

const cohortsShown = "select cohort_id from shown";

export const statements = {
  cohort: timetableStatement("timetable_of_cohort", { shown: "h.cohort_id = $1::uuid", cohorts: "$1::uuid" }),
  trainer: timetableStatement("timetable_of_trainer", { shown: "h.trainer_id = $1::uuid", cohorts: cohortsShown }),
  room: timetableStatement("timetable_of_room", { shown: "h.room_id = $1::uuid", cohorts: cohortsShown }),
  /**
   * Of an enrolment's cohort, the blocks it has hours in, and the exam; until the day its path ended in one of the
   * states $4.
   */
  trainee: timetableStatement("timetable_of_trainee", {
    shown: `exists (
      select from enrolment e
      left join enrolment_block eb on eb.enrolment_id = e.id and eb.block_id = h.block_id
      where e.id = $1::uuid and e.cohort_id = h.cohort_id
        and (h.kind = 'exam' or coalesce(eb.prescribed_minutes, 0) > 0)
        and (h.day <= e.state_since or e.state <> all ($4::enrolment_state[])))`,
    cohorts: "select cohort_id from enrolment where id = $1::uuid",
  }),
} as const satisfies Record<string, Statement>;

export interface TimetablePeriod {
  readonly from: string | null;
  readonly to: string | null;
}

/** Those that end a path before it is completed. */
const endingStates = enrolmentStates.filter((state) => !isLive(state));

/** The published half-days of an owner whom the caller may see, between two days. */
export async function timetableOf(
  ctx: Ctx,
  kind: keyof typeof statements,
  ownerId: string,
  { from, to }: TimetablePeriod,
): Promise<TimetableRows> {
  const values = [ownerId, from, to, ...(kind === "trainee" ? [endingStates] : [])];
  const [rows] = await rowsOf<TimetableRows>(ctx, statements[kind], values);
  if (rows === undefined) throw new Error(`the timetable of a ${kind} answers no row`);
  return rows;
}
