import { once } from "node:events";
import type { Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { startApp } from "../../test/client.ts";
import { createApiKey } from "../modules/api-keys/create-api-key.ts";

test("while it closes, requests under way are finished and others are sent elsewhere", async () => {
  const { app, ctx, database, close } = await startApp();
  const address = await app.listen({ port: 0, host: "127.0.0.1" });
  const { secret } = await createApiKey(ctx, { name: "x", scopes: ["resources:write"], expiresAt: null });
  const holder = await database.pool.connect();
  await holder.query("begin; lock table closure in exclusive mode");
  const underWay = fetch(`${address}/api/v1/closures`, {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify({ from: "2030-08-01", to: "2030-08-02", label: "Été" }),
  });
  const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  while ((await database.pool.query(waiting)).rowCount !== 1);
  const [late, health] = [await begun(app.server, "/api/v1/me"), await begun(app.server, "/livez")];
  const closed = close();
  while (app.server.listening) await setImmediate();
  late.write("\r\n");
  health.write("\r\n");
  const told = await text(late);
  expect(told).toMatch(/^HTTP\/1\.1 503 /);
  expect(told).toContain("\r\nretry-after: 5\r\n");
  expect(told).toContain("application/problem+json");
  expect(told).toContain('"code":"unavailable"');
  expect(await text(health)).toMatch(/^HTTP\/1\.1 200 /);
  await holder.query("commit");
  holder.release();
  expect((await underWay).status).toBe(201);
  await closed;
});

/** A connection on which all of a request but its end was sent, and has arrived. */
async function begun(server: Server, path: string): Promise<Socket> {
  const { port } = server.address() as AddressInfo; // as: it listens on TCP
  const accepted = once(server, "connection") as Promise<[Socket]>; // as: what the event carries
  const socket = connect(port, "127.0.0.1");
  socket.write(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n`);
  const [arriving] = await accepted;
  while (arriving.bytesRead === 0) await setImmediate();
  return socket;
}
