import { createHash } from "node:crypto";
import type { FileAnswer, FileType } from "@passerelle/contracts/http";
import type { FastifyReply } from "fastify";

/**
 * Sends a file, or 304 when the caller has these very bytes. Kept by the caller alone, and asked for again each time:
 * it may hold what only they may see.
 */
export function sendFile(produces: FileType, reply: FastifyReply, { bytes, name, type }: FileAnswer): FastifyReply {
  const tag = `"${createHash("sha256").update(bytes).digest("base64url")}"`;
  reply.header("etag", tag).header("cache-control", "private, no-cache");
  if (holds(reply.request.headers["if-none-match"], tag)) return reply.code(304).send();
  return reply
    .header("content-disposition", `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
    .type(produces === "text/calendar" ? "text/calendar; charset=utf-8" : (type ?? produces))
    .send(Buffer.from(bytes));
}

/** Whether `If-None-Match` names this tag: a proxy that compressed the file has made it weak. */
function holds(header: string | undefined, tag: string): boolean {
  return (header ?? "").split(",").some((each) => each.trim().replace(/^W\//, "") === tag || each.trim() === "*");
}
