import type { Problem } from "@passerelle/contracts/common";
import { type ErrorCode, errors } from "@passerelle/contracts/errors";
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { ApiError, notFound, spokenFault } from "../core/api-error.ts";
import type { Locale, Text } from "../core/text.ts";
import { localeOf } from "./locale.ts";

/** Fastify's own refusals, by their code, in our catalogue. */
const fastifyCodes: Record<string, ErrorCode> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "body_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "media_type_unsupported",
  FST_ERR_CTP_INVALID_JSON_BODY: "request_invalid",
  FST_ERR_CTP_EMPTY_JSON_BODY: "request_invalid",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "request_invalid",
};

const fastifyDetails: Partial<Record<ErrorCode, Text>> = {
  request_invalid: { fr: "Le contenu envoyé n’est pas du JSON valide.", en: "The content sent is not valid JSON." },
  media_type_unsupported: {
    fr: "Le format annoncé par l’en-tête content-type n’est pas accepté ici : envoyez du JSON, avec application/json.",
    en: "The format that the header content-type names is not accepted here: send JSON, with application/json.",
  },
};

/** Every failure leaves as RFC 9457 `application/problem+json`, in French or English. */
export function problems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => sendProblem(request, reply, asApiError(error, request)));
}

/** What Fastify refuses before any hook: an address that is no address, or a part of it too long to be anything of ours. */
export function sendUnreadable(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  sendNotFound(request, reply.headers({ "x-content-type-options": "nosniff", "x-request-id": request.id }));
}

/** An address where nothing is, when no web app answers for it. */
export function sendNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(request, reply, notFound());
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: ApiError): FastifyReply {
  if (error.retryAfterSeconds !== undefined) reply.header("retry-after", String(error.retryAfterSeconds));
  if (error.status === 401) reply.header("www-authenticate", 'Bearer realm="passerelle"');
  return reply
    .code(error.status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("cache-control", "no-store")
    .serializer((body: Problem) => JSON.stringify(body))
    .send(problemOf(error, localeOf(request.headers["accept-language"]), request.id));
}

function problemOf(error: ApiError, locale: Locale, requestId: string): Problem {
  return {
    type: `/api/docs/errors#${error.code}`,
    title: errors[error.code][locale],
    status: error.status,
    detail: error.detail[locale],
    code: error.code,
    requestId,
    ...(error.errors.length > 0 && {
      errors: error.errors.map((fault) => spokenFault(fault, locale)),
    }),
    ...(error.facts && { facts: error.facts }),
  };
}

function asApiError(error: Error & { code?: string; statusCode?: number }, request: FastifyRequest): ApiError {
  if (error instanceof ApiError) return error;
  const known = fastifyCodes[error.code ?? ""];
  if (known) return new ApiError(known, known in fastifyDetails ? { detail: fastifyDetails[known] } : {});
  if (error.statusCode === 400) return new ApiError("request_invalid");
  if (isDatabaseAway(error)) {
    request.log.error({ err: error }, "the database is out of reach");
    return new ApiError("unavailable", { retryAfterSeconds: 5 });
  }
  request.log.error({ err: error }, "unexpected error");
  return new ApiError("internal", {
    detail: {
      fr: `Quelque chose a échoué de notre côté, rien n’a été enregistré. Référence : ${request.id}.`,
      en: `Something failed on our side, nothing was stored. Reference: ${request.id}.`,
    },
  });
}

/** Refused or lost connections, a database starting or stopping (class 57P), no free connection in time. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const text = [
    error.message,
    "code" in error ? String(error.code) : "",
    JSON.stringify("meta" in error ? error.meta : ""),
  ];
  const away =
    /ECONNREFUSED|ECONNRESET|EPIPE|ENOENT.*\.s\.PGSQL|57P0\d|P1001|P1002|P1008|P1017|P2024|Connection terminated|timeout exceeded when trying to connect|DatabaseNotReachable|ConnectionClosed/;
  return away.test(text.join(" ")) || (error.cause !== undefined && isDatabaseAway(error.cause));
}
