import { type Event, eventSearch } from "@passerelle/contracts/events";
import { closureCreate, closureDelete } from "@passerelle/contracts/closures";
import { cohortCancel, cohortUpdate } from "@passerelle/contracts/cohorts";
import { enrolmentCreate } from "@passerelle/contracts/enrolments";
import { personCreate } from "@passerelle/contracts/people";
import { roomCreate, roomUpdate } from "@passerelle/contracts/rooms";
import { siteCreate } from "@passerelle/contracts/sites";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anAccount, signIn } from "../../../test/accounts.ts";
import { aCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { createApiKey } from "../api-keys/create-api-key.ts";
import { eventRow } from "./event-rows.ts";
import { searchEvents } from "./search-events.queries.ts";

let app: TestApp;
let admin: Client;
let summer: string;
let autumn: string;
let personId: string;
let enrolmentId: string;
let roomId: string;

/** Tells a small story, each part on a day of its own. */
beforeAll(async () => {
  app = await startApp();
  admin = await app.as("admin");
  app.setNow("2017-10-20T10:00:00Z"); // by a clock that was put back since
  await admin(siteCreate, { body: { name: "Dépôt" } });
  app.setNow("2017-05-02T10:00:00Z");
  await signIn(app, (await anAccount(app, "referent")).email);
  const { secret } = await createApiKey(app.ctx, { name: "Système comptable", scopes: ["*"], expiresAt: null });
  const key = app.with({ authorization: `Bearer ${secret}` });
  ({ id: summer } = await aCohort(app.ctx, { name: "Promotion d’été" }));
  ({ id: autumn } = await aCohort(app.ctx, { name: "Promotion d’automne" }));
  app.setNow("2017-05-02T22:30:00Z"); // 3 May in France
  const body = { birthName: "Échantillon", givenName: "Éloïse", birthDate: "1990-05-03" };
  ({ id: personId } = (await admin(personCreate, { body })).body);
  app.setNow("2017-05-04T10:00:00Z");
  ({ id: enrolmentId } = (await key(enrolmentCreate, { body: { personId, cohortId: summer, route: "fpc" } })).body);
  app.setNow("2017-05-05T10:00:00Z");
  await admin(cohortUpdate, { params: { cohortId: autumn }, body: { capacity: 14 } });
  const { body: site } = await admin(siteCreate, { body: { name: "Annexe" } });
  const { body: room } = await admin(roomCreate, { body: { siteId: site.id, name: "Salle bleue", capacity: 12 } });
  roomId = room.id;
  await admin(roomUpdate, { params: { roomId }, body: { name: "Salle verte" } });
  app.setNow("2017-10-29T22:59:00Z"); // a minute before midnight, on the day of 25 hours
  const closed = { from: "2017-12-25", to: "2017-12-29", label: "Trêve de Noël" };
  const { body: closure } = await admin(closureCreate, { body: closed });
  await admin(closureDelete, { params: { closureId: closure.id } });
  app.setNow("2017-10-29T23:00:00Z");
  await admin(cohortCancel, { params: { cohortId: autumn }, body: { reason: "Désistements nombreux" } });
});
afterAll(() => app.close());

async function found(query: Record<string, string>): Promise<Event[]> {
  const { status, body } = await admin(eventSearch, { query });
  expect(status).toBe(200);
  return body.items;
}
const typesIn = (events: readonly Event[]) => events.map(({ type }) => type);

describe("what happened is found", () => {
  test.each<[string, string, string[]]>([
    ["the person concerned", "eloise ECHANTILLON", ["enrolment.created", "person.created"]],
    ["the cohort concerned", "d'été", ["enrolment.created", "cohort.created"]],
    ["the name a room has now, whatever it was", "salle verte", ["room.changed", "room.created"]],
    ["a name that was", "bleue", ["room.changed", "room.created"]],
    ["what it was called, though it is gone", "treve noël", ["closure.deleted", "closure.created"]],
    ["the reason given", "desistements", ["cohort.cancelled"]],
    ["what happened", "fermeture retirée", ["closure.deleted"]],
    ["who did it, and what", "exemple salle ajoutée", ["room.created"]],
    ["the key that did it", "systeme COMPTABLE inscription", ["enrolment.created"]],
    ["nothing that is there", "girafe", []],
    ["no letter and no figure", "… !", []],
  ])("by %s", async (_name, search, types) => {
    expect(typesIn(await found({ search }))).toEqual(types);
  });

  test("by who did it alone", async () => {
    expect(typesIn(await found({ author: "comptable" }))).toEqual(["enrolment.created"]);
    expect(typesIn(await found({ author: "passerelle", search: "promotion d’automne" }))).toEqual(["cohort.created"]);
    expect(typesIn(await found({ author: "echantillon" }))).toEqual([]);
  });

  test("by its cohort, whatever it happened to there", async () => {
    expect(typesIn(await found({ cohortId: summer }))).toEqual(["enrolment.created", "cohort.created"]);
    expect(typesIn(await found({ cohortId: autumn }))).toEqual([
      "cohort.cancelled",
      "cohort.changed",
      "cohort.created",
    ]);
    expect(await found({ cohortId: crypto.randomUUID() })).toEqual([]);
  });

  test("by its kind; signing in only when asked for", async () => {
    expect(typesIn(await found({ kind: "person" }))).toContain("person.created");
    expect(new Set(typesIn(await found({ kind: "sign-in" })))).toEqual(new Set(["user.signed-in"]));
    expect(typesIn(await found({}))).not.toContain("user.signed-in");
    expect((await found({ kind: "resource" })).every(({ kind }) => kind === "resource")).toBe(true);
  });

  test("by civil days in France, both included", async () => {
    expect(typesIn(await found({ from: "2017-05-03", to: "2017-05-04" }))).toEqual([
      "enrolment.created",
      "person.created",
    ]);
    expect(typesIn(await found({ from: "2017-10-29", to: "2017-10-29" }))).toEqual([
      "closure.deleted",
      "closure.created",
    ]);
    expect(typesIn(await found({ from: "2017-10-30" }))).toEqual(["cohort.cancelled"]);
    expect(typesIn(await found({ to: "2017-05-02", kind: "person" }))).not.toContain("enrolment.created");
  });

  test("page after page, latest first, each once", async () => {
    const whole = await found({ limit: "200" });
    const instants = whole.map(({ recordedAt }) => String(recordedAt));
    expect(instants).toEqual(instants.toSorted().toReversed());
    const seen: Event[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const query: Record<string, string> = { limit: "3", ...(cursor !== "" && { cursor }) };
      const { body } = await admin(eventSearch, { query });
      seen.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(whole);
  });
});

describe("what happened is told", () => {
  test("with who did it, what was and what is, and the sentence in the caller's language", async () => {
    const [event] = (await admin(eventSearch, { query: { search: "capacity" }, headers: { "accept-language": "en" } }))
      .body.items as Event[];
    expect(event).toBeUndefined(); // a field's name is no word of anybody
    const { body } = await admin(eventSearch, {
      query: { cohortId: autumn, kind: "cohort" },
      headers: { "accept-language": "en" },
    });
    expect(body.items[1]).toMatchObject({
      type: "cohort.changed",
      kind: "cohort",
      entityId: autumn,
      effectiveOn: "2017-05-05",
      recordedAt: "2017-05-05T10:00:00.000Z",
      actor: { kind: "person", name: "Camille Exemple" },
      data: { from: { capacity: 12 }, to: { capacity: 14 } },
      about: [{ kind: "cohort", id: autumn, name: "Promotion d’automne" }],
      detail: "Cohort changed: Promotion d’automne.",
    });
    expect(body.items[2].actor).toEqual({ kind: "system", id: null, name: "Passerelle" });
  });

  test("with the things it concerns that are still there, the nearest first", async () => {
    const [enrolled] = await found({ kind: "enrolment" });
    expect(enrolled?.about).toEqual([
      { kind: "enrolment", id: enrolmentId, name: "Éloïse Échantillon" },
      { kind: "cohort", id: summer, name: "Promotion d’été" },
    ]);
    expect(enrolled?.actor).toMatchObject({ kind: "key", name: "Système comptable" });
    const [person] = await found({ kind: "person", search: "eloise" });
    expect(person?.about).toEqual([{ kind: "person", id: personId, name: "Éloïse Échantillon" }]);
    const [room] = await found({ search: "salle verte" });
    expect(room?.about).toEqual([{ kind: "room", id: roomId, name: "Salle verte" }]);
    const [gone] = await found({ search: "treve" });
    expect(gone).toMatchObject({
      about: [],
      detail: "Fermeture retirée : Trêve de Noël, du lundi 25 décembre 2017 au vendredi 29 décembre 2017.",
    });
  });

  test("as its statement says, with or without names to look for", async () => {
    for (const query of [{}, { search: "promotion" }, { cohortId: summer }]) {
      const rows = await searchEvents(app.ctx, { limit: 200, ...query });
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(eventRow.parse(row)).toEqual(row);
    }
  });
});

describe("a search is refused", () => {
  test.each([
    ["days out of order", { from: "2017-05-04", to: "2017-05-03" }, "query/to"],
    ["a day that does not exist", { from: "2017-02-30" }, "query/from"],
    ["a kind that does not exist", { kind: "cake" }, "query/kind"],
    ["a cursor of nobody", { cursor: "nonsense" }, "query/cursor"],
    ["a cursor in the year 0", { cursor: place("0000-01-01T00:00:00.000Z") }, "query/cursor"],
    ["a cursor finer than instants are", { cursor: place(`2017-05-04T00:00:00.${"0".repeat(90)}Z`) }, "query/cursor"],
  ])("for %s, at its place", async (_name, query, pointer) => {
    const { status, body } = await admin(eventSearch, { query });
    expect(status).toBe(400);
    expect(body.errors.map((fault: { pointer: string }) => fault.pointer)).toEqual([pointer]);
  });
});

function place(at: string): string {
  return Buffer.from(JSON.stringify({ at, id: "01890a5d-ac96-774b-bcce-b302099a8057" })).toString("base64url");
}
