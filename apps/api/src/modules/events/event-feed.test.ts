import { eventList, eventSearch } from "@passerelle/contracts/events";
import { cohortRead } from "@passerelle/contracts/cohorts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { copiedFromElsewhere, openWriter, tellOne, tellSlowly } from "../../../test/events.ts";
import { eventRow } from "./event-rows.ts";
import { readFeed } from "./event-feed.queries.ts";
import { settleCopiedEvents } from "./settle-copied-events.ts";

let app: TestApp;
let key: Client;
beforeAll(async () => {
  app = await startApp();
  key = await app.withKey("events:read");
});
afterAll(() => app.close());

interface Poll {
  readonly ids: string[];
  readonly after: string;
}

/** One page as a program that follows asks for it. */
async function poll(
  after: string | undefined,
  query: Record<string, string> = {},
): Promise<Poll & { hasMore: boolean }> {
  const { status, body } = await key(eventList, { query: { ...query, ...(after !== undefined && { after }) } });
  expect(status).toBe(200);
  return { ids: body.items.map(({ id }: { id: string }) => id), after: body.after, hasMore: body.hasMore };
}

/**
 * Reads on until an event told now has come: everything committed before it must have come with it. Transactions of
 * other databases of the server hold events back as well, so it may take several answers.
 */
async function readOn(from: string | undefined, query: Record<string, string> = {}): Promise<Poll> {
  const mark = await tellOne(app.ctx);
  const seen: string[] = [];
  for (let after = from; ;) {
    const page = await poll(after, query);
    seen.push(...page.ids);
    after = page.after;
    if (seen.at(-1) === mark) return { ids: seen.slice(0, -1), after };
  }
}

/** The end of the log as it is now. */
async function end(): Promise<string> {
  return (await readOn(undefined, { limit: "200" })).after;
}

describe("an event that commits late", () => {
  test("is not passed by: those committed before it wait for it", async () => {
    const here = await end();
    const slow = openWriter(app.ctx);
    const late = await slow.append();
    const early = await tellOne(app.ctx);
    const before = await poll(here);
    expect(before).toEqual({ ids: [], after: here, hasMore: false });
    await slow.commit();
    const { ids, after } = await readOn(before.after);
    expect(ids).toEqual([late, early]);
    expect(await poll(after)).toEqual({ ids: [], after, hasMore: false });
  });

  test("that is undone holds nothing back any more", async () => {
    const here = await end();
    const given = openWriter(app.ctx);
    await given.append();
    const other = await tellOne(app.ctx);
    expect((await poll(here)).ids).toEqual([]);
    await given.rollback();
    expect((await readOn(here)).ids).toEqual([other]);
  });

  test("comes exactly once, whatever the order in which writers write and end, to whoever reads all along", async () => {
    const step = fc.record({
      writer: fc.nat({ max: 4 }),
      act: fc.constantFrom("append", "append", "commit", "rollback"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const here = await end();
        const writers = new Map<number, ReturnType<typeof openWriter>>();
        const told = new Map<number, string[]>();
        const committed: string[] = [];
        const seen: string[] = [];
        let after = here;
        const finish = async (writer: number, how: "commit" | "rollback") => {
          await writers.get(writer)?.[how]();
          if (how === "commit") committed.push(...(told.get(writer) ?? []));
          writers.delete(writer);
          told.delete(writer);
        };
        for (const { writer, act } of [...steps, ...[0, 1, 2, 3, 4].map((each) => ({ writer: each, act: "commit" }))]) {
          if (act === "append") {
            const open = writers.get(writer) ?? openWriter(app.ctx);
            writers.set(writer, open);
            told.set(writer, [...(told.get(writer) ?? []), await open.append()]);
          } else {
            await finish(writer, act === "commit" ? "commit" : "rollback");
          }
          const page = await poll(after, { limit: "2" });
          seen.push(...page.ids);
          after = page.after;
        }
        seen.push(...(await readOn(after)).ids);
        expect(seen.toSorted()).toEqual(committed.toSorted());
        expect((await readOn(here)).ids.slice(0, seen.length)).toEqual(seen); // one order, for whoever comes later
      }),
      { numRuns: 25 },
    );
  });

  test("comes exactly once while many write at the same time", async () => {
    const here = await end();
    const told: string[] = [];
    const writing = Promise.all(
      Array.from({ length: 6 }, async (_, writer) => {
        for (let count = 0; count < 20; count++) told.push(await tellSlowly(app.ctx, (writer * 3 + count) % 7));
      }),
    );
    const seen: string[] = [];
    let after = here;
    while (told.length < 6 * 20) {
      const page = await poll(after);
      seen.push(...page.ids);
      after = page.after;
    }
    await writing;
    seen.push(...(await readOn(after)).ids);
    expect(seen.toSorted()).toEqual(told.toSorted());
  });
});

