import type { FastifyInstance } from "fastify";
import { ApiError } from "../core/api-error.ts";
import type { Services } from "./services.ts";

/** `/livez`: the process answers. `/readyz`: it may be sent requests, and its database answers. */
export function health(app: FastifyInstance, services: Services): void {
  let closing = false;
  app.addHook("preClose", async () => {
    closing = true;
  });
  app.addHook("onRequest", async (request) => {
    if (closing && request.url !== "/livez") throw new ApiError("unavailable", { retryAfterSeconds: 5 });
  });
  app.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close"); // or the end waits for connections that wait for a next request
  });
  const hidden = { schema: { hide: true } };
  app.get("/livez", hidden, async () => ({ status: "ok" }));
  app.get("/readyz", hidden, async () => {
    await services.database.pool.query("select 1");
    return { status: "ok" };
  });
}
