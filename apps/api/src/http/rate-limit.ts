import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { actorId } from "../core/actor.ts";
import { ApiError } from "../core/api-error.ts";

export interface RateLimit {
  /** Requests a minute for one person or key. */
  readonly perMinute: number;
  /** For one address that says not who it is. */
  readonly anonymousPerMinute: number;
}

/** Counts requests by person or key, else by address, and says how many are left (`RateLimit`, `RateLimit-Policy`). */
export async function limitRate(app: FastifyInstance, limit: RateLimit): Promise<void> {
  await app.register(rateLimit, { global: false });
  const check = app.createRateLimit({
    timeWindow: 60_000,
    max: (request) => (request.actor.kind === "anonymous" ? limit.anonymousPerMinute : limit.perMinute),
    keyGenerator: ({ actor, ip }) => (actor.kind === "anonymous" ? ip : `${actor.kind}:${actorId(actor)}`),
  });
  app.addHook("onRequest", async (request, reply) => {
    if (!request.url.startsWith("/api/v1/")) return;
    const counted = await check(request);
    if (counted.isAllowed) return;
    reply.header("ratelimit-policy", `"default";q=${counted.max};w=60`);
    reply.header("ratelimit", `"default";r=${Math.max(0, counted.remaining)};t=${counted.ttlInSeconds}`);
    if (counted.isExceeded) throw new ApiError("rate_limited", { retryAfterSeconds: counted.ttlInSeconds });
  });
}
