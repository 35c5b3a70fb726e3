import type { Role } from "@passerelle/contracts/roles";
import { enrolmentStates, isLive } from "@passerelle/domain/path/enrolment-state";
import { addMonths, civilDayAt, dayNumberOf, monthOf, ZONE } from "@passerelle/domain/time";
import { z } from "zod";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import type { OpenFeed } from "./feed.queries.ts";

const named = z.strictObject({ code: z.string(), title: z.string() });

/** A half-day as it last was in a calendar, and what became of it there. */
export const feedHalfDay = z.strictObject({
  id: z.uuid(),
  /** Of the version that made it what it is here. */
  sequence: z.int(),
  publishedAt: z.date(),
  note: z.string().nullable(),
  /** When a later version took it out of this calendar: no longer planned, or somebody else's, or elsewhere. */
  leftAt: z.date().nullable(),
  /** The day the trainee's path ended without being completed. */
  endedOn: z.iso.date().nullable(),
  kind: z.enum(["teaching", "exam"]),
  /** Local, `YYYY-MM-DDTHH:MM`. */
  startsAt: z.string(),
  endsAt: z.string(),
  isCancelled: z.boolean(),
  cancelledReason: z.string().nullable(),
  remote: z.boolean(),
  cohortName: z.string(),
  block: z.strictObject({ code: z.string(), title: z.string(), shortTitle: z.string() }).nullable(),
  competencies: z.array(named),
  trainerName: z.string().nullable(),
  room: z.strictObject({ name: z.string(), siteName: z.string(), addressLines: z.array(z.string()) }).nullable(),
});
export type FeedHalfDay = z.infer<typeof feedHalfDay>;

interface Parts {
  /** The cohorts that the calendar's person is enrolled in: `cohort_id, id, ended_on`. */
  readonly enrolled: string;
  /** The half-days that were ever in the calendar. */
  readonly ever: string;
  /** Whether a revision `r` of one is in it; `v` is its version, `e` the person's enrolment in its cohort. */
  readonly concerns: string;
}

/**
 * One statement, so one instant of the database: never half of a version. Of each half-day, the last revision that
 * concerns the calendar is answered, unless its day is before $1; the revision that follows it, if any, took it out.
 */
function halfDaysStatement(name: string, { enrolled, ever, concerns }: Parts): Statement {
  return {
    name,
    text: `
      with enrolled as (${enrolled}), ever as (${ever}), revision as (
        select r.half_day_id, r.cohort_id, r.sequence, r.row, v.published_at, v.note, e.ended_on,
          coalesce(r.row is not null and (${concerns}), false) as concerns,
          lead(v.published_at) over (partition by r.half_day_id order by r.sequence) as left_at
        from ever
        join half_day_revision r on r.half_day_id = ever.half_day_id
        join plan_version v on v.cohort_id = r.cohort_id and v.number = r.number
        left join enrolled e on e.cohort_id = r.cohort_id
      ), latest as (
        select distinct on (half_day_id) * from revision where concerns order by half_day_id, sequence desc
      )
      select h.half_day_id as id, h.sequence, h.published_at as "publishedAt", h.note, h.left_at as "leftAt",
        h.ended_on::text as "endedOn", h.row ->> 'kind' as kind,
        h.row ->> 'startsAt' as "startsAt", h.row ->> 'endsAt' as "endsAt",
        h.row ->> 'state' = 'cancelled' as "isCancelled", h.row ->> 'cancelledReason' as "cancelledReason",
        (h.row -> 'remote')::boolean as remote, c.name as "cohortName",
        case when b.id is not null then
          json_build_object('code', b.code, 'title', b.title, 'shortTitle', b.short_title) end as block,
        (
          select coalesce(json_agg(json_build_object('code', code, 'title', title) order by position), '[]')
          from jsonb_array_elements_text(h.row -> 'competencyIds') worked(id)
          join competency on competency.id = worked.id::uuid
        ) as competencies,
        p.given_name || ' ' || p.usual_name as "trainerName",
        case when room.id is not null then
          json_build_object('name', room.name, 'siteName', s.name, 'addressLines', s.address_lines) end as room
      from latest h
      join cohort c on c.id = h.cohort_id
      left join competency_block b on b.id = (h.row ->> 'blockId')::uuid
      left join trainer t on t.id = (h.row ->> 'trainerId')::uuid
      left join person p on p.id = t.person_id
      left join room on room.id = (h.row ->> 'roomId')::uuid
      left join site s on s.id = room.site_id
      where h.row ->> 'day' >= $1
      order by "startsAt", id`,
  };
}

