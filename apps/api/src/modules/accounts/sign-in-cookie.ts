import type { FastifyReply } from "fastify";
import type { Ctx } from "../../core/ctx.ts";
import { signInCookie } from "../../http/authentication.ts";
import { signInDays } from "./sign-in.ts";

const cookie = { path: "/", httpOnly: true, sameSite: "lax" } as const;

/** Hands the secret of a sign-in to the browser, out of reach of scripts and of other sites. */
export function keepSignIn(ctx: Ctx, reply: FastifyReply, secret: string): void {
  const secure = ctx.publicUrl.startsWith("https:");
  reply.setCookie(signInCookie, secret, { ...cookie, secure, maxAge: signInDays * 86_400 });
}

export function forgetSignIn(reply: FastifyReply): void {
  reply.clearCookie(signInCookie, cookie);
}
