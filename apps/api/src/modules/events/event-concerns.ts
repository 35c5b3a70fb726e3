import { Prisma } from "../../generated/prisma/client.ts";

// The other way round than `concernedSql`: from people and things to their events, so that a search need not look up
// whom each of all events concerns. A test asks that both ways agree.

/** The identifiers that the events of these people, cohorts, rooms … carry: their own, and those of what is theirs. */
export function concernedWith(things: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    with thing as materialized (${things}),
      path as materialized (
        select id from enrolment where person_id in (select id from thing) or cohort_id in (select id from thing)
      ),
      teaching as materialized (select id from trainer where person_id in (select id from thing))
    select id from thing
    union all select id from path
    union all select id from teaching
    union all select id from stage_week where enrolment_id in (select id from path)
    union all select id from ccp_result where enrolment_id in (select id from path)
    union all select id from user_account where person_id in (select id from thing)
    union all select entity_id from event where entity = 'unavailability' and type = 'unavailability.declared'
      and (data -> 'to' ->> 'trainerId' in (select id::text from teaching)
        or data -> 'to' ->> 'roomId' in (select id::text from thing))
    union all select id from calendar_feed where person_id in (select id from thing)
      or cohort_id in (select id from thing) or room_id in (select id from thing)`;
}

/** Whether an event `e` carries an identifier of the table; parts of a plan say whose they are beside their own. */
export function concerns(table: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(e.entity_id in (select id from ${table})
    or (e.entity in ('session', 'half-day') and e.data -> 'to' ->> 'cohortId' in (select id::text from ${table})))`;
}
