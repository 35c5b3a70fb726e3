import type { Person } from "@passerelle/contracts/people";

/** An invitation as the form holds it: both ways to say whose it is stay filled while one switches between them. */
export interface InvitationValues extends Record<string, unknown> {
  readonly person: {
    readonly kind: string;
    readonly personId: string;
    readonly givenName: string;
    readonly usualName: string;
  };
  readonly email: string;
  readonly roles: string[];
}

/** Somebody already here is most often invited as a trainee; staff come by their names. */
export function emptyInvitation(person: Pick<Person, "id" | "email"> | undefined): InvitationValues {
  return {
    person: { kind: person === undefined ? "new" : "known", personId: person?.id ?? "", givenName: "", usualName: "" },
    email: person?.email ?? "",
    roles: person === undefined ? [] : ["trainee"],
  };
}

/** What is sent of it, roles apart. */
export function invitationOf({ person, email }: InvitationValues) {
  const { kind, personId, givenName, usualName } = person;
  return {
    email: email.trim(),
    person: kind === "known" ? ({ kind, personId } as const) : ({ kind: "new", givenName, usualName } as const),
  };
}
