import { problem } from "@passerelle/contracts/common";
import { errors } from "@passerelle/contracts/errors";
import { type Contract, errorsOf } from "@passerelle/contracts/http";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Ctx } from "../core/ctx.ts";
import { ApiError } from "../core/api-error.ts";
import { checkAccess, checkOrigin } from "./gate.ts";
import { etag, ifMatchOf } from "./conditional.ts";
import { decode } from "./decode.ts";
import { repetitionOf } from "./idempotency.ts";
import type { Mounted } from "./mount.ts";
import type { Services } from "./services.ts";

const base = "/api/v1";
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
  const input = decode(contract, request, ctx.locale);
  if (contract.body !== undefined && request.body === undefined) throw new ApiError("request_invalid");
  const encode = (value: unknown): unknown =>
    contract.response === undefined ? undefined : z.encode(contract.response, value as never); // as: typed by mount()
  const repetition = await repetitionOf(contract, request, ctx.actor, services.database.prisma, ctx.now, encode);
  if (repetition?.kind === "again") {
    reply.header("idempotency-replayed", "true");
    return send(contract, reply, repetition.body);
  }
  const keeper = repetition?.keeper ?? null;
  try {
    const result = await handle({ ...ctx, answer: keeper }, { ...input, ifMatch: ifMatchOf(request.headers["if-match"]) } as never, reply); // as: decoded by this contract
    if (keeper !== null && !keeper.kept) await keeper.keep(services.database.prisma, result);
    return await send(contract, reply, encode(result));
  } catch (error) {
    await keeper?.release().catch(() => undefined); // the first error is the one to tell
    throw error;
  }
}

function send(contract: Contract, reply: FastifyReply, body: unknown): FastifyReply {
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

const problemResponse = {
  description: "",
  content: { "application/problem+json": { schema: problem } },
};

function documentation(contract: Contract): Record<string, unknown> {
  const codes = errorsOf(contract);
  const statuses = [...new Set(codes.map((code) => errors[code].status))].toSorted((a, b) => a - b);
  const failures = statuses.map((status) => {
    const here = codes.filter((code) => errors[code].status === status);
    return [status, { ...problemResponse, description: here.map((code) => `\`${code}\`: ${errors[code].en}`).join("; ") }];
  });
  const success =
    contract.response === undefined
      ? { description: "Done", type: "null" }
      : { description: "Done", content: { "application/json": { schema: contract.response } } };
  return {
    operationId: contract.operationId,
    tags: [contract.tag],
    summary: contract.summary,
    ...(contract.description && { description: contract.description }),
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: contract.query }),
    ...(contract.body && { body: contract.body }),
    headers: headersOf(contract),
    response: Object.fromEntries([[contract.status, success], ...failures]) as unknown,
    security: contract.access.kind === "public" ? [] : securityOf(contract),
  };
}

function headersOf(contract: Contract): z.ZodObject | undefined {
  const headers: Record<string, z.ZodType> = {};
  const writes = contract.method !== "GET";
  if (writes && contract.version === "required") headers["if-match"] = z.string().describe("The ETag read before");
  if (writes && contract.version === "accepted") headers["if-match"] = z.string().optional();
  if (contract.method === "POST" && contract.access.kind !== "public") {
    headers["idempotency-key"] = z.string().max(200).optional().describe("The same key and body answer the same, once");
  }
  return Object.keys(headers).length === 0 ? undefined : z.object(headers);
}

function securityOf(contract: Contract): Record<string, string[]>[] {
  const neverByKey = contract.access.kind === "roles" && contract.access.scope === null;
  return neverByKey ? [{ signIn: [] }] : [{ signIn: [] }, { apiKey: [] }];
}
