import { meRead, type Me } from "@passerelle/contracts/account";
import { useSuspenseQuery } from "@tanstack/react-query";
import { q } from "../api/query.ts";
import { paths } from "../paths.ts";

/** Thrown where a signed-in person's roles do not lead. */
export class Forbidden extends Error {}

export type SignedInPerson = Extract<Me, { kind: "person" }>;

/** The areas in the order one arrives in them, each with its first page and the roles it is for. */
const areas = [
  { key: "admin", to: paths.workList(), roles: ["admin", "referent"] },
  { key: "trainer", to: paths.myHalfDays(), roles: ["trainer"] },
  { key: "trainee", to: paths.myPath(), roles: ["trainee"] },
] as const;
export type Area = (typeof areas)[number]["key"];

export function hasArea(me: Me, area: Area): boolean {
  return areasOf(me).some(({ key }) => key === area);
}

/** The areas somebody's roles open, where they arrive first. */
export function areasOf(me: Me) {
  return areas.filter(({ roles }) => me.kind === "person" && roles.some((role) => me.roles.includes(role)));
}

/** The areas to offer a way to, from one of them. */
export function otherAreas(me: Me, here: Area) {
  return areasOf(me).filter(({ key }) => key !== here);
}

/** The signed-in person; pages that use it stand behind a route that checked there is one. */
export function usePerson(): SignedInPerson {
  const { data } = useSuspenseQuery(q(meRead, {}));
  if (data.kind !== "person") throw new Forbidden();
  return data;
}