const nobody = "select null::uuid as cohort_id, null::uuid as id, null::date as ended_on where false";

/** Those of a cohort, $2. */
export const cohortStatement = halfDaysStatement("calendar_of_cohort", {
  enrolled: nobody,
  ever: "select distinct half_day_id from half_day_revision where cohort_id = $2::uuid",
  concerns: "true",
});

/** Those in a room, $2. */
export const roomStatement = halfDaysStatement("calendar_of_room", {
  enrolled: nobody,
  ever: `select distinct half_day_id from half_day_revision where "row" ->> 'roomId' = $2`,
  concerns: "r.row ->> 'roomId' = $2",
});

/**
 * Those taught by a trainer, $3, and those of the cohorts that a person, $2, is enrolled in: the blocks they have hours
 * in, and the exam. A path that ended in one of the states $4 keeps what was theirs that day ($5: the clocks of France).
 */
export const personStatement = halfDaysStatement("calendar_of_person", {
  enrolled: `
    select distinct on (cohort_id) cohort_id, id, case when state = any($4::enrolment_state[]) then state_since end as ended_on
    from enrolment where person_id = $2::uuid
    order by cohort_id, state = any($4::enrolment_state[]), state_since desc, id desc`,
  ever: `
    select half_day_id from half_day_revision where "row" ->> 'trainerId' = $3
    union
    select half_day_id from half_day_revision where cohort_id in (select cohort_id from enrolled)`,
  concerns: `
    r.row ->> 'trainerId' is not distinct from $3 and $3 is not null
    or e.id is not null
    and (r.row ->> 'kind' = 'exam' or exists (
      select from enrolment_block eb
      where eb.enrolment_id = e.id and eb.block_id = (r.row ->> 'blockId')::uuid and eb.prescribed_minutes > 0))
    and (e.ended_on is null or r.row ->> 'day' <= e.ended_on::text or (v.published_at at time zone $5)::date <= e.ended_on)`,
});

/** The first day of the month 13 months before today's: calendars keep that much of the past. */
function firstDayKept(ctx: Pick<Ctx, "now">): string {
  const from = addMonths(dayNumberOf(today(ctx)), -monthsKept);
  return `${monthOf(civilDayAt(from))}-01`;
}

const monthsKept = 13;

/** The half-days behind a feed, as they are in it now; null when who asked for it may no longer read them. */
export async function feedHalfDays(ctx: Ctx, feed: OpenFeed): Promise<FeedHalfDay[] | null> {
  const from = firstDayKept(ctx);
  const holds = (...roles: Role[]) => roles.some((role) => feed.roles.includes(role));
  const manages = holds("admin", "referent");
  if (feed.personId !== null) {
    const personId = manages || holds("trainee") ? feed.personId : null;
    const trainerId = manages || holds("trainer") ? feed.trainerId : null;
    return rowsOf<FeedHalfDay>(ctx, personStatement, [from, personId, trainerId, endingStates, ZONE]);
  }
  if (!manages) return null;
  return feed.cohortId === null
    ? rowsOf<FeedHalfDay>(ctx, roomStatement, [from, feed.roomId])
    : rowsOf<FeedHalfDay>(ctx, cohortStatement, [from, feed.cohortId]);
}

/** Those that end a path before it is completed. */
const endingStates = enrolmentStates.filter((state) => !isLive(state));
