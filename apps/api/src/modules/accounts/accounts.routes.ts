import * as account from "@passerelle/contracts/account";
import type { Me } from "@passerelle/contracts/account";
import type { FastifyReply } from "fastify";
import type { Ctx } from "../../core/ctx.ts";
import { mount } from "../../http/mount.ts";
import { presentMe } from "./accounts.present.ts";
import { readUser } from "./accounts.queries.ts";
import { confirmPasswordReset } from "./confirm-password-reset.ts";
import { requestPasswordReset } from "./request-password-reset.ts";
import { forgetSignIn, keepSignIn } from "./sign-in-cookie.ts";
import { signIn } from "./sign-in.ts";
import { signOut, signOutEverywhere } from "./sign-out.ts";

export const accountRoutes = [
  mount(account.signInCreate, async (ctx, { body }, reply) => {
    const { me, secret } = await signIn(ctx, body);
    keepSignIn(ctx, reply, secret);
    return me;
  }),
  mount(account.signInEnd, async (ctx, _input, reply) => forget(reply, await signOut(ctx))),
  mount(account.signInEndAll, async (ctx, _input, reply) => forget(reply, await signOutEverywhere(ctx))),
  mount(account.meRead, readMe),
  mount(account.passwordResetRequest, (ctx, { body }) => requestPasswordReset(ctx, body)),
  mount(account.passwordResetConfirm, (ctx, { body }) => confirmPasswordReset(ctx, body)),
];

function forget(reply: FastifyReply, _done: void): undefined {
  forgetSignIn(reply);
}

async function readMe(ctx: Ctx): Promise<Me> {
  const { actor } = ctx;
  if (actor.kind === "person") return presentMe(await readUser(ctx, actor.userId));
  if (actor.kind === "key") return { kind: "key", keyId: actor.keyId, name: actor.name, scopes: [...actor.scopes] };
  throw new Error("the gate lets only people and keys through");
}
