import { createHash, randomBytes } from "node:crypto";
import type { FileAnswer, FileType } from "@passerelle/contracts/http";
import type { FastifyReply } from "fastify";

/** The same facts may make other bytes once another version of Passerelle has started. */
const start = randomBytes(16);

/**
 * Sends a file, or 304 when the caller has it. Kept by the caller alone, and asked for again each time: it may hold what
 * only they may see.
 */
export function sendFile(produces: FileType, reply: FastifyReply, answer: FileAnswer): FastifyReply {
  const { name, type } = answer;
  const tag = `"${tagOf(answer)}"`;
  reply.header("etag", tag).header("cache-control", "private, no-cache");
  if (holds(reply.request.headers["if-none-match"], tag)) return reply.code(304).send();
  return reply
    .header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(produces === "text/calendar" ? "text/calendar; charset=utf-8" : (type ?? produces))
    .send(Buffer.from(bytesOf(answer)));
}

function tagOf(answer: FileAnswer): string {
  const hash = createHash("sha256");
  if (answer.madeOf === undefined) return hash.update(bytesOf(answer)).digest("base64url");
  return hash.update(start).update(JSON.stringify(answer.madeOf)).digest("base64url");
}

function bytesOf({ bytes }: FileAnswer): Uint8Array {
  return typeof bytes === "function" ? bytes() : bytes;
}

/** Whether `If-None-Match` names this tag: a proxy that compressed the file has made it weak. */
function holds(header: string | undefined, tag: string): boolean {
  return (header ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === tag || each.trim() === "*");
}
