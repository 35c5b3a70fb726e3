import type { Role } from "@passerelle/contracts/roles";
import { ApiError } from "../../core/api-error.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { foldEmail } from "./accounts.queries.ts";
import { hashPassword } from "./passwords.ts";

export interface NewUser {
  readonly email: string;
  readonly givenName: string;
  readonly usualName: string;
  readonly roles: readonly Role[];
  /** Without one, the person chooses it by « mot de passe oublié ». */
  readonly password?: string | undefined;
}

/** Makes a person and their way to sign in; 409 when the address has an account. */
export async function createUser(ctx: Ctx, user: NewUser): Promise<{ userId: string }> {
  const email = foldEmail(user.email);
  const passwordHash = user.password === undefined ? null : await hashPassword(user.password);
  try {
    return await transaction(ctx, async (ctx) => {
      const { id: userId } = await ctx.db.user.create({
        data: {
          email,
          passwordHash,
          roles: [...user.roles],
          person: { create: { givenName: user.givenName, usualName: user.usualName } },
        },
        select: { id: true },
      });
      await append(ctx, { type: "user.created", entityId: userId, to: { roles: user.roles } });
      return { userId };
    });
  } catch (error) {
    if (violatedConstraint(error) !== "user_account_email_key") throw error;
    throw new ApiError("already_exists", {
      detail: { fr: `L’adresse ${email} a déjà un compte.`, en: `The address ${email} already has an account.` },
    });
  }
}
