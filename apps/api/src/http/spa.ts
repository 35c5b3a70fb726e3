import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { sendNotFound } from "./problem.ts";

const noncePlace = "__CSP_NONCE__";

/** Serves the built web app: its files for ever (their names change with them), its page for every other address. */
export async function spa(app: FastifyInstance, webRoot: string): Promise<void> {
  const page = await readFile(join(webRoot, "index.html"), "utf8");
  await app.register(fastifyStatic, {
    root: join(webRoot, "assets"),
    prefix: "/assets/",
    immutable: true,
    maxAge: "365d",
    decorateReply: false,
    schemaHide: true,
  });
  const servePage = (_request: FastifyRequest, reply: FastifyReply) => sendPage(reply, page);
  app.get("/", { schema: { hide: true } }, servePage);
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && !/^\/(api|assets)(\/|$)/.test(request.url);
    return wantsPage ? servePage(request, reply) : sendNotFound(request, reply);
  });
}

/** The page with a fresh style nonce, which the Content-Security-Policy of the same answer allows. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString("base64");
  const policy = String(reply.getHeader("content-security-policy"));
  return reply
    .header("content-security-policy", policy.replace("style-src 'self'", `style-src 'self' 'nonce-${nonce}'`))
    .header("cache-control", "no-cache")
    .type("text/html; charset=utf-8")
    .send(page.replaceAll(noncePlace, nonce));
}
