import { type Event, eventSearch, eventTypes } from "@passerelle/contracts/events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { type Story, tellTheWholeStory } from "../../../test/whole-story.ts";
import { eventRow } from "./event-rows.ts";
import { searchEvents } from "./search-events.queries.ts";

let app: TestApp;
let story: Story;
let reader: Client;
let events: Event[];
beforeAll(async () => {
  app = await startApp();
  story = await tellTheWholeStory(app);
  reader = await app.as("referent");
  events = [...(await found({})), ...(await found({ kind: "sign-in" }))];
});
afterAll(() => app.close());

async function found(query: Record<string, string>, language = "fr"): Promise<Event[]> {
  const headers = { "accept-language": language };
  const { status, body } = await reader(eventSearch, { query: { ...query, limit: "200" }, headers });
  expect([status, body.nextCursor]).toEqual([200, null]);
  return body.items;
}

test("everything in the catalogue happens, and nothing else", () => {
  const told = new Set(events.map(({ type }) => type));
  expect([...told].filter((type) => !eventTypes.some((each) => each === type))).toEqual([]);
  expect(eventTypes.filter((type) => !told.has(type))).toEqual([]);
});

test("no event holds a secret, nor what one is stored as", async () => {
  expect(story.secrets.every((secret) => secret.length >= 20)).toBe(true);
  const { rows } = await app.database.pool.query<{ told: string }>("select event::text as told from event");
  const log = rows.map(({ told }) => told).join("\n");
  for (const secret of story.secrets) expect(log).not.toContain(secret);
  const stored = await app.database.pool.query<{ kept: string }>(`
    select encode(hash, 'hex') as kept from access_token union all select encode(hash, 'base64') from access_token
    union all select encode(hash, 'hex') from calendar_feed union all select encode(hash, 'base64') from calendar_feed
    union all select password_hash from user_account where password_hash is not null`);
  expect(stored.rows.length).toBeGreaterThan(10);
  for (const { kept } of stored.rows) expect(log).not.toContain(kept);
  expect(log).not.toMatch(/"(password|passwordHash|hash|secret|token|link|url)"/i);
  expect(log.match(/[\w-]{43,}/g)?.filter((word) => !/^[\w-]{8}-/.test(word)) ?? []).toEqual([]); // nothing looks like one
});

test("every event has its sentence in both languages, which says more than its name", async () => {
  const english = new Map(
    [...(await found({}, "en")), ...(await found({ kind: "sign-in" }, "en"))].map((each) => [each.id, each]),
  );
  for (const { id, type, detail } of events) {
    const other = english.get(id)?.detail ?? "";
    expect([type, detail === other]).toEqual([type, false]);
    for (const sentence of [detail, other])
      expect([type, sentence]).toEqual([type, expect.stringMatching(/^\p{Lu}.{12,}/u)]);
    expect(`${detail} ${other}`).not.toMatch(/undefined|\bnull\b|\bNaN\b|\[object|[0-9a-f]{8}-[0-9a-f]{4}-/);
  }
  // Named after what it is about, not only after its type.
  const bare = events.filter(
    ({ detail, type }) => !/[:.«“].*\p{Lu}/u.test(detail) && type !== "training-provider.changed",
  );
  expect(bare.map(({ type, detail }) => `${type} ${detail}`)).toEqual([]);
});

test("every event is found by the names of all it concerns, and by its cohort", async () => {
  const things = new Map(events.flatMap(({ about }) => about.map((thing) => [thing.name, thing] as const)));
  expect(things.size).toBeGreaterThan(6);
  for (const name of things.keys()) {
    const ids = new Set(
      [...(await found({ search: name })), ...(await found({ search: name, kind: "sign-in" }))].map(({ id }) => id),
    );
    const concerned = events.filter(({ about }) => about.some((thing) => thing.name === name));
    expect([name, concerned.filter(({ id }) => !ids.has(id)).map(({ type }) => type)]).toEqual([name, []]);
  }
  const cohorts = new Set(
    events.flatMap(({ about }) => about.filter(({ kind }) => kind === "cohort").map(({ id }) => id)),
  );
  expect(cohorts.size).toBeGreaterThan(2);
  for (const cohortId of cohorts) {
    const own = events.filter(({ about }) => about.some(({ id }) => id === cohortId)).map(({ id }) => id);
    expect((await found({ cohortId })).map(({ id }) => id).toSorted()).toEqual(own.toSorted());
  }
});

test("every event is read as its statement says", async () => {
  const rows = await searchEvents(app.ctx, { limit: 200 });
  for (const row of rows) expect(eventRow.parse(row)).toEqual(row);
});
