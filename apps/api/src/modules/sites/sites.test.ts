import { planRead } from "@passerelle/contracts/plans";
import { siteCreate, siteList, siteUpdate } from "@passerelle/contracts/sites";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aSite } from "../../../test/resources.ts";
import { sentDuring } from "../../../test/waiting.ts";
import { updateSite } from "./update-site.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

const eventsOf = (entityId: string) =>
  app.database.prisma.event.findMany({ where: { entityId }, orderBy: { id: "asc" } });

test("a site keeps the holidays of metropolitan France unless said, and its changes are told once", async () => {
  const created = await referent(siteCreate, { body: { name: "Maison de l’Exemple" } });
  expect(created).toMatchObject({
    status: 201,
    headers: { etag: '"1"' },
    body: {
      name: "Maison de l’Exemple",
      addressLines: [],
      holidayZone: "metropole",
      can: { update: { allowed: true } },
    },
  });
  const params = { siteId: created.body.id };
  const change = { params, body: { holidayZone: "la-reunion" } };
  expect(await referent(siteUpdate, change)).toMatchObject({
    status: 200,
    body: { holidayZone: "la-reunion", version: 2 },
  });
  expect(await referent(siteUpdate, change)).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await eventsOf(params.siteId)).toMatchObject([
    {
      type: "site.created",
      actorKind: "person",
      data: { to: { name: "Maison de l’Exemple", holidayZone: "metropole" } },
    },
    { type: "site.changed", data: { from: { holidayZone: "metropole" }, to: { holidayZone: "la-reunion" } } },
  ]);
});

test("a name is one site’s: another cannot be created with it, nor take it", async () => {
  await referent(siteCreate, { body: { name: "Annexe Exemple" } });
  const again = await referent(siteCreate, { body: { name: "Annexe Exemple" } });
  expect(again).toMatchObject({ status: 409, body: { code: "already_exists", errors: [{ pointer: "/name" }] } });
  const siteId = await aSite(app.ctx);
  const taken = await referent(siteUpdate, { params: { siteId }, body: { name: "Annexe Exemple" } });
  expect(taken).toMatchObject({ status: 409, body: { code: "already_exists", errors: [{ pointer: "/name" }] } });
  expect(await eventsOf(siteId)).toEqual([]);
});

test("sites are listed by name, accents apart, page after page; trainers read them and change nothing", async () => {
  const names = ["Étape Exemple", "Exemple-Sud", "École Exemple"];
  for (const name of names)
    await aSite(app.ctx).then((id) => app.ctx.db.site.update({ where: { id }, data: { name } }));
  const trainer = await app.as("trainer");
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await trainer(siteList, { query: { limit: "1", ...(cursor !== null && { cursor }) } });
    seen.push(body.items[0].name);
    expect(body.items[0].can).toEqual({ update: { allowed: false, code: "not_allowed" } });
    cursor = body.nextCursor;
  } while (cursor !== null);
  expect(seen).toHaveLength(await app.ctx.db.site.count());
  expect(seen.filter((name) => names.includes(name))).toEqual(["École Exemple", "Étape Exemple", "Exemple-Sud"]);
  expect((await trainer(siteCreate, { body: { name: "Ailleurs" } })).status).toBe(403);
});

test("of two changes at once on one version, one is made and the other told it changed meanwhile", async () => {
  const siteId = await aSite(app.ctx);
  const stale = await sentDuring(
    app,
    (ctx) => updateSite(ctx, siteId, { name: "Un Exemple" }, 1),
    () => referent(siteUpdate, { params: { siteId }, body: { name: "Deux Exemple" }, headers: { "if-match": '"1"' } }),
  );
  expect(stale).toMatchObject({
    status: 412,
    body: { facts: { version: 2, current: { id: siteId, name: "Un Exemple" } } },
  });
  expect(await eventsOf(siteId)).toHaveLength(1);
});

test("a new holiday zone undoes nothing: the plan names the days that are holidays there", async () => {
  const { cohortId } = await aPlannedCohort(app.ctx);
  const siteId = await aSite(app.ctx);
  await app.ctx.db.cohort.update({ where: { id: cohortId }, data: { siteId } });
  const holidays = async () => {
    const { body } = await referent(planRead, { params: { cohortId } });
    return body.proof.findings.filter(({ code }: { code: string }) => code === "day_on_public_holiday");
  };
  expect(await holidays()).toEqual([]);
  await referent(siteUpdate, { params: { siteId }, body: { holidayZone: "la-reunion" } });
  expect(await holidays()).toMatchObject([{ facts: { day: "2017-12-20" } }]);
});
