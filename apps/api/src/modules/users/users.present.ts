import type { UserState } from "@passerelle/contracts/states";
import type { User } from "@passerelle/contracts/users";
import type { Ctx } from "../../core/ctx.ts";
import { nowColumn } from "../../core/civil-day.ts";
import { presentPersonSummary } from "../people/people.present.ts";
import { canDeactivate, canInviteAgain, canManageUsers, canReactivate } from "./users.policy.ts";
import { lastAdminId, type UserRow } from "./users.queries.ts";

/** The account as its contract shows it, with what the caller may do. */
export async function presentUser(ctx: Ctx, row: UserRow): Promise<User> {
  return userOf(ctx, row, await lastAdminId(ctx));
}

/** The same when the last administrator, if there is only one, is at hand. */
export function userOf(ctx: Ctx, row: UserRow, lastAdmin: string | null): User {
  const { actor } = ctx;
  const state = stateOf(row);
  const facts = { state, isLastAdmin: row.id === lastAdmin };
  return {
    id: row.id,
    person: presentPersonSummary(row.person),
    email: row.email,
    roles: row.roles,
    state,
    invitedUntil: state === "invited" ? openUntil(ctx, row) : null,
    version: row.version,
    can: {
      changeRoles: canManageUsers(actor),
      deactivate: canDeactivate(actor, facts),
      reactivate: canReactivate(actor, facts),
      invite: canInviteAgain(actor, facts),
    },
  };
}

export function stateOf({ deactivatedAt, passwordHash }: UserRow): UserState {
  if (deactivatedAt !== null) return "deactivated";
  return passwordHash === null ? "invited" : "active";
}

/** Null until the letter with the link has left, and once the link has expired. */
function openUntil(ctx: Ctx, { tokens }: UserRow): Date | null {
  const until = tokens[0]?.expiresAt ?? null;
  return until !== null && until > nowColumn(ctx) ? until : null;
}
