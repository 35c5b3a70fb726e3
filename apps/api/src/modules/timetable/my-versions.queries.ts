import { z } from "zod";
import { hasRole } from "../../core/actor.ts";
import type { Ctx } from "../../core/ctx.ts";
import { rowsOf, type Statement } from "../../core/statement.ts";
import { followingStates } from "../publications/trainee-audience.ts";

/** As what versions may concern somebody: by the roles they hold. */
export interface Follower {
  /** Null for who is no trainee. */
  readonly personId: string | null;
  /** Null for who is no trainer. */
  readonly trainerId: string | null;
  /** What is published since is new to them. */
  readonly seenAt: Date;
}

/** The person signed in. */
export async function findFollower({ db, actor }: Ctx): Promise<Follower> {
  if (actor.kind !== "person") throw new Error("the gate lets only people through");
  const { personId, timetableSeenAt, person } = await db.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { personId: true, timetableSeenAt: true, person: { select: { trainer: { select: { id: true } } } } },
  });
  return {
    personId: hasRole(actor, "admin", "referent", "trainee") ? personId : null,
    trainerId: hasRole(actor, "admin", "referent", "trainer") ? (person.trainer?.id ?? null) : null,
    seenAt: timetableSeenAt,
  };
}

/**
 * The versions that may concern a person, $1, since they were enrolled, or a trainer, $2, who teaches or taught a
 * half-day that they revise; $3: the states in which one follows a plan.
 */
const candidates = `
  enrolled as (
    select e.id, e.cohort_id, coalesce((
      select min(recorded_at) from event
      where entity = 'enrolment' and entity_id = e.id and type = 'enrolment.created'
    ), '-infinity') as since
    from enrolment e
    where e.person_id = $1::uuid and e.state = any($3::enrolment_state[])
  ), taught as (
    select half_day_id, sequence from half_day_revision where "row" ->> 'trainerId' = $2
  ), candidate as (
    select v.id from enrolled join plan_version v on v.cohort_id = enrolled.cohort_id and v.published_at >= since
    union
    select v.id from taught
    join half_day_revision r on r.half_day_id = taught.half_day_id and r.sequence in (taught.sequence, taught.sequence + 1)
    join plan_version v on v.cohort_id = r.cohort_id and v.number = r.number
  )`;

/** Somebody's hours by block; null when it is not as a trainee that a version may concern them. */
const prescribed = z.array(z.strictObject({ code: z.string(), minutes: z.int() })).nullable();

/** A version that may concern somebody. */
export const myVersion = z.strictObject({
  id: z.uuid(),
  cohortId: z.uuid(),
  cohortName: z.string(),
  number: z.int(),
  publishedAt: z.date(),
  publishedBy: z.string().nullable(),
  note: z.string().nullable(),
  prescribed,
});
export type MyVersion = z.infer<typeof myVersion>;

/** Where a page of them begins. */
export const versionPlace = z.object({
  // Nothing was published before; a column knows no year 0.
  publishedAt: z.iso.datetime().refine((instant) => instant >= "2000"),
  id: z.uuid(),
});
export type VersionPlace = z.infer<typeof versionPlace>;

const prescribedJson = `
  case when enrolled.id is not null then (
    select coalesce(jsonb_agg(jsonb_build_object('code', block.code, 'minutes', prescribed_minutes)), '[]')
    from enrolment_block join competency_block block on block.id = block_id
    where enrolment_id = enrolled.id
  ) end as prescribed`;

const versionsStatement: Statement = {
  name: "my_timetable_versions",
  text: `
    with ${candidates}
    select v.id, v.cohort_id as "cohortId", c.name as "cohortName", v.number, v.published_at as "publishedAt", v.note,
      p.given_name || ' ' || p.usual_name as "publishedBy", ${prescribedJson}
    from candidate
    join plan_version v on v.id = candidate.id
    join cohort c on c.id = v.cohort_id
    join event on event.id = v.event_id
    left join user_account u on event.actor_kind = 'person' and u.id = event.actor_id
    left join person p on p.id = u.person_id
    left join enrolled on enrolled.cohort_id = v.cohort_id and v.published_at >= since
    where $4::timestamptz is null or (v.published_at, v.id) < ($4::timestamptz, $5::uuid)
    order by v.published_at desc, v.id desc
    limit $6`,
};

/** Versions that may concern somebody, latest first. */
export function myVersions(
  ctx: Ctx,
  { personId, trainerId }: Follower,
  { after, limit }: { readonly after: VersionPlace | null; readonly limit: number },
): Promise<MyVersion[]> {
  const place = [after?.publishedAt ?? null, after?.id ?? null];
  return rowsOf(ctx, versionsStatement, [personId, trainerId, followingStates, ...place, limit]);
}

/** A cohort whose plan has versions that are new to somebody. */
export const myNewPlan = z.strictObject({
  cohortId: z.uuid(),
  /** The version they know, 0 for none, and the latest. */
  known: z.int(),
  latest: z.int(),
  prescribed,
});
export type MyNewPlan = z.infer<typeof myNewPlan>;

const newPlansStatement: Statement = {
  name: "my_timetable_new_plans",
  text: `
    with ${candidates}, fresh as (
      select v.cohort_id, min(v.number) as first
      from candidate join plan_version v on v.id = candidate.id
      where v.published_at > $4
      group by v.cohort_id
    )
    select fresh.cohort_id as "cohortId", fresh.first - 1 as known, (
      select max(number) from plan_version where cohort_id = fresh.cohort_id
    ) as latest, ${prescribedJson}
    from fresh
    left join enrolled on enrolled.cohort_id = fresh.cohort_id
    order by fresh.cohort_id`,
};

/** The plans of which somebody has not seen the latest. */
export function myNewPlans(ctx: Ctx, { personId, trainerId, seenAt }: Follower): Promise<MyNewPlan[]> {
  return rowsOf(ctx, newPlansStatement, [personId, trainerId, followingStates, seenAt]);
}
