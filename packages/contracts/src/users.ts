import { z } from "zod";
import { me, newPassword } from "./account.ts";
import { ability, email, id, instant, line, page, paging, personName } from "./common.ts";
import { everyone, only, route } from "./http.ts";
import { personSummary } from "./people.ts";
import { role } from "./roles.ts";
import { userState } from "./states.ts";

export const user = z
  .object({
    id,
    person: personSummary,
    email,
    roles: z.array(role),
    state: userState,
    invitedUntil: instant.nullable().describe("When the open invitation expires"),
    version: z.int(),
    can: z.object({ changeRoles: ability, deactivate: ability, reactivate: ability, invite: ability }),
  })
  .meta({ id: "User" });
export type User = z.infer<typeof user>;

const someRoles = z
  .array(role)
  .min(1)
  .max(5)
  .refine((held) => new Set(held).size === held.length);

const canRead = only(["admin", "referent"], null);
const canWrite = only(["admin"], null);
const params = z.strictObject({ userId: id });

export const userList = route({
  method: "GET",
  path: "/users",
  operationId: "userList",
  tag: "users",
  summary: "Accounts by name",
  access: canRead,
  query: z.strictObject({
    ...paging,
    search: line(100).optional().describe("Part of a name or address"),
    role: role.optional(),
    state: userState.optional(),
  }),
  status: 200,
  response: page(user, "UserPage"),
  errors: [],
});

export const userInvite = route({
  method: "POST",
  path: "/users",
  operationId: "userInvite",
  tag: "users",
  summary: "Invite somebody: a new person by name, or one already known",
  description: "Mails a link, valid 14 days and once, to choose a password.",
  access: canWrite,
  body: z.strictObject({
    email,
    roles: someRoles,
    person: z.discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("known"), personId: id }),
      z.strictObject({ kind: z.literal("new"), givenName: personName, usualName: personName }),
    ]),
  }),
  example: {
    email: "sacha@exemple.test",
    roles: ["trainer"],
    person: { kind: "new", givenName: "Sacha", usualName: "Exemple" },
  },
  status: 201,
  response: user,
  version: "tagged",
  errors: ["already_exists", "person_invalid"],
});

export const userRead = route({
  method: "GET",
  path: "/users/:userId",
  operationId: "userRead",
  tag: "users",
  summary: "One account",
  access: canRead,
  params,
  status: 200,
  response: user,
  version: "tagged",
  errors: [],
});

export const userChangeRoles = route({
  method: "PUT",
  path: "/users/:userId/roles",
  operationId: "userChangeRoles",
  tag: "users",
  summary: "Give and take roles",
  description: "Ends the open sign-ins of the account. One active administrator is always left.",
  access: canWrite,
  params,
  body: z.strictObject({ roles: someRoles }),
  example: { roles: ["referent", "trainer"] },
  status: 200,
  response: user,
  version: "accepted",
  errors: ["last_admin"],
});

export const userDeactivate = route({
  method: "POST",
  path: "/users/:userId/deactivate",
  operationId: "userDeactivate",
  tag: "users",
  summary: "Close an account's way in; what its person did stays",
  access: canWrite,
  params,
  status: 200,
  response: user,
  version: "accepted",
  errors: ["illegal_move", "last_admin"],
});

export const userReactivate = route({
  method: "POST",
  path: "/users/:userId/reactivate",
  operationId: "userReactivate",
  tag: "users",
  summary: "Open an account's way in again",
  access: canWrite,
  params,
  status: 200,
  response: user,
  version: "accepted",
  errors: ["illegal_move"],
});

export const userInviteAgain = route({
  method: "POST",
  path: "/users/:userId/invite",
  operationId: "userInviteAgain",
  tag: "users",
  summary: "Mail a new invitation; the link sent before no longer works",
  access: canWrite,
  params,
  status: 202,
  response: user,
  version: "accepted",
  errors: ["illegal_move"],
});

export const invitationAccept = route({
  method: "POST",
  path: "/invitations/accept",
  operationId: "invitationAccept",
  tag: "account",
  summary: "Choose the first password with the invitation's token, and be signed in",
  access: everyone,
  body: z.strictObject({ token: line(200), password: newPassword }),
  example: { token: "the-token-of-the-link", password: "a long sentence" },
  status: 201,
  response: me,
  errors: ["token_invalid", "password_weak"],
});
