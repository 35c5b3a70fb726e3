import { personCreate, personList, personRead, personUpdate } from "@passerelle/contracts/people";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { violatedConstraint } from "../../core/constraints.ts";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment, asTrainee } from "../../../test/people.ts";

let app: TestApp;
let admin: Client;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as("admin");
  referent = await app.as("referent");
});
afterAll(() => app.close());

const eloise = { birthName: "Durand", givenName: "Éloïse", birthDate: "1990-05-03" };

/** A name for one test alone, in letters. */
function aName(): string {
  return `Exemple ${crypto
    .randomUUID()
    .replaceAll(/\d/g, (digit) => "ghijklmnop"[Number(digit)] ?? "")
    .replaceAll("-", " ")}`;
}

function create(changes: object = {}): Promise<Answer> {
  return admin(personCreate, { body: { ...eloise, birthName: aName(), ...changes } });
}

function read(client: Client, personId: string): Promise<Answer> {
  return client(personRead, { params: { personId } });
}

describe("one human is one person (A2)", () => {
  test("Éloïse Durand, 3 May 1990, again as eloise DURAND is refused, and the known one is named", async () => {
    const first = await admin(personCreate, { body: eloise });
    expect(first).toMatchObject({ status: 201, body: { ...eloise, usualName: "Durand", sameName: [], version: 1 } });
    const again = await admin(personCreate, { body: { ...eloise, birthName: "DURAND", givenName: "eloise" } });
    expect(again).toMatchObject({
      status: 409,
      body: { code: "already_exists", facts: { personId: first.body.id }, errors: [{ pointer: "/birthName" }] },
    });
    expect(await app.ctx.db.person.count({ where: { nameKey: "durand eloise" } })).toBe(1);
  });

  test("the same name alone warns, and says of whom", async () => {
    const birthName = aName();
    const { body: elder } = await create({ birthName });
    const { status, body } = await create({ birthName: birthName.toUpperCase(), birthDate: "1999-01-01" });
    expect(status).toBe(201);
    expect(body.sameName).toEqual([
      { id: elder.id, givenName: "Éloïse", usualName: birthName, birthDate: eloise.birthDate },
    ]);
  });

  test("entered twice at once: one is created, the other told of it", async () => {
    const birthName = aName();
    const answers = await Promise.all(Array.from({ length: 12 }, () => create({ birthName })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, ...Array(11).fill(409)]);
    const created = answers.find(({ status }) => status === 201)?.body.id;
    const told = answers.filter(({ status }) => status === 409).map(({ body }) => body.facts.personId);
    expect(told).toEqual(Array(11).fill(created));
  });

  test("a correction that makes somebody of another is refused, and the keys follow one that does not", async () => {
    const [birthName, other] = [aName(), aName()];
    const { body: known } = await create({ birthName });
    const { body: row } = await create({ birthName: other });
    const params = { personId: row.id };
    const refused = await admin(personUpdate, { params, body: { birthName } });
    expect(refused).toMatchObject({ status: 409, body: { facts: { personId: known.id } } });
    expect((await admin(personUpdate, { params, body: { birthName, birthDate: "1991-01-01" } })).status).toBe(200);
    expect((await create({ birthName, birthDate: "1991-01-01" })).body.facts).toEqual({ personId: row.id });
    expect((await create({ birthName: other })).status).toBe(201);
  });

  test("the database itself refuses a second row of one identity", async () => {
    const data = { givenName: "A", birthName: "B", usualName: "B", nameKey: "b a", identityKey: "b|a|1990-05-03" };
    const row = { ...data, birthDate: new Date("1990-05-03") };
    await app.ctx.db.person.create({ data: row });
    const refused = app.ctx.db.person.create({ data: row }).then(() => null, violatedConstraint);
    expect(await refused).toBe("person_identity_key_key");
  });

  test("over several cohorts and years they are one row", async () => {
    const { body } = await create();
    for (const year of ["2017", "2018"]) {
      const cohort = await aCohort(app.ctx, {
        startsOn: `${year}-05-16`,
        endsOn: `${Number(year) + 1}-03-31`,
      });
      await anEnrolment(app.ctx, cohort.id, { personId: body.id });
    }
    expect(await app.ctx.db.enrolment.count({ where: { personId: body.id } })).toBe(2);
    expect((await read(referent, body.id)).status).toBe(200);
  });
});

describe("what is accepted of a name and a birth (G4, G5)", () => {
  test.each([
    ["N'Guyen–Éloïse", "N'Guyen–Éloïse"],
    ["O", "Y"],
    ["Le Goff-D’Almeida", "Jean-Baptiste Jr."],
  ])("%s %s, without any address", async (birthName, givenName) => {
    const { status, body } = await create({ birthName, givenName });
    expect(status).toBe(201);
    expect(body).toMatchObject({ birthName, givenName, usualName: birthName, email: null, phone: null, city: null });
  });

  test.each([
    [{ birthName: "Durand 2" }, "/birthName", 400],
    [{ givenName: "" }, "/givenName", 400],
    [{ birthDate: "1990-02-30" }, "/birthDate", 400],
    [{ birthDate: "1900-01-01" }, "/birthDate", 400],
    [{ birthDate: "2017-05-03" }, "/birthDate", 422],
    [{ phone: "quatre" }, "/phone", 400],
    [{ postcode: "3400" }, "/postcode", 400],
    [{ email: "eloise chez exemple" }, "/email", 400],
  ])("%j is refused at %s", async (changes, pointer, status) => {
    const answer = await create(changes);
    expect(answer).toMatchObject({
      status,
      body: { code: status === 400 ? "request_invalid" : "person_invalid", errors: [{ pointer }] },
    });
  });

  test("born today is possible, tomorrow is not: today is France’s", async () => {
    app.setNow("2017-05-02T22:30:00Z"); // 3 May in Paris
    try {
      expect((await create({ birthDate: "2017-05-03" })).status).toBe(201);
      expect((await create({ birthDate: "2017-05-04" })).status).toBe(422);
    } finally {
      app.setNow("2017-05-02T10:00:00Z");
    }
  });
});

