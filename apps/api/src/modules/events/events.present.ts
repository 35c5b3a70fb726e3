import { type Event, type EventThing, kindOfEvent } from "@passerelle/contracts/events";
import type { Locale } from "../../core/text.ts";
import type { EventRow } from "./event-rows.ts";
import { eventText, isKnown } from "./event-texts.ts";

/** The event as its contract shows it. */
export function presentEvent(locale: Locale, row: EventRow): Event {
  const { id, type, entity, entityId, effectiveOn, recordedAt, data, requestId } = row;
  return {
    id,
    type,
    kind: isKnown(type) ? kindOfEvent[type] : null,
    entity,
    entityId,
    effectiveOn,
    recordedAt,
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorKind === "system" ? "Passerelle" : row.actorName },
    data: { from: data.from ?? null, to: data.to ?? null },
    requestId,
    about: thingsIn(row),
    detail: eventText(row)[locale],
  };
}

/** The nearest first: somebody's enrolment, then their cohort. */
function thingsIn(row: EventRow): EventThing[] {
  const isPersonAlone = row.enrolmentId === null && row.trainerId === null;
  return [
    thing("enrolment", row.enrolmentId, row.personName),
    thing("trainer", row.trainerId, row.personName),
    thing("person", isPersonAlone ? row.personId : null, row.personName),
    thing("room", row.roomId, row.roomName),
    thing("site", row.siteId, row.siteName),
    thing("programme", row.programmeId, row.programmeName),
    thing("cohort", row.cohortId, row.cohortName),
  ].filter((each) => each !== null);
}

function thing(kind: EventThing["kind"], id: string | null, name: string | null): EventThing | null {
  return id === null || name === null ? null : { kind, id, name };
}
