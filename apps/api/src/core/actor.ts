import type { Role, Scope } from "@passerelle/contracts/roles";

/** Who acts: a person signed in, an API key, or Passerelle itself (command line, demo data). */
export type Actor =
  | { readonly kind: "anonymous" }
  | { readonly kind: "person"; readonly tokenId: string; readonly userId: string; readonly roles: readonly Role[] }
  | { readonly kind: "key"; readonly keyId: string; readonly name: string; readonly scopes: readonly Scope[] }
  | { readonly kind: "system" };

export const anonymous: Actor = { kind: "anonymous" };
export const system: Actor = { kind: "system" };

/** The identifier an event names; null for Passerelle itself. */
export function actorId(actor: Actor): string | null {
  if (actor.kind === "person") return actor.userId;
  return actor.kind === "key" ? actor.keyId : null;
}

/** Whether the actor holds one of the roles; a key or Passerelle itself stands in for any (its scopes were checked at the gate). */
export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  if (actor.kind === "person") return actor.roles.some((role) => roles.includes(role));
  return actor.kind !== "anonymous";
}

/** Whether the actor sees every row of the provider. */
export function seesEverything(actor: Actor): boolean {
  return hasRole(actor, "admin", "referent");
}
