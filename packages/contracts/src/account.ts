import { z } from "zod";
import { email, id, line } from "./common.ts";
import { everyone, route, signedIn } from "./http.ts";
import { role, scope } from "./roles.ts";

export const locale = z.enum(["fr", "en"]).meta({ id: "Locale" });

export const me = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.literal("person"),
      userId: id,
      email,
      givenName: z.string(),
      usualName: z.string(),
      roles: z.array(role),
      trainerId: id.nullable().describe("Their row among the trainers, if they are one"),
    }),
    z.object({ kind: z.literal("key"), keyId: id, name: z.string(), scopes: z.array(scope) }),
  ])
  .meta({ id: "Me" });
export type Me = z.infer<typeof me>;

/** Length is what makes a password strong; anything may be typed. */
export const newPassword = z.string().min(12).max(200).describe("At least 12 characters");

export const signInCreate = route({
  method: "POST",
  path: "/sign-ins",
  operationId: "signInCreate",
  tag: "account",
  summary: "Sign in with an address and a password",
  description: "Sets the sign-in cookie. After repeated failures the address is locked for a while, known or not.",
  access: everyone,
  body: z.strictObject({ email: line(254), password: z.string().min(1).max(200) }),
  example: { email: "camille@exemple.test", password: "a long sentence" },
  status: 201,
  response: me,
  errors: ["credentials_wrong", "too_many_attempts"],
});

export const signInEnd = route({
  method: "DELETE",
  path: "/sign-ins/current",
  operationId: "signInEnd",
  tag: "account",
  summary: "Sign out here",
  access: signedIn,
  status: 204,
  errors: [],
});

export const signInEndAll = route({
  method: "DELETE",
  path: "/sign-ins",
  operationId: "signInEndAll",
  tag: "account",
  summary: "Sign out everywhere",
  access: signedIn,
  status: 204,
  errors: [],
});

export const meRead = route({
  method: "GET",
  path: "/me",
  operationId: "meRead",
  tag: "account",
  summary: "Who is calling, and with which roles or scopes",
  access: signedIn,
  status: 200,
  response: me,
  errors: [],
});

export const passwordResetRequest = route({
  method: "POST",
  path: "/password-resets",
  operationId: "passwordResetRequest",
  tag: "account",
  summary: "Ask for a link to choose a new password",
  description: "Answers the same whether or not the address has an account. The link is valid for one hour, once.",
  access: everyone,
  body: z.strictObject({ email }),
  example: { email: "camille@exemple.test" },
  status: 202,
  errors: [],
});

export const passwordResetConfirm = route({
  method: "POST",
  path: "/password-resets/confirm",
  operationId: "passwordResetConfirm",
  tag: "account",
  summary: "Choose a new password with the link's token",
  description: "Ends every open sign-in of the account.",
  access: everyone,
  body: z.strictObject({ token: line(200), password: newPassword }),
  example: { token: "the-token-of-the-link", password: "another long sentence" },
  status: 204,
  errors: ["token_invalid", "password_weak"],
});
