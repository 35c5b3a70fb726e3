import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import { tags } from "@passerelle/contracts/http";
import type { FastifyInstance } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import { polish } from "./openapi-polish.ts";

const description =
  "Sessions, competency blocks, enrolments, stage hours and CCP results of a French vocational title. " +
  "The conventions (errors, versions, repetition, paging) are the same on every operation.";

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
    staticCSP: true,
    uiConfig: { deepLinking: true, validatorUrl: null },
    theme: { title: "Passerelle — API" },
  });
  app.get("/api/openapi.json", { schema: { hide: true } }, async (_request, reply) =>
    reply.header("cache-control", "no-cache").send(app.swagger()),
  );
}
