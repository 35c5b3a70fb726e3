import { identityKey, nameKey } from "@passerelle/domain/people/identity";

export interface PersonNames {
  readonly givenName: string;
  readonly usualName: string;
  readonly birthName: string | null;
  readonly birthDate: string | null;
}

/** The columns people are told apart by (A2). Staff without a birth name and date have no identity, only a name. */
export function keysOf({ givenName, usualName, birthName, birthDate }: PersonNames) {
  const isWhole = birthName !== null && birthDate !== null;
  return {
    nameKey: nameKey({ birthName: birthName ?? usualName, givenName }),
    identityKey: isWhole ? identityKey({ birthName, givenName, birthDate }) : null,
  };
}
