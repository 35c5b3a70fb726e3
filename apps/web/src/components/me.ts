import { meRead, type Me } from "@passerelle/contracts/account";
import { useSuspenseQuery } from "@tanstack/react-query";
import { q } from "../api/query.ts";

/** Thrown where a signed-in person's roles do not lead. */
export class Forbidden extends Error {}

export type SignedInPerson = Extract<Me, { kind: "person" }>;

export function hasAdminArea(me: Me): boolean {
  return me.kind === "person" && (me.roles.includes("admin") || me.roles.includes("referent"));
}

export function hasTraineeArea(me: Me): boolean {
  return me.kind === "person" && me.roles.includes("trainee");
}

/** The signed-in person; pages that use it stand behind a route that checked there is one. */
export function usePerson(): SignedInPerson {
  const { data } = useSuspenseQuery(q(meRead, {}));
  if (data.kind !== "person") throw new Forbidden();
  return data;
}
