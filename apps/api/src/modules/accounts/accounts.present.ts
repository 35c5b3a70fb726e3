import type { Me } from "@passerelle/contracts/account";
import type { UserRow } from "./accounts.queries.ts";

export function presentMe(user: UserRow): Me {
  return {
    kind: "person",
    userId: user.id,
    email: user.email,
    givenName: user.person.givenName,
    usualName: user.person.usualName,
    roles: user.roles,
    trainerId: user.person.trainer?.id ?? null,
  };
}
