import type { Role, Scope } from "@passerelle/contracts/roles";
import type { FastifyRequest } from "fastify";
import type pg from "pg";
import { type Actor, anonymous } from "../core/actor.ts";
import { ApiError } from "../core/api-error.ts";
import { hashOf } from "../core/tokens.ts";

export const signInCookie = "passerelle";

interface CallerRow {
  id: string;
  kind: "sign_in" | "api_key";
  name: string | null;
  scopes: Scope[];
  user_id: string | null;
  roles: Role[] | null;
}

/** One prepared statement on the shared pool: every request pays for it. */
const callerStatement = {
  name: "caller",
  text: `
    with used as (
      update access_token set last_used_on = $3
      where hash = $1 and last_used_on is distinct from $3::date
    )
    select t.id, t.kind, t.name, t.scopes, t.user_id, u.roles::text[] as roles
    from access_token t left join user_account u on u.id = t.user_id
    where t.hash = $1 and t.kind in ('sign_in', 'api_key') and t.revoked_at is null
      and (t.expires_at is null or t.expires_at > $2)
      and u.deactivated_at is null`,
};

/**
 * Who is calling, from `Authorization: Bearer` or the sign-in cookie. A wrong key is refused (401); a cookie that no
 * longer holds leaves the caller anonymous, so that public operations still answer.
 */
export async function identify(
  request: FastifyRequest,
  pool: pg.Pool,
  now: Temporal.Instant,
  today: string,
): Promise<Actor> {
  const header = request.headers.authorization;
  const bearer = header === undefined ? undefined : /^Bearer ([\w.~+/=-]{1,200})$/i.exec(header)?.[1];
  if (header !== undefined && bearer === undefined) throw keyRefused();
  const secret = bearer ?? request.cookies[signInCookie];
  if (secret === undefined || secret.length > 200) return anonymous;
  const values = [hashOf(secret), new Date(now.epochMilliseconds), today];
  const { rows } = await pool.query<CallerRow>({ ...callerStatement, values });
  const caller = actorOf(rows[0], bearer === undefined ? "sign_in" : "api_key");
  if (caller === null && bearer !== undefined) throw keyRefused();
  return caller ?? anonymous;
}

function actorOf(row: CallerRow | undefined, kind: CallerRow["kind"]): Actor | null {
  if (row === undefined || row.kind !== kind) return null;
  if (row.kind === "api_key") return { kind: "key", keyId: row.id, name: row.name ?? "", scopes: row.scopes };
  if (row.user_id === null) return null;
  return { kind: "person", tokenId: row.id, userId: row.user_id, roles: row.roles ?? [] };
}

function keyRefused(): ApiError {
  return new ApiError("sign_in_required", {
    detail: {
      fr: "Cette clé d’API est inconnue, expirée ou révoquée. Envoyez « Authorization: Bearer <clé> ».",
      en: "This API key is unknown, expired or revoked. Send “Authorization: Bearer <key>”.",
    },
  });
}
