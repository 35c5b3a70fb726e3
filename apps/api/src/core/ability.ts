import type { Ability } from "@passerelle/contracts/common";
import type { ErrorCode } from "@passerelle/contracts/errors";
import { ApiError } from "./api-error.ts";
import type { Text } from "./text.ts";

export const allowed: Ability = { allowed: true };

/** Not allowed, with the error the caller would get. */
export function denied(code: ErrorCode): Ability {
  return { allowed: false, code };
}

/** Throws the ability's error; `why` says in words what the state forbids. */
export function authorize(ability: Ability, why?: Text): void {
  if (ability.allowed) return;
  throw new ApiError(ability.code as ErrorCode, why === undefined ? {} : { detail: why }); // as: denied() put it there
}
