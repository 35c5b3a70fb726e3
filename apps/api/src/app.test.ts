import { contracts } from "@passerelle/contracts/index";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type TestApp } from "../test/client.ts";
import { openapiDocument } from "./http/openapi-document.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test("the document served is the one that is committed", async () => {
  const { body } = await app.app.inject("/api/openapi.json");
  expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(await openapiDocument())));
});

test("every operation is documented, with all its statuses, a summary and a named body", async () => {
  const document = (await openapiDocument()) as { paths: Record<string, Record<string, Operation>> };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
  expect(operations.map(({ operationId }) => operationId).toSorted()).toEqual([...contracts.keys()].toSorted());
  for (const operation of operations) {
    expect(operation.summary).not.toBe("");
    const media = Object.values(operation.requestBody?.content ?? {});
    expect(media.every(({ schema }) => schema.$ref?.startsWith("#/components/schemas/"))).toBe(true);
  }
});

interface Operation {
  operationId: string;
  summary: string;
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
}

test("an unknown address below /api answers a problem document", async () => {
  const answer = await app.app.inject("/api/v1/nothing");
  expect(answer.statusCode).toBe(404);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
});

test.each(["/api/v1/%E0%A4%A", `/api/v1/cohorts/${"a".repeat(500)}`, "/api/v1/../../x"])(
  "the unreadable address %s answers a problem document",
  async (url) => {
    const answer = await app.app.inject({ url });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json()).toMatchObject({ code: "not_found", requestId: answer.headers["x-request-id"] });
  },
);

test("a route that is no contract stops the start", async () => {
  const { createApp } = await import("./app.ts");
  const options = {
    database: app.database,
    clock: () => Temporal.Now.instant(),
    publicUrl: () => "http://localhost",
    logger: false,
  };
  const other = await createApp(options);
  expect(() => other.get("/api/v1/side-door", async () => "open")).toThrow("is no contract");
  await other.close();
});
