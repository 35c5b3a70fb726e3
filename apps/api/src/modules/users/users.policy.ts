import type { Ability } from "@passerelle/contracts/common";
import type { UserState } from "@passerelle/contracts/states";
import { allowed, denied } from "../../core/ability.ts";
import { type Actor, hasRole } from "../../core/actor.ts";
import type { Text } from "../../core/text.ts";

interface UserFacts {
  readonly state: UserState;
  readonly isLastAdmin: boolean;
}

export function canManageUsers(actor: Actor): Ability {
  return hasRole(actor, "admin") ? allowed : denied("not_allowed");
}

/** Somebody must be left who can let people in. */
export function canDeactivate(actor: Actor, { state, isLastAdmin }: UserFacts): Ability {
  const manage = canManageUsers(actor);
  if (!manage.allowed) return manage;
  if (state === "deactivated") return denied("illegal_move");
  return isLastAdmin ? denied("last_admin") : allowed;
}

export function canReactivate(actor: Actor, { state }: UserFacts): Ability {
  const manage = canManageUsers(actor);
  if (!manage.allowed) return manage;
  return state === "deactivated" ? allowed : denied("illegal_move");
}

/** Another invitation: while no password is chosen. */
export function canInviteAgain(actor: Actor, { state }: UserFacts): Ability {
  const manage = canManageUsers(actor);
  if (!manage.allowed) return manage;
  return state === "invited" ? allowed : denied("illegal_move");
}

export const whyLastAdmin: Text = {
  fr: "C’est le dernier compte d’administration actif. Donnez d’abord ce rôle à quelqu’un d’autre.",
  en: "This is the last active administrator. Give somebody else the role first.",
};
export const whyDeactivated: Text = { fr: "Ce compte est déjà désactivé.", en: "This account is already deactivated." };
export const whyNotDeactivated: Text = {
  fr: "Ce compte n’est pas désactivé : il n’y a rien à réactiver.",
  en: "This account is not deactivated: there is nothing to reactivate.",
};
export const whyNotInvited: Text = {
  fr: "Seul un compte actif dont le mot de passe n’est pas encore choisi peut être invité à nouveau.",
  en: "Only an open account whose password is not chosen yet can be invited again.",
};
