import * as users from "@passerelle/contracts/users";
import { mount } from "../../http/mount.ts";
import { pageOf } from "../../http/paging.ts";
import { keepSignIn } from "../accounts/sign-in-cookie.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { changeRoles } from "./change-roles.ts";
import { deactivateUser } from "./deactivate-user.ts";
import { inviteUserAgain } from "./invite-user-again.ts";
import { inviteUser } from "./invite-user.ts";
import { reactivateUser } from "./reactivate-user.ts";
import { presentUser, userOf } from "./users.present.ts";
import { findUser, lastAdminId, listUsers, placeAfter } from "./users.queries.ts";

export const userRoutes = [
  mount(users.userList, async (ctx, { query }) => {
    const lastAdmin = await lastAdminId(ctx);
    return pageOf(await listUsers(ctx, query), query.limit, placeAfter, (row) => userOf(ctx, row, lastAdmin));
  }),
  mount(users.userInvite, (ctx, { body }) => inviteUser(ctx, body)),
  mount(users.userRead, async (ctx, { params }) => presentUser(ctx, await findUser(ctx, params.userId))),
  mount(users.userChangeRoles, (ctx, { params, body, ifMatch }) =>
    changeRoles(ctx, params.userId, body.roles, ifMatch),
  ),
  mount(users.userDeactivate, (ctx, { params, ifMatch }) => deactivateUser(ctx, params.userId, ifMatch)),
  mount(users.userReactivate, (ctx, { params, ifMatch }) => reactivateUser(ctx, params.userId, ifMatch)),
  mount(users.userInviteAgain, (ctx, { params, ifMatch }) => inviteUserAgain(ctx, params.userId, ifMatch)),
  mount(users.invitationAccept, async (ctx, { body }, reply) => {
    const { me, secret } = await acceptInvitation(ctx, body);
    keepSignIn(ctx, reply, secret);
    return me;
  }),
];
