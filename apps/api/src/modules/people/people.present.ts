import type { Person, PersonSummary } from "@passerelle/contracts/people";
import type { Person as Row } from "../../generated/prisma/client.ts";
import type { Actor } from "../../core/actor.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { canInvitePerson, canManagePeople } from "./people.policy.ts";
import type { PersonRow } from "./people.queries.ts";

/** Who somebody is, in short. */
export function presentPersonSummary(row: Row): PersonSummary {
  return {
    id: row.id,
    givenName: row.givenName,
    usualName: row.usualName,
    birthDate: row.birthDate && fromColumn(row.birthDate),
  };
}

/** The person as their contract shows them, with what the caller may do. */
export function presentPerson(actor: Actor, row: PersonRow): Person {
  return {
    ...presentPersonSummary(row),
    birthName: row.birthName,
    birthPlace: row.birthPlace,
    email: row.email,
    phone: row.phone,
    postcode: row.postcode,
    city: row.city,
    userId: row.user?.id ?? null,
    version: row.version,
    can: {
      update: canManagePeople(actor),
      invite: canInvitePerson(actor, { hasAccount: row.user !== null }),
    },
  };
}
