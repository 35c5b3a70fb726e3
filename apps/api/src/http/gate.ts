import type { Contract } from "@passerelle/contracts/http";
import type { Scope } from "@passerelle/contracts/roles";
import type { FastifyRequest } from "fastify";
import type { Actor } from "../core/actor.ts";
import { ApiError } from "../core/api-error.ts";

/** The first layer of authorization: does this kind of caller use this operation at all (401, then 403)? */
export function checkAccess(contract: Contract, actor: Actor): void {
  const { access } = contract;
  if (access.kind === "public") return;
  if (actor.kind === "anonymous") {
    throw new ApiError("sign_in_required", {
      detail: {
        fr: "Connectez-vous, ou envoyez une clé d’API.",
        en: "Sign in, or send an API key.",
      },
    });
  }
  if (access.kind === "signed-in") return;
  if (actor.kind === "person" && !actor.roles.some((role) => access.roles.includes(role))) {
    throw new ApiError("not_allowed", {
      detail: {
        fr: `Réservé à ces rôles : ${access.roles.join(", ")}.`,
        en: `Only for these roles: ${access.roles.join(", ")}.`,
      },
      facts: { roles: access.roles },
    });
  }
  if (actor.kind === "key" && !keyAllows(actor.scopes, access.scope)) throw scopeMissing(access.scope);
}

function keyAllows(held: readonly Scope[], needed: Scope | null): boolean {
  if (needed === null) return false;
  const writing = needed.replace(":read", ":write");
  return held.some((scope) => scope === "*" || scope === needed || scope === writing);
}

function scopeMissing(scope: Scope | null): ApiError {
  if (scope === null) {
    return new ApiError("not_allowed", {
      detail: { fr: "Jamais par clé d’API : connectez-vous.", en: "Never by API key: sign in." },
    });
  }
  return new ApiError("not_allowed", {
    detail: { fr: `Il manque à la clé la portée « ${scope} ».`, en: `The key lacks the scope “${scope}”.` },
    facts: { scope },
  });
}

/**
 * A write that rides on a cookie must come from our own pages. Browsers say where a request comes from (`Origin`, or
 * `Sec-Fetch-Site`); a client that says neither is no browser, and carries no one's cookies by accident.
 */
export function checkOrigin(request: FastifyRequest, publicUrl: string): void {
  if (request.method === "GET" || request.method === "HEAD" || request.headers.authorization !== undefined) return;
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  const ours =
    origin === undefined
      ? site === undefined || site === "same-origin" || site === "none"
      : origin === new URL(publicUrl).origin || hostOf(origin) === request.headers.host;
  if (!ours) throw new ApiError("origin_refused");
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
