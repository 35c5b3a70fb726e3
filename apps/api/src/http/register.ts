import type { Contract, FileAnswer } from "@passerelle/contracts/http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { ApiError } from "../core/api-error.ts";
import { checkAccess, checkOrigin } from "./gate.ts";
import { etag, ifMatchOf } from "./conditional.ts";
import { decode } from "./decode.ts";
import { base, documentation } from "./documentation.ts";
import { sendFile } from "./files.ts";
import { repetitionOf } from "./idempotency.ts";
import type { Mounted } from "./mount.ts";
import type { Services } from "./services.ts";

const defaultBodyLimit = 256 * 1024;

/** Registers an operation: 401 → 403 → 400 → the handler → its answer, encoded by the contract. */
export function register(app: FastifyInstance, { contract, handle }: Mounted, services: Services): void {
  app.route({
    method: contract.method,
    url: base + contract.path,
    bodyLimit: contract.bodyLimit ?? defaultBodyLimit,
    config: { contract },
    schema: documentation(contract),
    validatorCompiler: () => () => true, // decode() below reports every fault, in the caller's language
    onRequest: async (request) => {
      checkAccess(contract, request.actor);
      checkOrigin(request, services.publicUrl);
    },
    handler: (request, reply) => answer(contract, handle, services, request, reply),
  });
}

async function answer(
  contract: Contract,
  handle: Mounted["handle"],
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const ctx = services.ctxOf(request);
  const input = decode(contract, request);
  if (contract.body !== undefined && request.body === undefined) throw new ApiError("request_invalid");
  const encode = (value: unknown): unknown => {
    if (contract.produces !== undefined) return value;
    return contract.response === undefined ? undefined : z.encode(contract.response, value);
  };
  const repetition = await repetitionOf(contract, request, ctx.actor, services.database.prisma, ctx.now, encode);
  if (repetition?.kind === "again") {
    reply.header("idempotency-replayed", "true");
    return send(contract, reply, repetition.body);
  }
  const keeper = repetition?.keeper ?? null;
  const ifMatch = ifMatchOf(request.headers["if-match"]);
  try {
    const result = await handle({ ...ctx, answer: keeper }, { ...input, ifMatch }, reply);
    if (keeper !== null && !keeper.kept) await keeper.keep(services.database.prisma, result);
    return await send(contract, reply, encode(result));
  } catch (error) {
    await keeper?.release().catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

function send(contract: Contract, reply: FastifyReply, body: unknown): FastifyReply {
  if (contract.produces !== undefined) return sendFile(contract.produces, reply, body as FileAnswer); // as: its handler's type
  reply.code(contract.status).header("cache-control", "no-store");
  if (contract.response === undefined) return reply.send();
  const facts = body as { id?: string; version?: number; planVersion?: number; nextCursor?: string | null }; // as: read with care
  const version = facts.planVersion ?? facts.version;
  if (contract.version !== undefined && version !== undefined) reply.header("etag", etag(version));
  if (contract.status === 201 && facts.id !== undefined) {
    reply.header("location", `${base}${contract.path}/${facts.id}`);
  }
  if (typeof facts.nextCursor === "string") reply.header("link", nextLink(reply.request.url, facts.nextCursor));
  return reply.type("application/json; charset=utf-8").serializer(JSON.stringify).send(body);
}

function nextLink(url: string, cursor: string): string {
  const next = new URL(url, "http://localhost");
  next.searchParams.set("cursor", cursor);
  return `<${next.pathname}${next.search}>; rel="next"`;
}
