import { closureList } from "@passerelle/contracts/closures";
import { cohortList } from "@passerelle/contracts/cohorts";
import type { Contract } from "@passerelle/contracts/http";
import { halfDayList, sessionList } from "@passerelle/contracts/sessions";
import { competencyBlockList, programmeList, titleVersionList } from "@passerelle/contracts/programmes";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../test/client.ts";
import { createClosure } from "../modules/closures/create-closure.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  await aPlannedCohort(app.ctx);
  for (let twin = 0; twin < 3; twin++) await aCohort(app.ctx); // same dates, same name: ties
  for (let twin = 0; twin < 3; twin++) {
    await createClosure(app.ctx, { from: "2030-08-01", to: "2030-08-02", label: "Été" });
  }
});
afterAll(() => app.close());

const lists: readonly [string, Contract, Record<string, string>][] = [
  ["cohorts, latest first", cohortList, {}],
  ["cohorts, earliest first", cohortList, { sort: "startsOn" }],
  ["cohorts by name", cohortList, { sort: "name" }],
  ["closures", closureList, {}],
  ["programmes", programmeList, {}],
  ["title editions", titleVersionList, {}],
  ["competency blocks", competencyBlockList, {}],
  ["sessions", sessionList, {}],
  ["half-days", halfDayList, {}],
];

test.each(lists)("%s: page after page, every item comes exactly once, in one order", async (_name, contract, query) => {
  const { body: whole } = await referent(contract, { query: { ...query, limit: "200" } });
  expect(whole.nextCursor).toBeNull();
  expect(whole.items.length).toBeGreaterThan(1);
  for (const limit of [1, 2]) {
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const page: Record<string, string> = cursor === null ? {} : { cursor };
      const { body, headers } = await referent(contract, { query: { ...query, limit: String(limit), ...page } });
      expect(body.items.length).toBeLessThanOrEqual(limit);
      expect(typeof headers["link"]).toBe(body.nextCursor === null ? "undefined" : "string");
      seen.push(...body.items);
      cursor = body.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(whole.items);
  }
});

test("the Link header leads to the next page, filters kept", async () => {
  const { headers } = await referent(cohortList, { query: { limit: "1", sort: "name" } });
  const next = /^<(.+)>; rel="next"$/.exec(String(headers["link"]))?.[1] ?? "";
  expect(new URL(next, "http://localhost").searchParams.get("sort")).toBe("name");
});

test.each(["nonsense", "e30", Buffer.from('{"key":1}').toString("base64url")])(
  "the cursor %s is refused at its place",
  async (cursor) => {
    const { status, body } = await referent(cohortList, { query: { cursor } });
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: "query/cursor", code: "invalid_cursor" }]);
  },
);

const id = "01890a5d-ac96-774b-bcce-b302099a8057";
const forged = [
  { key: "abc", id },
  { key: "0000-01-01", id },
  { key: "\u0000", id },
  { from: "9999-12-31", id },
  { day: "0000-01-01", id },
  { name: "\ud800", id },
  { titleCode: "a", from: "0000-01-01" },
  { edition: "a", position: 2 ** 40, id },
];

test.each(lists)("%s: a forged place is refused or finds its page, and never fails", async (_name, contract, query) => {
  for (const place of forged) {
    const cursor = Buffer.from(JSON.stringify(place)).toString("base64url");
    expect((await referent(contract, { query: { ...query, cursor } })).status).toBeLessThan(500);
  }
});

test.each(["0", "201", "1.5", "many"])("a limit of %s is refused", async (limit) => {
  expect((await referent(cohortList, { query: { limit } })).status).toBe(400);
});