describe("the place to go on from", () => {
  test("is there on every page, and moves past what a filter leaves out", async () => {
    const here = await end();
    await tellOne(app.ctx, "cohort.changed");
    const wanted = await tellOne(app.ctx, "room.changed");
    const last = await tellOne(app.ctx, "cohort.changed");
    expect((await readOn(here)).ids.at(-1)).toBe(last);
    const page = await poll(here, { type: "room.changed" });
    expect(page).toMatchObject({ ids: [wanted], hasMore: false });
    expect((await poll(page.after)).ids).toEqual([]); // unfiltered: the events left out are behind it
    expect(await poll(page.after, { type: "room.changed" })).toEqual({ ids: [], after: page.after, hasMore: false });
  });

  test("says when there is more, page after page, each event once and in one order", async () => {
    const here = await end();
    const ids: string[] = [];
    for (let count = 0; count < 5; count++) ids.push(await tellOne(app.ctx));
    const { after: last } = await readOn(here);
    const pages: string[][] = [];
    let after = here;
    let hasMore = true;
    while (hasMore) {
      const page = await poll(after, { limit: "2" });
      pages.push(page.ids);
      ({ after, hasMore } = page);
    }
    expect(pages.slice(0, 2)).toEqual([ids.slice(0, 2), ids.slice(2, 4)]);
    expect(pages).toHaveLength(3);
    expect(pages[2]?.[0]).toBe(ids[4]);
    expect(after).toBe(last);
  });

  test("of a thing's own events passes over the others", async () => {
    const here = await end();
    const entityId = crypto.randomUUID();
    const own = await tellOne(app.ctx, "room.changed", entityId);
    const other = await tellOne(app.ctx, "room.changed", crypto.randomUUID());
    expect((await readOn(here)).ids).toEqual([own, other]);
    expect((await poll(here, { entity: "room", entityId })).ids).toEqual([own]);
    expect((await poll(here, { entity: "site", entityId })).ids).toEqual([]);
  });

  test.each([
    ["nonsense", "nonsense"],
    ["another list's", Buffer.from('{"key":"a","id":"01890a5d-ac96-774b-bcce-b302099a8057"}').toString("base64url")],
    ["one of an event nobody told", Buffer.from(`{"event":"${crypto.randomUUID()}"}`).toString("base64url")],
  ])("is refused at its place when it is %s, and says what to do", async (_name, after) => {
    const { status, body } = await key(eventList, { query: { after }, headers: { "accept-language": "en" } });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: "query/after", code: "invalid_cursor" }]);
    expect(body.errors[0].detail).toContain("begin again without it");
  });

  test("a type or an entity that does not exist is refused, and the real ones are named", async () => {
    const { status, body } = await key(eventList, { query: { type: "cohort.eaten", entity: "cake" } });
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(["query/type", "query/entity"]);
    expect(body.errors[0].detail).toContain("cohort.changed");
  });
});

describe("a log without any event", () => {
  test("has a place to go on from all the same", async () => {
    const empty = await startApp();
    const { rows, after, hasMore } = await readFeed(empty.ctx, { limit: 50 });
    expect({ rows, hasMore }).toEqual({ rows: [], hasMore: false });
    const first = await tellOne(empty.ctx);
    let feed = await readFeed(empty.ctx, { limit: 50, after });
    while (feed.rows.length === 0) feed = await readFeed(empty.ctx, { limit: 50, after: feed.after });
    expect(feed.rows.map(({ id }) => id)).toEqual([first]);
    await empty.close();
  });
});

describe("a log restored into another server", () => {
  test("is not read before it is in order, and then goes on where each reader was", async () => {
    const restored = await startApp();
    const { ctx, database } = restored;
    const reader = await restored.withKey("events:read");
    const writer = openWriter(ctx); // so that the order of transactions is not that of identifiers
    const old = [await writer.append(), await tellOne(ctx), await writer.append()];
    await writer.commit();
    const read = async (after?: string) => (await reader(eventList, { query: { ...(after && { after }) } })).body;
    let page = await read();
    while (!old.every((id) => page.items.some((item: { id: string }) => item.id === id))) page = await read();
    const order = page.items.map(({ id }: { id: string }) => id);

    await copiedFromElsewhere(database);
    const refused = await reader(eventList);
    expect([refused.status, refused.body.code]).toEqual([503, "unavailable"]);
    expect(await settleCopiedEvents(database.pool)).toBe(true);
    expect(await settleCopiedEvents(database.pool)).toBe(false);

    const fresh = await tellOne(ctx);
    let next = await read(page.after);
    while (next.items.length === 0) next = await read(next.after);
    expect(next.items.map(({ id }: { id: string }) => id)).toEqual([fresh]);
    expect((await read()).items.map(({ id }: { id: string }) => id)).toEqual([...order, fresh]);
    await expect(database.pool.query("delete from event")).rejects.toThrow("event"); // it is append-only again
    await restored.close();
  });
});

describe("who reads what happened", () => {
  test("the administrator, the referent and a key with its scope, nobody else", async () => {
    for (const contract of [eventList, eventSearch]) {
      for (const [who, client, status] of [
        ["admin", await app.as("admin"), 200],
        ["referent", await app.as("referent"), 200],
        ["trainer", await app.as("trainer"), 403],
        ["examiner", await app.as("examiner"), 403],
        ["trainee", await app.as("trainee"), 403],
        ["key", key, 200],
        ["writing key", await app.withKey("events:write"), 200],
        ["other key", await app.withKey("cohorts:write"), 403],
        ["nobody", app.anonymous, 401],
      ] as const) {
        expect([contract.operationId, who, (await client(contract)).status]).toEqual([
          contract.operationId,
          who,
          status,
        ]);
      }
    }
    expect((await key(cohortRead, { params: { cohortId: crypto.randomUUID() } })).status).toBe(403);
  });
});

test("an event is as its statement says", async () => {
  await end();
  const { rows } = await readFeed(app.ctx, { limit: 200 });
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) expect(eventRow.parse(row)).toEqual(row);
});
