import type { Me, signInCreate } from "@passerelle/contracts/account";
import type { InputOf } from "@passerelle/contracts/http";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { newSecret } from "../../core/tokens.ts";
import { transaction } from "../../core/transaction.ts";
import { presentMe } from "./accounts.present.ts";
import { findActiveUser, foldEmail, type UserRow } from "./accounts.queries.ts";
import { forgetFailures, takeAttempt } from "./lock-out.ts";
import { isPassword } from "./passwords.ts";

export const signInDays = 30;

export interface SignedIn {
  readonly me: Me;
  /** For the cookie; only its hash is stored. */
  readonly secret: string;
}

/** Opens a sign-in; a wrong address and a wrong password are told apart by nothing, not even time. */
export async function signIn(ctx: Ctx, body: InputOf<typeof signInCreate>["body"]): Promise<SignedIn> {
  const email = foldEmail(body.email);
  await takeAttempt(ctx, email);
  const user = await findActiveUser(ctx, email);
  const matches = await isPassword(user?.passwordHash, body.password);
  if (!matches || user === null) {
    throw new ApiError("credentials_wrong", {
      detail: {
        fr: "L’adresse ou le mot de passe ne correspond pas. Vérifiez les deux, ou choisissez un nouveau mot de passe.",
        en: "The address or the password does not match. Check both, or choose a new password.",
      },
    });
  }
  await forgetFailures(ctx, email);
  return { me: presentMe(user), secret: await openSignIn(ctx, user) };
}

/** Opens a sign-in of an account; the secret is for its cookie. */
export async function openSignIn(ctx: Ctx, user: Pick<UserRow, "id">): Promise<string> {
  const { secret, hash } = newSecret();
  const expiresAt = new Date(ctx.now.epochMilliseconds + signInDays * 86_400_000);
  await transaction(ctx, async (ctx) => {
    await ctx.db.accessToken.create({ data: { kind: "sign_in", hash, userId: user.id, expiresAt } });
    await append(ctx, { type: "user.signed-in", entityId: user.id });
  });
  return secret;
}
