import type { Role } from "@passerelle/contracts/roles";
import { ApiError } from "../../core/api-error.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import { nowColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import type { Text } from "../../core/text.ts";
import { transaction } from "../../core/transaction.ts";
import { createStaff, type Staff } from "../people/create-staff.ts";
import { foldEmail } from "./accounts.queries.ts";
import { hashPassword } from "./passwords.ts";

/** Whose account it is: somebody new, by their names, or somebody known. */
export type NewUser = (Staff | { readonly personId: string }) & {
  readonly email: string;
  readonly roles: readonly Role[];
  /** Without one, the person chooses it by an invitation or by « mot de passe oublié ». */
  readonly password?: string | undefined;
};

/** Makes a person's way to sign in, and the person if need be; 409 when the address or the person has an account. */
export async function createUser(ctx: Ctx, user: NewUser): Promise<{ userId: string }> {
  const email = foldEmail(user.email);
  const passwordHash = user.password === undefined ? null : await hashPassword(user.password);
  try {
    return await transaction(ctx, async (ctx) => {
      const personId = "personId" in user ? user.personId : await createStaff(ctx, user);
      const { id: userId } = await ctx.db.user.create({
        data: { email, passwordHash, roles: [...user.roles], personId, timetableSeenAt: nowColumn(ctx) },
        select: { id: true },
      });
      await append(ctx, { type: "user.created", entityId: userId, to: { roles: user.roles } });
      return { userId };
    });
  } catch (error) {
    throw refusalOf(error, email) ?? error;
  }
}

function refusalOf(error: unknown, email: string): ApiError | null {
  switch (violatedConstraint(error)) {
    case "user_account_email_key":
      return alreadyExists("/email", {
        fr: `L’adresse ${email} a déjà un compte.`,
        en: `The address ${email} already has an account.`,
      });
    case "user_account_person_id_key":
      return alreadyExists("/person/personId", {
        fr: "Cette personne a déjà un compte.",
        en: "This person already has an account.",
      });
    default:
      return null;
  }
}

function alreadyExists(pointer: string, detail: Text): ApiError {
  return new ApiError("already_exists", { detail, errors: [{ pointer, code: "already_exists", detail }] });
}
