import { problem } from "@passerelle/contracts/common";
import { errors } from "@passerelle/contracts/errors";
import { type Contract, errorsOf, takesIdempotencyKey } from "@passerelle/contracts/http";
import { z } from "zod";

/** Where the API lives. */
export const base = "/api/v1";

const problemResponse = {
  description: "",
  content: { "application/problem+json": { schema: problem } },
};

const unchanged = {
  description: "The caller has this very file: `If-None-Match`",
  content: { "application/json": { schema: z.undefined() } }, // taken out again by polish(): 304 has no content
};

/** What Fastify and the OpenAPI document are told of an operation. */
export function documentation(contract: Contract): Record<string, unknown> {
  const codes = errorsOf(contract);
  const statuses = [...new Set(codes.map((code) => errors[code].status))].toSorted((a, b) => a - b);
  const failures = statuses.map((status) => {
    const here = codes.filter((code) => errors[code].status === status);
    return [
      status,
      { ...problemResponse, description: here.map((code) => `\`${code}\`: ${errors[code].en}`).join("; ") },
    ];
  });
  const success = { description: "Done", content: contentOf(contract) };
  return {
    operationId: contract.operationId,
    tags: [contract.tag],
    summary: contract.summary,
    ...(contract.description && { description: contract.description }),
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: contract.query }),
    ...(contract.body && { body: contract.body }),
    ...headersOf(contract),
    response: Object.fromEntries([
      [contract.status, success],
      ...(contract.produces === undefined ? [] : [[304, unchanged]]),
      ...failures,
    ]) as unknown,
    security: contract.access.kind === "public" ? [] : securityOf(contract),
  };
}

function contentOf({ produces, response }: Contract): Record<string, { schema: z.ZodType }> {
  if (produces !== undefined) return { [produces]: { schema: z.string().meta({ format: "binary" }) } };
  return { "application/json": { schema: response ?? z.undefined() } };
}

function headersOf(contract: Contract): { headers?: z.ZodObject } {
  const headers: Record<string, z.ZodType> = {};
  const writes = contract.method !== "GET";
  if (writes && contract.version === "required") headers["if-match"] = z.string().describe("The ETag read before");
  if (writes && contract.version === "accepted") headers["if-match"] = z.string().optional();
  if (contract.produces !== undefined) headers["if-none-match"] = z.string().optional().describe("The ETag held");
  if (takesIdempotencyKey(contract)) {
    headers["idempotency-key"] = z.string().max(200).optional().describe("The same key and body answer the same, once");
  }
  return Object.keys(headers).length === 0 ? {} : { headers: z.object(headers) };
}

function securityOf(contract: Contract): Record<string, string[]>[] {
  const neverByKey = contract.access.kind === "roles" && contract.access.scope === null;
  return neverByKey ? [{ signIn: [] }] : [{ signIn: [] }, { apiKey: [] }];
}