describe("a correction", () => {
  test("changes what it names, keeps the rest, and tells only what changed", async () => {
    const { body } = await create({ city: "Sète", postcode: "34200" });
    const params = { personId: body.id };
    const answer = await admin(personUpdate, { params, body: { postcode: "34000", city: "Sète", phone: null } });
    expect(answer).toMatchObject({ status: 200, body: { city: "Sète", postcode: "34000", version: 2 } });
    const events = await app.ctx.db.event.findMany({ where: { entityId: body.id }, orderBy: { id: "asc" } });
    expect(events).toMatchObject([
      { type: "person.created", data: { to: { birthName: body.birthName } } },
      { type: "person.changed", data: { from: { postcode: "34200" }, to: { postcode: "34000" } } },
    ]);
    expect(events[1]?.data).toEqual({ from: { postcode: "34200" }, to: { postcode: "34000" } });
  });

  test("that changes nothing keeps the version and tells nothing", async () => {
    const { body } = await create();
    const answer = await admin(personUpdate, { params: { personId: body.id }, body: { givenName: "Éloïse" } });
    expect(answer.body.version).toBe(1);
    expect(await app.ctx.db.event.count({ where: { entityId: body.id } })).toBe(1);
  });

  test("of an older version is refused with the current one", async () => {
    const { body } = await create();
    const sent = { params: { personId: body.id }, headers: { "if-match": '"1"' } };
    expect((await admin(personUpdate, { ...sent, body: { city: "Sète" } })).headers["etag"]).toBe('"2"');
    const stale = await admin(personUpdate, { ...sent, body: { city: "Agde" } });
    expect(stale).toMatchObject({ status: 412, body: { code: "stale", facts: { current: { city: "Sète" } } } });
  });

  test("gives staff a birth date only with a birth name", async () => {
    const { id } = await app.ctx.db.person.create({
      data: { givenName: "Camille", usualName: "Exemple", nameKey: "exemple camille" },
    });
    const params = { personId: id };
    expect((await read(admin, id)).body).toMatchObject({ birthName: null, birthDate: null });
    const refused = await admin(personUpdate, { params, body: { birthDate: "1980-01-01" } });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: "/birthName" }] } });
    const birthName = aName();
    const whole = { birthDate: "1980-01-01", birthName };
    expect((await admin(personUpdate, { params, body: whole })).body).toMatchObject(whole);
    expect((await create({ ...whole, givenName: "CAMILLE" })).body.facts).toEqual({ personId: id });
  });
});

describe("who may", () => {
  test("the referent reads and adds nobody; a key does what its scopes say", async () => {
    const { body } = await create();
    expect((await read(referent, body.id)).body.can).toEqual({
      update: { allowed: false, code: "not_allowed" },
      invite: { allowed: false, code: "not_allowed" },
    });
    expect((await referent(personCreate, { body: eloise })).status).toBe(403);
    const [reader, writer] = [await app.withKey("people:read"), await app.withKey("people:write")];
    expect((await read(reader, body.id)).body.can.invite).toEqual({ allowed: false, code: "not_allowed" });
    expect((await reader(personCreate, { body: eloise })).status).toBe(403);
    expect((await writer(personCreate, { body: { ...eloise, birthName: aName() } })).status).toBe(201);
  });

  test("an invitation is for those without an account", async () => {
    const { body } = await create();
    expect(body).toMatchObject({ userId: null, can: { update: { allowed: true }, invite: { allowed: true } } });
    await asTrainee(app, body.id);
    const { body: after } = await read(admin, body.id);
    expect(after.userId).toMatch(/^[0-9a-f-]{36}$/);
    expect(after.can.invite).toEqual({ allowed: false, code: "already_exists" });
  });

  test("a trainee reads themselves, finds nobody else, and corrects nothing (G1)", async () => {
    const [{ body: own }, { body: other }] = [await create(), await create()];
    const trainee = await asTrainee(app, own.id);
    expect((await read(trainee, own.id)).body).toMatchObject({ id: own.id, can: { update: { allowed: false } } });
    expect((await read(trainee, other.id)).status).toBe(404);
    for (const search of [other.birthName, "e"]) {
      const { body } = await trainee(personList, { query: { search } });
      expect(body.items.map(({ id }: { id: string }) => id).filter((id: string) => id !== own.id)).toEqual([]);
    }
    expect((await trainee(personList)).body.items).toMatchObject([{ id: own.id }]);
    expect((await trainee(personUpdate, { params: { personId: own.id }, body: { city: "Sète" } })).status).toBe(403);
  });
});
