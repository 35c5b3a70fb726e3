import { createHash } from "node:crypto";
import { type Contract, takesIdempotencyKey } from "@passerelle/contracts/http";
import type { FastifyRequest } from "fastify";
import type { Prisma, PrismaClient } from "../generated/prisma/client.ts";
import { type Actor, actorId } from "../core/actor.ts";
import { ApiError } from "../core/api-error.ts";
import type { AnswerKeeper } from "../core/ctx.ts";
import type { Db } from "../core/db.ts";

const keptHours = 24;
/** Longer than any transaction may last: a request still unfinished after that died with its process. */
const abandonedSeconds = 60;

/** A request that may be repeated: either its first answer, or the keeper of the one about to be made. */
export type Repetition =
  | { readonly kind: "first"; readonly keeper: Keeper }
  | { readonly kind: "again"; readonly status: number; readonly body: unknown };

export interface Keeper extends AnswerKeeper {
  /** Forgets the request, so that it can be tried again. */
  release(): Promise<void>;
  readonly kept: boolean;
}

/**
 * Claims an `Idempotency-Key`, or finds the first answer to it. The answer is kept in the transaction that made it, so
 * a repeated request never acts twice, even when the process died in between.
 */
export async function repetitionOf(
  contract: Contract,
  request: FastifyRequest,
  actor: Actor,
  client: PrismaClient,
  now: Temporal.Instant,
  encode: (answer: unknown) => unknown,
): Promise<Repetition | null> {
  const key = request.headers["idempotency-key"];
  if (key === undefined || !takesIdempotencyKey(contract)) return null;
  if (typeof key !== "string" || !/^[\x21-\x7e]{1,200}$/.test(key)) throw keyInvalid();
  const caller = `${actor.kind}:${actorId(actor)}`;
  const requestHash = hashOf(contract, request);
  const claimed = await claim(client, { caller, key, requestHash, now });
  if (claimed)
    return { kind: "first", keeper: keeperOf(client, contract, { caller, key, startedAt: nowOf(now) }, encode) };
  const first = await client.idempotencyKey.findUnique({ where: { caller_key: { caller, key } } });
  if (first === null) throw running(0);
  if (!Buffer.from(first.requestHash).equals(requestHash)) throw new ApiError("idempotency_reused", { detail: reused });
  if (first.status === null) throw running((now.epochMilliseconds - first.startedAt.getTime()) / 1000);
  return { kind: "again", status: first.status, body: first.body };
}

interface Claim {
  caller: string;
  key: string;
  requestHash: Uint8Array;
  now: Temporal.Instant;
}

async function claim(client: PrismaClient, { caller, key, requestHash, now }: Claim): Promise<boolean> {
  const at = nowOf(now);
  const expired = new Date(now.epochMilliseconds - keptHours * 3_600_000);
  const abandoned = new Date(now.epochMilliseconds - abandonedSeconds * 1_000);
  await client.idempotencyKey.deleteMany({ where: { startedAt: { lt: expired } } });
  const rows = await client.$queryRaw<unknown[]>`
    insert into idempotency_key (caller, key, request_hash, started_at)
    values (${caller}, ${key}, ${requestHash}, ${at})
    on conflict (caller, key) do update set started_at = excluded.started_at
      where idempotency_key.status is null and idempotency_key.started_at < ${abandoned}
        and idempotency_key.request_hash = excluded.request_hash
    returning 1`;
  return rows.length === 1;
}

function keeperOf(
  client: PrismaClient,
  contract: Contract,
  claim: { caller: string; key: string; startedAt: Date },
  encode: (answer: unknown) => unknown,
): Keeper {
  let kept = false;
  return {
    get kept() {
      return kept;
    },
    async keep(db: Db, answer: unknown) {
      const { count } = await db.idempotencyKey.updateMany({
        where: { ...claim, status: null },
        data: { status: contract.status, body: (encode(answer) ?? null) as Prisma.InputJsonValue }, // as: encoded JSON
      });
      if (count === 0) throw running(0); // taken for abandoned, another request acts in its place
      kept = true;
    },
    async release() {
      await client.idempotencyKey.deleteMany({ where: { ...claim, status: null } });
    },
  };
}

function nowOf(now: Temporal.Instant): Date {
  return new Date(now.epochMilliseconds);
}

function hashOf(contract: Contract, request: FastifyRequest): Buffer {
  const said = JSON.stringify([
    contract.operationId,
    request.url,
    request.headers["if-match"] ?? null,
    request.body ?? null,
  ]);
  return createHash("sha256").update(said).digest();
}

/** Most are done at once; one that has run for long is asked after less and less often, until it counts as abandoned. */
function running(forSeconds: number): ApiError {
  const left = Math.max(1, Math.ceil(abandonedSeconds - forSeconds));
  const retryAfterSeconds = Math.min(left, Math.max(1, Math.floor(forSeconds)));
  return new ApiError("idempotency_running", {
    retryAfterSeconds,
    detail: {
      fr: `La même demande est en cours : renvoyez-la avec la même clé dans ${retryAfterSeconds} s. Si elle s’est interrompue, elle peut être refaite dans ${left} s.`,
      en: `The same request is running: send it again with the same key in ${retryAfterSeconds} s. If it was cut short, it can be made again in ${left} s.`,
    },
  });
}

const reused = {
  fr: "Cette clé a servi à une autre demande (autre adresse, autre contenu ou autre If-Match) : prenez-en une nouvelle.",
  en: "This key was used for another request (another address, content or If-Match): take a new one.",
};

function keyInvalid(): ApiError {
  return new ApiError("request_invalid", {
    errors: [
      {
        pointer: "header/idempotency-key",
        code: "invalid_header",
        detail: {
          fr: "1 à 200 caractères ASCII visibles, par exemple un UUID.",
          en: "1 to 200 visible ASCII characters, such as a UUID.",
        },
      },
    ],
  });
}
