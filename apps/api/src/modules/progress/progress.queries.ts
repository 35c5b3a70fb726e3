import { enrolmentRoute, enrolmentState, placementNeed } from "@passerelle/contracts/enrolments";
import { personSummary } from "@passerelle/contracts/people";
import { stageWeekState } from "@passerelle/contracts/stage-weeks";
import { enrolmentStates, legalMoves } from "@passerelle/domain/path/enrolment-state";
import { localTimeOf } from "@passerelle/domain/time";
import { z } from "zod";
import { seesEverything } from "../../core/actor.ts";
import { notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import { visibleCohorts } from "../cohorts/cohorts.policy.ts";
import { visibleEnrolments } from "../enrolments/enrolments.policy.ts";

/** The minutes of a week, summed from its days. */
export const stageWeekFacts = z.strictObject({ monday: z.iso.date(), state: stageWeekState, minutes: z.int() });

const result = z.strictObject({
  blockCode: z.string().nullable(),
  obtained: z.boolean(),
  reason: z.string(),
  decidedOn: z.iso.date(),
});

const traineeFacts = z.strictObject({
  enrolmentId: z.uuid(),
  person: personSummary.strict(),
  route: enrolmentRoute,
  state: enrolmentState,
  stateSince: z.iso.date(),
  placement: placementNeed,
  blocks: z.array(z.strictObject({ prescribedMinutes: z.int(), passedHalfDays: z.int() })),
  weeks: z.array(stageWeekFacts),
  results: z.array(result),
});
export type TraineeFacts = z.infer<typeof traineeFacts>;

/** What the progress of a cohort's trainees follows from, as the statement answers it. */
export const cohortFacts = z.strictObject({
  cohortId: z.uuid(),
  cohortName: z.string(),
  capacity: z.int(),
  endsOn: z.iso.date(),
  placementMinutes: z.int(),
  halfDayMinutes: z.int(),
  /** In the programme's order, as each trainee's are. */
  blocks: z.array(
    z.strictObject({ code: z.string(), title: z.string(), shortTitle: z.string(), plannedHalfDays: z.int() }),
  ),
  ccps: z.array(z.strictObject({ code: z.string(), shortTitle: z.string() })),
  /** When each session's last half-day ends, local. */
  sessionEnds: z.array(z.iso.datetime({ local: true })),
  examDays: z.array(z.iso.date()),
  trainees: z.array(traineeFacts),
});
export type CohortFacts = z.infer<typeof cohortFacts>;

/** Minutes by week of the enrolment `e`, from its days; a week without days says nothing. */
export const weeksOfEnrolment = `(
  select coalesce(json_agg(json_build_object('monday', w.monday, 'state', w.state, 'minutes', day.minutes)
    order by w.monday), '[]')
  from stage_week w
  cross join lateral (select sum(minutes) as minutes from stage_day where stage_week_id = w.id) day
  where w.enrolment_id = e.id and day.minutes is not null
)`;

export const personOfEnrolment = `json_build_object('id', person.id, 'givenName', person.given_name,
  'usualName', person.usual_name, 'birthDate', person.birth_date)`;

/** Half-days that feed a block, as a plan's proof counts them: not cancelled, exam ones where the programme says so. */
export const feeds = `h.state <> 'cancelled' and h.block_id is not null
  and (h.kind = 'teaching' or p.exam_days_count_as_training)`;

/**
 * One row, so one instant of the database: a cohort with the facts of its trainees, or of one enrolment ($2). A half-day
 * is passed when it ended by $3, local, and for a state that ends the path ($4) not after its day. $5: unpublished
 * results too.
 */
export const cohortStatement: Statement = {
  name: "progress_of_cohort",
  text: `
    with fed as (
      select h.block_id, h.day, h.ends_at <= $3::timestamp as is_passed
      from half_day h join cohort c on c.id = h.cohort_id join programme p on p.id = c.programme_id
      where h.cohort_id = $1 and ${feeds}
    )
    select c.id as "cohortId", c.name as "cohortName", c.capacity, c.ends_on::text as "endsOn",
      p.placement_minutes as "placementMinutes", p.half_day_minutes as "halfDayMinutes",
      (
        select coalesce(json_agg(json_build_object('code', b.code, 'title', b.title, 'shortTitle', b.short_title,
          'plannedHalfDays', (select count(*) from fed where fed.block_id = b.id)) order by pb.position), '[]')
        from programme_block pb join competency_block b on b.id = pb.block_id
        where pb.programme_id = p.id
      ) as blocks,
      (
        select coalesce(json_agg(json_build_object('code', code, 'shortTitle', short_title) order by position), '[]')
        from competency_block
        where title_version_id = p.title_version_id
      ) as ccps,
      (
        select coalesce(json_agg(ends_at order by ends_at), '[]')
        from (
          select max(ends_at) as ends_at
          from half_day
          where cohort_id = c.id and session_id is not null and state <> 'cancelled'
          group by session_id
        ) session
      ) as "sessionEnds",
      (
        select coalesce(json_agg(distinct day), '[]')
        from half_day
        where cohort_id = c.id and kind = 'exam' and state <> 'cancelled'
      ) as "examDays",
      (
        select coalesce(json_agg(json_build_object(
          'enrolmentId', e.id, 'person', ${personOfEnrolment},
          'route', e.route, 'state', e.state, 'stateSince', e.state_since, 'placement', e.placement,
          'blocks', (
            select coalesce(json_agg(json_build_object(
              'prescribedMinutes', coalesce(eb.prescribed_minutes, 0),
              'passedHalfDays', (
                select count(*)
                from fed
                where fed.block_id = pb.block_id and fed.is_passed
                  and (fed.day <= e.state_since or e.state <> all ($4::enrolment_state[]))
              )) order by pb.position), '[]')
            from programme_block pb
            left join enrolment_block eb on eb.enrolment_id = e.id and eb.block_id = pb.block_id
            where pb.programme_id = p.id
          ),
          'weeks', ${weeksOfEnrolment},
          'results', (
            select coalesce(json_agg(json_build_object('blockCode', b.code, 'obtained', r.obtained,
              'reason', r.reason, 'decidedOn', r.decided_on) order by r.decided_on, r.id), '[]')
            from ccp_result r left join competency_block b on b.id = r.block_id
            where r.person_id = e.person_id and r.title_version_id = p.title_version_id
              and r.annulled_on is null and (r.published_on is not null or $5::boolean)
          ))), '[]')
        from enrolment e join person on person.id = e.person_id
        where e.cohort_id = c.id and case when $2::uuid is null then e.state <> 'cancelled' else e.id = $2 end
      ) as trainees
    from cohort c join programme p on p.id = c.programme_id
    where c.id = $1`,
};

/** The states after which nothing is to come. */
export const endedStates = enrolmentStates.filter((state) => legalMoves(state).length === 0);

/** The facts of a cohort the caller may see, cancelled enrolments apart; else 404. */
export async function factsOfCohort(ctx: Ctx, cohortId: string): Promise<CohortFacts> {
  const where = { AND: [{ id: cohortId }, visibleCohorts(ctx.actor)] };
  const visible = await ctx.db.cohort.findFirst({ where, select: { id: true } });
  if (visible === null) throw notFound();
  return readFacts(ctx, cohortId, null);
}

/** The facts of one enrolment the caller may see, in its cohort's; else 404. */
export async function factsOfEnrolment(ctx: Ctx, enrolmentId: string): Promise<CohortFacts> {
  const where = { AND: [{ id: enrolmentId }, visibleEnrolments(ctx.actor)] };
  const visible = await ctx.db.enrolment.findFirst({ where, select: { cohortId: true } });
  if (visible === null) throw notFound();
  return readFacts(ctx, visible.cohortId, enrolmentId);
}

/** The statement's parameters: for all of a cohort, or one enrolment of it. */
export function cohortValues({ now, actor }: Pick<Ctx, "now" | "actor">, cohortId: string, enrolmentId: string | null) {
  return [cohortId, enrolmentId, localTimeOf(now), endedStates, seesEverything(actor)];
}

async function readFacts(ctx: Ctx, cohortId: string, enrolmentId: string | null): Promise<CohortFacts> {
  const [facts] = await rowsOf<CohortFacts>(ctx, cohortStatement, cohortValues(ctx, cohortId, enrolmentId));
  if (facts === undefined) throw notFound();
  return facts;
}
