import { personCreate, personList } from "@passerelle/contracts/people";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";

let app: TestApp;
let admin: Client;

const people = [
  { birthName: "N'Guyen", givenName: "Éloïse", usualName: "Lefèvre" },
  { birthName: "Bœuf", givenName: "Amel", email: "Amel_B@exemple.test" },
  { birthName: "Martin", givenName: "Zoé", usualName: "Cœur-Vaillant" },
  { birthName: "MARTIN", givenName: "zoe", birthDate: "1980-01-01", usualName: "Łęcka-Ærø" },
  { birthName: "Élan", givenName: "Amel", usualName: "Œuvrard" },
];

beforeAll(async () => {
  app = await startApp();
  admin = await app.as("admin");
  for (const person of people) await admin(personCreate, { body: { birthDate: "1990-05-03", ...person } });
});
afterAll(() => app.close());

async function found(search: string): Promise<string[]> {
  const { body } = await admin(personList, { query: { search } });
  return body.items.map(({ birthName }: { birthName: string }) => birthName);
}

test.each([
  ["nguyen", []],
  ["n guyen", ["N'Guyen"]],
  ["N’GUYEN", ["N'Guyen"]],
  ["ELOISE n'guyen", ["N'Guyen"]],
  ["lefevre", ["N'Guyen"]],
  ["LEFÈVRE éloïse", ["N'Guyen"]],
  ["coeur", ["Martin"]],
  ["cœur", ["Martin"]],
  ["boeuf", ["Bœuf"]],
  ["oeuvrard", ["Élan"]],
  ["łęcka", ["MARTIN"]],
  ["LECKA aerø", ["MARTIN"]],
  ["zoé", ["Martin", "MARTIN"]],
  ["amel", ["Bœuf", "Élan"]],
  ["amel_b@", ["Bœuf"]],
  ["%", []],
  ["_", ["Bœuf"]],
  ["@", ["Bœuf"]],
])("« %s » finds %j", async (search, names) => {
  expect(await found(search)).toEqual(names);
});

test("by name then identifier, pages follow one another and miss nobody", async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await admin(personList, { query: { limit: "2", ...(cursor && { cursor }) } });
    expect(body.items.length).toBeLessThanOrEqual(2);
    seen.push(...body.items.map(({ birthName }: { birthName: string | null }) => birthName ?? "staff"));
    cursor = body.nextCursor;
  } while (cursor);
  expect(seen).toEqual(["Bœuf", "Élan", "staff", "Martin", "MARTIN", "N'Guyen"]);
});

test("a cursor of another list is refused", async () => {
  const cursor = Buffer.from('{"key":"x"}').toString("base64url");
  expect((await admin(personList, { query: { cursor } })).status).toBe(400);
});
