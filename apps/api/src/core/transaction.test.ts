import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp, type TestApp } from "../../test/client.ts";
import { createClosure } from "../modules/closures/create-closure.ts";
import type { Ctx } from "./ctx.ts";
import { append } from "./events.ts";
import { rowsOf } from "./statement.ts";
import { transaction } from "./transaction.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const aClosure = (ctx: Ctx, label: string) => createClosure(ctx, { from: "2030-08-01", to: "2030-08-02", label });
const labelOf = async (id: string) => (await app.database.prisma.closure.findUniqueOrThrow({ where: { id } })).label;

/** Resolves for everyone once that many have come. */
function meeting(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  let come = 0;
  return () => {
    come += 1;
    if (come >= count) resolve(undefined);
    return promise;
  };
}

test("two transactions that lock each other out are tried again until both are done", async () => {
  const [a, b] = [await aClosure(app.ctx, "a"), await aClosure(app.ctx, "b")];
  const meet = meeting(2);
  let tries = 0;
  const swap = (first: string, second: string, label: string) =>
    transaction(app.ctx, async (ctx) => {
      tries += 1;
      await ctx.db.closure.update({ where: { id: first }, data: { label } });
      await meet(); // both hold their first row before either asks for the other's
      await ctx.db.closure.update({ where: { id: second }, data: { label } });
    });
  await Promise.all([swap(a.id, b.id, "one"), swap(b.id, a.id, "two")]);
  expect(tries).toBe(3);
  expect(await labelOf(a.id)).toBe(await labelOf(b.id));
});

test("so are those whose locks are taken by hand-written SQL", async () => {
  const [a, b] = [await aClosure(app.ctx, "a"), await aClosure(app.ctx, "b")];
  const meet = meeting(2);
  let tries = 0;
  const lock = (first: string, second: string) =>
    transaction(app.ctx, async (ctx) => {
      tries += 1;
      await ctx.db.$queryRaw`select 1 from closure where id = ${first}::uuid for update`;
      await meet();
      await ctx.db.$queryRaw`select 1 from closure where id = ${second}::uuid for update`;
    });
  await Promise.all([lock(a.id, b.id), lock(b.id, a.id)]);
  expect(tries).toBe(3);
});

test("an event is rolled back with the change it tells", async () => {
  const before = await app.database.prisma.event.count();
  const failing = transaction(app.ctx, async (ctx) => {
    await aClosure(ctx, "never");
    throw new Error("after the event");
  });
  await expect(failing).rejects.toThrow("after the event");
  expect(await app.database.prisma.event.count()).toBe(before);
  expect(await app.database.prisma.closure.count({ where: { label: "never" } })).toBe(0);
});

test("an event outside a transaction is a bug, and says so", async () => {
  await expect(append(app.ctx, { type: "closure.created", entityId: null })).rejects.toThrow("inside a transaction");
});

test("inside, there is no way back to the pool", async () => {
  await transaction(app.ctx, async (ctx) => {
    expect([ctx.client, ctx.pool]).toEqual([null, null]);
    await transaction(ctx, async (inner) => expect(inner.db).toBe(ctx.db));
    const read = rowsOf(ctx, { name: "one", text: "select 1" }, []);
    await expect(read).rejects.toThrow("outside transactions");
  });
});
