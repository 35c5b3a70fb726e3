import type { Ctx } from "@passerelle/api/core/ctx";
import { createCohort } from "@passerelle/api/modules/cohorts/create-cohort";
import { adoptPlan } from "@passerelle/api/modules/plans/adopt-plan";
import { proposePlan } from "@passerelle/api/modules/plans/propose-plan";
import { importReference } from "@passerelle/api/modules/programmes/import-reference";
import { publishPlan } from "@passerelle/api/modules/publications/publish-plan";
import type pg from "pg";
import reference from "../../prisma/reference/msads.json" with { type: "json" };

/** The cohort of the training's own page, its plan published: 76 half-days. */
export async function makeCohort(ctx: Ctx): Promise<string> {
  const { programmes } = await importReference(ctx, reference, false);
  const programmeId = programmes.find(({ code }) => code === "MSADS-2017")?.id ?? "";
  const { id, version } = await createCohort(ctx, {
    programmeId,
    code: "BENCH",
    name: "Promotion 2017-2018",
    registrationOpensOn: "2017-01-01",
    registrationClosesOn: "2017-04-30",
    startsOn: "2017-05-16",
    endsOn: "2018-03-31",
    capacity: 24,
  });
  const { plan } = await proposePlan(ctx, id, { skipMonths: ["2017-08"], closures: [] });
  const { planVersion } = await adoptPlan(ctx, id, plan, version);
  await publishPlan(ctx, id, {}, planVersion);
  return id;
}

/** Trainees with thirty weeks of four or five days each, most validated, and the result of a first certificate. */
export function addTrainees(client: pg.Client, cohortId: string, count: number): Promise<void> {
  return withoutTriggers(client, async () => {
    await client.query(enrol, [cohortId, count]);
    await client.query(addWeeks, [cohortId, 30]);
    await client.query(addResults, [cohortId]);
  });
}

/** Copies of the cohort, each with a dozen trainees and fifteen weeks of theirs. */
export function addOtherCohorts(client: pg.Client, cohortId: string, count: number): Promise<void> {
  return withoutTriggers(client, async () => {
    await client.query(copyCohort, [cohortId, count]);
    await client.query(copyPlan, [cohortId]);
    const { rows } = await client.query<{ id: string }>("select id from cohort where id <> $1", [cohortId]);
    for (const { id } of rows) {
      await client.query(enrol, [id, 12]);
      await client.query(addWeeks, [id, 15]);
      await client.query(addResults, [id]);
    }
  });
}

/**
 * In bulk: what triggers would check row by row holds by construction. Planning needs to know what came in, and what is
 * still to be written must not be written while we measure.
 */
async function withoutTriggers(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  await work();
  await client.query("commit");
  await client.query("vacuum analyze");
  await client.query("checkpoint");
}

const enrol = {
  name: "enrol",
  text: `
  with entrant as (
    insert into person (given_name, usual_name, name_key)
    select 'Amel', 'Exemple ' || number, 'exemple ' || number || '|amel' from generate_series(1, $2::int) number
    returning id
  ), entered as (
    insert into enrolment (person_id, cohort_id, route, state, state_since, placement)
    select id, $1, 'fpc', 'in_training', '2017-05-16', 'required' from entrant
    returning id
  )
  insert into enrolment_block (enrolment_id, block_id, prescribed_minutes)
  select entered.id, pb.block_id, pb.minutes
  from entered cross join cohort c join programme_block pb on pb.programme_id = c.programme_id
  where c.id = $1`,
};

/** Weeks from 22 May 2017; the last three are confirmed, submitted and a draft. */
const addWeeks = {
  name: "add_weeks",
  text: `
  with logged as (
    insert into stage_week (enrolment_id, monday, state, submitted_at, validated_at)
    select e.id, week.monday, week.state::stage_week_state, case when week.state <> 'draft' then week.monday + 6 end,
      case when week.state = 'validated' then week.monday + 8 end
    from enrolment e
    cross join lateral (
      select date '2017-05-22' + 7 * number as monday,
        coalesce((array['draft', 'submitted', 'confirmed'])[$2::int - number], 'validated') as state
      from generate_series(0, $2::int - 1) number
    ) week
    where e.cohort_id = $1
    returning id, monday
  )
  insert into stage_day (stage_week_id, day, minutes)
  select id, monday + number, 120 + 15 * number
  from logged cross join generate_series(0, 4) number
  where number < 4 or extract(week from monday)::int % 2 = 0`,
};

const addResults = {
  name: "add_results",
  text: `
  insert into ccp_result (person_id, enrolment_id, title_version_id, block_id, obtained, reason, decided_on)
  select e.person_id, e.id, b.title_version_id, b.id, true, 'Diagnostic solide', '2017-12-01'
  from enrolment e
  join cohort c on c.id = e.cohort_id
  join programme p on p.id = c.programme_id
  join competency_block b on b.title_version_id = p.title_version_id and b.position = 1
  where e.cohort_id = $1`,
};

