import { enrolmentState, placementNeed } from "@passerelle/contracts/enrolments";
import { personSummary } from "@passerelle/contracts/people";
import { addMonths, civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import { z } from "zod";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import { endedStates, feeds, personOfEnrolment, stageWeekFacts, weeksOfEnrolment } from "./progress.queries.ts";

/** As many of a kind as a work list names. */
export const atMost = 100;

export const weeksWaiting = z.strictObject({
  cohortId: z.uuid(),
  cohortName: z.string(),
  count: z.int(),
  minutes: z.int(),
  oldestSubmittedAt: z.date(),
});
export type WeeksWaiting = z.infer<typeof weeksWaiting>;

/** Weeks that wait for the referent, by cohort, the one that waits longest first. */
const weeksStatement: Statement = {
  name: "work_list_weeks",
  text: `
    select c.id as "cohortId", c.name as "cohortName", count(*)::int as count,
      coalesce(sum(day.minutes), 0)::int as minutes, min(w.submitted_at) as "oldestSubmittedAt"
    from stage_week w
    join enrolment e on e.id = w.enrolment_id
    join cohort c on c.id = e.cohort_id
    cross join lateral (select sum(d.minutes) as minutes from stage_day d where d.stage_week_id = w.id) day
    where w.state in ('submitted', 'confirmed')
    group by c.id
    order by min(w.submitted_at), c.name, c.id`,
};

export const placementInProgress = z.strictObject({
  enrolmentId: z.uuid(),
  cohortId: z.uuid(),
  cohortName: z.string(),
  person: personSummary.strict(),
  state: enrolmentState,
  placement: placementNeed,
  weeks: z.array(stageWeekFacts),
  placementMinutes: z.int(),
  endsOn: z.iso.date(),
  firstExamDay: z.iso.date().nullable(),
});
export type PlacementInProgress = z.infer<typeof placementInProgress>;

/** Placements due of the cohorts that run on $1, those whose path ended ($2) apart. */
const placementsStatement: Statement = {
  name: "work_list_placements",
  text: `
    select e.id as "enrolmentId", c.id as "cohortId", c.name as "cohortName", ${personOfEnrolment} as person,
      e.state, e.placement, ${weeksOfEnrolment} as weeks, p.placement_minutes as "placementMinutes",
      c.ends_on::text as "endsOn",
      (
        select min(h.day)::text
        from half_day h
        where h.cohort_id = c.id and h.kind = 'exam' and h.state <> 'cancelled'
      ) as "firstExamDay"
    from cohort c
    join programme p on p.id = c.programme_id
    join enrolment e on e.cohort_id = c.id
    join person on person.id = e.person_id
    where c.cancelled_reason is null and c.starts_on <= $1 and c.ends_on >= $1
      and e.placement = 'required' and e.state <> all ($2::enrolment_state[])`,
};

export const unsoundPlan = z.strictObject({
  cohortId: z.uuid(),
  cohortName: z.string(),
  startsOn: z.iso.date(),
  dueMinutes: z.int(),
  plannedMinutes: z.int(),
  problem: z.enum(["no_plan", "gap", "surplus"]),
});
export type UnsoundPlan = z.infer<typeof unsoundPlan>;

/**
 * Cohorts not over on $1 that start by $2 and where a block has not its hours (R4), the first to start first. A gap or
 * surplus adopted with its reason is settled; having no half-day never is (domain §4).
 */
const plansStatement: Statement = {
  name: "work_list_plans",
  text: `
    select c.id as "cohortId", c.name as "cohortName", c.starts_on::text as "startsOn",
      sum(pb.minutes)::int as "dueMinutes", sum(planned.minutes)::int as "plannedMinutes",
      case
        when not exists (select from half_day h where h.cohort_id = c.id and h.state <> 'cancelled') then 'no_plan'
        when bool_or(planned.minutes < pb.minutes) then 'gap'
        else 'surplus'
      end as problem
    from cohort c
    join programme p on p.id = c.programme_id
    join programme_block pb on pb.programme_id = p.id
    cross join lateral (
      select count(*) * p.half_day_minutes as minutes
      from half_day h
      where h.cohort_id = c.id and h.block_id = pb.block_id and ${feeds}
    ) planned
    where c.cancelled_reason is null and c.ends_on >= $1 and c.starts_on <= $2
    group by c.id
    having bool_or(planned.minutes <> pb.minutes) and (
      c.gap_reason is null
      or not exists (select from half_day h where h.cohort_id = c.id and h.state <> 'cancelled')
    )
    order by c.starts_on, c.name, c.id
    limit $3`,
};

export const draftToPublish = z.strictObject({
  cohortId: z.uuid(),
  cohortName: z.string(),
  changes: z.int(),
  since: z.date(),
});
export type DraftToPublish = z.infer<typeof draftToPublish>;

/** Plans with a draft, the one that waits longest first. */
const draftsStatement: Statement = {
  name: "work_list_drafts",
  text: `
    select c.id as "cohortId", c.name as "cohortName", count(*)::int as changes, min(event.recorded_at) as since
    from plan_change change
    join cohort c on c.id = change.cohort_id
    join event on event.id = change.event_id
    where change.state = 'drafted'
    group by c.id
    order by min(event.recorded_at), c.name, c.id
    limit $1`,
};

const monthsAhead = 12;

export function listWeeksWaiting(ctx: Ctx): Promise<WeeksWaiting[]> {
  return rowsOf(ctx, weeksStatement, []);
}

export function listPlacementsInProgress(ctx: Ctx): Promise<PlacementInProgress[]> {
  return rowsOf(ctx, placementsStatement, [today(ctx), endedStates]);
}

export function listUnsoundPlans(ctx: Ctx): Promise<UnsoundPlan[]> {
  const inAYear = civilDayAt(addMonths(dayNumberOf(today(ctx)), monthsAhead));
  return rowsOf(ctx, plansStatement, [today(ctx), inAYear, atMost]);
}

export function listDraftsToPublish(ctx: Ctx): Promise<DraftToPublish[]> {
  return rowsOf(ctx, draftsStatement, [atMost]);
}
