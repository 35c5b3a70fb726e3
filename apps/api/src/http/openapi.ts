import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { tags } from "@passerelle/contracts/http";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { polish } from "./openapi-polish.ts";

const description =
  "Sessions, competency blocks, enrolments, stage hours and CCP results of a French vocational title. " +
  "The conventions (errors, versions, repetition, paging) are the same on every operation.";

/** As strict as everywhere; the hash is of the one style that Swagger UI writes into its page. */
const documentationPolicy = [
  "default-src 'self'",
  "style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

const wordmark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 40"><text x="0" y="28" fill="#fff" ' +
  'font-family="system-ui, sans-serif" font-size="24" font-weight="700">Passerelle</text></svg>';

/** Describes every mounted contract as OpenAPI 3.1; the document and its pages are served locally. */
export async function openapi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.1",
      info: {
        title: "Passerelle",
        version: "1.0.0",
        description,
        license: { name: "MIT", identifier: "MIT" },
      },
      servers: [{ url: "/", description: "This installation" }],
      tags: Object.entries(tags).map(([name, text]) => ({ name, description: text })),
      components: {
        securitySchemes: {
          signIn: { type: "apiKey", in: "cookie", name: "passerelle", description: "Set by `signInCreate`" },
          apiKey: { type: "http", scheme: "bearer", description: "An API key" },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => polish(jsonSchemaTransformObject(document)),
  });
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    staticCSP: documentationPolicy,
    uiConfig: { deepLinking: true, validatorUrl: null },
    logo: { type: "image/svg+xml", content: Buffer.from(wordmark), href: "/" },
    theme: { title: "Passerelle — API" },
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply.header("cache-control", "no-cache").send(app.swagger()),
  );
}
