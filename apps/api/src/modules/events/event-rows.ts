import { z } from "zod";

/** An event as it is read, with the names that those it concerns have now. */
export const eventRow = z.strictObject({
  id: z.uuid(),
  type: z.string(),
  entity: z.string(),
  entityId: z.uuid().nullable(),
  effectiveOn: z.iso.date(),
  recordedAt: z.date(),
  actorKind: z.enum(["person", "key", "system", "anonymous"]),
  actorId: z.uuid().nullable(),
  actorName: z.string().nullable(),
  data: z.object({ from: z.unknown(), to: z.unknown() }),
  requestId: z.string().nullable(),
  cohortId: z.uuid().nullable(),
  cohortName: z.string().nullable(),
  enrolmentId: z.uuid().nullable(),
  personId: z.uuid().nullable(),
  personName: z.string().nullable(),
  trainerId: z.uuid().nullable(),
  roomId: z.uuid().nullable(),
  roomName: z.string().nullable(),
  siteId: z.uuid().nullable(),
  siteName: z.string().nullable(),
  programmeId: z.uuid().nullable(),
  programmeName: z.string().nullable(),
  editionName: z.string().nullable(),
  /** The Monday of a stage week. */
  monday: z.iso.date().nullable(),
  /** Of a result; null for the final interview. */
  blockCode: z.string().nullable(),
  /** The change of a draft that this one undid, or made again. */
  changeType: z.string().nullable(),
  changeData: z.unknown(),
});
export type EventRow = z.infer<typeof eventRow>;

/** The columns of an `eventRow`, of events `e` with `concernedSql`. */
export const columnsSql = `
  e.id, e.type, e.entity, e.entity_id as "entityId", e.effective_on::text as "effectiveOn",
  e.recorded_at as "recordedAt", e.actor_kind as "actorKind", e.actor_id as "actorId",
  coalesce(author.given_name || ' ' || author.usual_name, api_key.name) as "actorName",
  e.data, e.request_id as "requestId",
  cohort.id as "cohortId", cohort.name as "cohortName", enrolment.id as "enrolmentId",
  person.id as "personId", person.given_name || ' ' || person.usual_name as "personName", trainer.id as "trainerId",
  room.id as "roomId", room.name as "roomName", site.id as "siteId", site.name as "siteName",
  programme.id as "programmeId", programme.name as "programmeName", edition.name as "editionName",
  week.monday::text as "monday", block.code as "blockCode", change.type as "changeType", change.data as "changeData"`;

/**
 * Who acted in an event `e`, and whom and what it concerns, as far as they still exist: each joined by its key. An
 * unavailability withdrawn is gone, but the event that declared it is not.
 */
export const concernedSql = `
  left join user_account author_account on e.actor_kind = 'person' and author_account.id = e.actor_id
  left join person author on author.id = author_account.person_id
  left join access_token api_key on e.actor_kind = 'key' and api_key.id = e.actor_id and api_key.kind = 'api_key'
  left join event change on e.entity = 'plan' and change.id = (e.data -> 'to' ->> 'eventId')::uuid
  left join stage_week week on e.entity = 'stage-week' and week.id = e.entity_id
  left join ccp_result result on e.entity = 'ccp-result' and result.id = e.entity_id
  left join competency_block block on block.id = result.block_id
  left join enrolment on enrolment.id = coalesce(week.enrolment_id, result.enrolment_id,
    case when e.entity = 'enrolment' then e.entity_id end)
  left join user_account account on e.entity = 'user' and account.id = e.entity_id
  left join calendar_feed feed on e.entity = 'calendar-feed' and feed.id = e.entity_id
  left join event away on e.entity = 'unavailability' and away.entity = e.entity and away.entity_id = e.entity_id
    and away.type = 'unavailability.declared'
  left join trainer on trainer.id = case e.entity
    when 'trainer' then e.entity_id
    when 'unavailability' then (away.data -> 'to' ->> 'trainerId')::uuid end
  left join room on room.id = case e.entity
    when 'room' then e.entity_id
    when 'calendar-feed' then feed.room_id
    when 'unavailability' then (away.data -> 'to' ->> 'roomId')::uuid end
  left join cohort on cohort.id = coalesce(enrolment.cohort_id, feed.cohort_id, case
    when e.entity in ('cohort', 'plan') then e.entity_id
    when e.entity in ('session', 'half-day') then (e.data -> 'to' ->> 'cohortId')::uuid end)
  left join person on person.id = coalesce(enrolment.person_id, account.person_id, feed.person_id, trainer.person_id,
    case when e.entity = 'person' then e.entity_id end)
  left join site on e.entity = 'site' and site.id = e.entity_id
  left join programme on e.entity = 'programme' and programme.id = e.entity_id
  left join title_version edition on e.entity = 'title-version' and edition.id = e.entity_id`;