const copyCohort = `
  insert into cohort (code, programme_id, name, registration_opens_on, registration_closes_on, starts_on, ends_on, capacity)
  select code || number, programme_id, name || ' ' || number, registration_opens_on, registration_closes_on, starts_on,
    ends_on, capacity
  from cohort cross join generate_series(1, $2::int) number
  where id = $1`;

const copyPlan = `
  with copied as (
    insert into session (cohort_id)
    select c.id from cohort c cross join generate_series(1, 9)
    where c.id <> $1
    returning id, cohort_id
  ), session_of as (
    select id, cohort_id, row_number() over (partition by cohort_id order by id) as number from copied
  ), half_day_of as (
    select h.*, case when kind = 'teaching' then dense_rank() over (partition by kind order by date_trunc('month', day)) end as number
    from half_day h
    where cohort_id = $1
  )
  insert into half_day (cohort_id, session_id, kind, day, slot, starts_at, ends_at, block_id)
  select c.id, s.id, h.kind, h.day, h.slot, h.starts_at, h.ends_at, h.block_id
  from cohort c cross join half_day_of h
  left join session_of s on s.cohort_id = c.id and s.number = h.number
  where c.id <> $1`;

/** Six trainers who teach everything and four rooms; the cohort's half-days have the first of each. */
export async function addResources(
  client: pg.Client,
  cohortId: string,
): Promise<{ trainers: string[]; rooms: string[] }> {
  const ids = async (text: string, values: unknown[] = []) =>
    (await client.query<{ id: string }>(text, values)).rows.map(({ id }) => id);
  const [site] = await ids("insert into site (name, address_lines) values ('Site', '{}') returning id");
  const rooms = await ids(addRooms, [site, 4]);
  const trainers = await ids(addTrainers, [6]);
  await client.query("update half_day set trainer_id = $2, room_id = $3 where cohort_id = $1", [
    cohortId,
    trainers[0],
    rooms[0],
  ]);
  return { trainers, rooms };
}

/**
 * Copies of the cohort until so many half-days are stored: four cohorts share a trainer and a room, a week apart, the
 * first of them the cohort's own.
 */
export function addCrowd(client: pg.Client, cohortId: string, halfDays: number): Promise<void> {
  return withoutTriggers(client, async () => {
    const { rows } = await client.query<{ count: number }>("select count(*)::int as count from half_day");
    const copies = Math.ceil(halfDays / (rows[0]?.count ?? 1)) - 1;
    const shared = Math.ceil((copies + 1) / 4) - 1;
    const elsewhere = await client.query<{ id: string }>(
      "insert into site (name, address_lines) values ('Ailleurs', '{}') returning id",
    );
    await client.query(addRooms, [elsewhere.rows[0]?.id, shared]);
    await client.query(addTrainers, [shared]);
    await client.query(copyCohort, [cohortId, copies]);
    await client.query(copyPlan, [cohortId]);
    await client.query(spreadCrowd, [cohortId]);
  });
}

const addRooms = `
  insert into room (site_id, name, capacity, equipment, accessible)
  select $1, 'Salle ' || number, 30, '{}', true from generate_series(1, $2::int) number
  returning id`;

const addTrainers = `
  with entrant as (
    insert into person (given_name, usual_name, name_key)
    select 'Dominique', 'Exemple ' || number, 'exemple ' || number || '|dominique' from generate_series(1, $1::int) number
    returning id
  ), trainer as (
    insert into trainer (person_id) select id from entrant returning id
  ), teaches as (
    insert into trainer_competency (trainer_id, competency_id) select trainer.id, competency.id from trainer cross join competency
  )
  select id from trainer`;

/** The nth copy is n modulo 4 weeks later; each four have a trainer and a room, the first the cohort's own. */
const spreadCrowd = `
  with place as (
    select id, (row_number() over (order by id <> $1, id) - 1)::int as number from cohort
  ), ranked_trainer as (
    select id, row_number() over (order by id in (select trainer_id from half_day where cohort_id = $1) desc, id desc) - 1 as rank from trainer
  ), ranked_room as (
    select id, row_number() over (order by id in (select room_id from half_day where cohort_id = $1) desc, id desc) - 1 as rank from room
  )
  update half_day set trainer_id = t.id, room_id = r.id, day = day + 7 * (place.number % 4),
    starts_at = starts_at + (place.number % 4) * interval '1 week', ends_at = ends_at + (place.number % 4) * interval '1 week'
  from place
  join ranked_trainer t on t.rank = place.number / 4
  join ranked_room r on r.rank = place.number / 4
  where half_day.cohort_id = place.id and place.id <> $1`;
