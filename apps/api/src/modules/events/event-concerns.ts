import { Prisma } from "../../generated/prisma/client.ts";

// The other way round than `concernedSql`: from people and things to their events, so that a search need not look up
// whom each of all events concerns. A test asks that both ways agree.

/** The identifiers that the events of these people, cohorts, rooms … carry: their own, and those of what is theirs. */
export function concernedWith(things: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with thing as materialized (${things}),
      path as materialized (
        select id from enrolment where person_id in (select id from thing) or cohort_id in (select id from thing)
      )
    select id from thing
    union all select id from path
    union all select id from stage_week where enrolment_id in (select id from path)
    union all select id from ccp_result where enrolment_id in (select id from path)
    union all select id from user_account where person_id in (select id from thing)
    union all select id from trainer where person_id in (select id from thing)
    union all select away.id from unavailability away left join trainer on trainer.id = away.trainer_id
      where trainer.person_id in (select id from thing) or away.room_id in (select id from thing)
    union all select id from calendar_feed where person_id in (select id from thing)
      or cohort_id in (select id from thing) or room_id in (select id from thing)`;
}

/** Whether an event `e` carries an identifier of the table; what has none of its own, or is gone, keeps whose it was. */
export function concerns(table: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(e.entity_id in (select id from ${table}) or case
    when e.entity in ('session', 'half-day') then e.data -> 'to' ->> 'cohortId'
    when e.entity = 'unavailability' then coalesce(e.data -> 'to' ->> 'trainerId', e.data -> 'from' ->> 'trainerId',
      e.data -> 'to' ->> 'roomId', e.data -> 'from' ->> 'roomId')
    end in (select id::text from ${table}))`;
}
