import type { Ability } from "@passerelle/contracts/common";
import { usePerson } from "../../../components/me.ts";

/**
 * Adding a person, opening an account: there is no row yet to carry `can`, so it is told from the role, as the server
 * will (domain §6).
 */
export function useAdminOnly(): Ability {
  return usePerson().roles.includes("admin") ? { allowed: true } : { allowed: false, code: "not_allowed" };
}
