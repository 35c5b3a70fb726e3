import { trainerCreate, trainerList, trainerRead, trainerUpdate } from "@passerelle/contracts/trainers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aProgramme } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainer } from "../../../test/resources.ts";
import { sentDuring } from "../../../test/waiting.ts";
import { createTrainer } from "./create-trainer.ts";
import { updateTrainer } from "./update-trainer.ts";

let app: TestApp;
let referent: Client;
/** The competencies of the 2017 edition's CCP1, and one of the 2022 edition's CCP3. */
let ccp1: string[];
let newer: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  await aProgramme(app.ctx);
  ccp1 = await competencyIds("MSADS-2017", "CCP1");
  newer = (await competencyIds("MSADS-2022", "CCP3"))[0] ?? "";
});
afterAll(() => app.close());

async function competencyIds(edition: string, block: string): Promise<string[]> {
  const rows = await app.ctx.db.competency.findMany({
    where: { block: { code: block, titleVersion: { code: edition } } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ id }) => id);
}

const absent = "01890a5d-ac96-774b-bcce-b302099a8057";
const eventsOf = (entityId: string) =>
  app.database.prisma.event.findMany({ where: { entityId }, orderBy: { id: "asc" } });

test("somebody new becomes a trainer by their names alone, with what they teach in the order of the editions", async () => {
  const [first = ""] = ccp1;
  const body = { givenName: "Noa", usualName: "Exemple-Martin", email: "noa@exemple.test" };
  const created = await referent(trainerCreate, { body: { ...body, competencyIds: [newer, first, first] } });
  expect(created).toMatchObject({
    status: 201,
    headers: { etag: '"1"' },
    body: { name: "Noa Exemple-Martin", email: "noa@exemple.test", hasAccount: false, retiredOn: null },
  });
  expect(created.body.competencies).toMatchObject([
    { id: first, blockCode: "CCP1", blockPosition: 1, titleVersionCode: "MSADS-2017" },
    { id: newer, blockCode: "CCP3", blockPosition: 3, titleVersionCode: "MSADS-2022" },
  ]);
  expect(await eventsOf(created.body.personId)).toMatchObject([{ type: "person.created", data: { to: body } }]);
  expect(await eventsOf(created.body.id)).toMatchObject([
    {
      type: "trainer.added",
      data: { to: { personId: created.body.personId, competencyIds: [first, newer].toSorted() } },
    },
  ]);
});

test("who is known keeps their record and account; who already teaches is named", async () => {
  const { userId, email } = await anAccount(app, "trainer");
  const { personId } = await app.ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  const { body: trainer } = await referent(trainerCreate, { body: { personId } });
  expect(trainer).toMatchObject({ personId, name: "Camille Exemple", email, hasAccount: true, competencies: [] });
  expect(await referent(trainerCreate, { body: { personId } })).toMatchObject({
    status: 409,
    body: { code: "already_exists", facts: { trainerId: trainer.id }, errors: [{ pointer: "/personId" }] },
  });
});

test("of two who make one person a trainer at once, the second is told who it is", async () => {
  const { userId } = await anAccount(app, "trainer");
  const { personId } = await app.ctx.db.user.findUniqueOrThrow({ where: { id: userId } });
  const second = await sentDuring(
    app,
    (ctx) => createTrainer(ctx, { personId, competencyIds: [] }),
    () => referent(trainerCreate, { body: { personId } }),
  );
  const { id } = await app.ctx.db.trainer.findUniqueOrThrow({ where: { personId } });
  expect(second).toMatchObject({ status: 409, body: { code: "already_exists", facts: { trainerId: id } } });
});

test.each([
  ["nobody is said", {}, ["/givenName", "/usualName"]],
  ["half a name is said", { givenName: "Noa" }, ["/usualName"]],
  [
    "somebody known is said with names",
    { personId: absent, givenName: "Noa", usualName: "Exemple", email: "noa@exemple.test" },
    ["/givenName", "/usualName", "/email"],
  ],
])("a trainer is either known or new: refused when %s", async (_case, body, pointers) => {
  const answer = await referent(trainerCreate, { body });
  expect(answer).toMatchObject({ status: 400, body: { code: "request_invalid" } });
  const faults: { pointer: string; code: string }[] = answer.body.errors;
  expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
  expect(faults.every(({ code }) => code === "person_known_or_new")).toBe(true);
});

test("an unknown person and unknown competencies are refused together, and nothing is written", async () => {
  const before = await app.ctx.db.trainer.count();
  const body = { personId: absent, competencyIds: [newer, absent] };
  expect(await referent(trainerCreate, { body })).toMatchObject({
    status: 422,
    body: {
      code: "resource_invalid",
      errors: [
        { pointer: "/personId", code: "unknown_person" },
        { pointer: "/competencyIds/1", code: "unknown_competency" },
      ],
    },
  });
  expect(await app.ctx.db.trainer.count()).toBe(before);
});

test("what a trainer teaches and when they leave are changed and told; the same again is no change", async () => {
  const { id } = await aTrainer(app.ctx, { blockCodes: [] });
  const params = { trainerId: id };
  const change = { params, body: { competencyIds: ccp1.toReversed(), retiredOn: "2018-07-01" } };
  const { body } = await referent(trainerUpdate, change);
  expect(body).toMatchObject({ version: 2, retiredOn: "2018-07-01" });
  expect(body.competencies.map((each: { id: string }) => each.id)).toEqual(ccp1);
  expect((await referent(trainerUpdate, change)).body.version).toBe(2);
  expect(await eventsOf(id)).toMatchObject([
    {
      type: "trainer.changed",
      data: {
        from: { competencyIds: [], retiredOn: null },
        to: { competencyIds: ccp1.toSorted(), retiredOn: "2018-07-01" },
      },
    },
  ]);
  const unknown = await referent(trainerUpdate, { params, body: { competencyIds: [absent] } });
  expect(unknown).toMatchObject({ status: 422, body: { errors: [{ pointer: "/competencyIds/0" }] } });
  const back = await referent(trainerUpdate, { params, body: { retiredOn: null } });
  expect(back.body).toMatchObject({ retiredOn: null, version: 3 });
  expect(back.body.competencies).toHaveLength(ccp1.length);
});

test("trainers are found by name, block and whether they left, by name", async () => {
  const [{ blockId } = { blockId: "" }] = await app.ctx.db.competency.findMany({ where: { id: { in: ccp1 } } });
  const people = [
    { givenName: "Zoé", usualName: "Ébauche", competencyIds: ccp1 },
    { givenName: "Ange", usualName: "Ébauche", competencyIds: [newer] },
    { givenName: "Lou", usualName: "Ébauche", competencyIds: ccp1.slice(0, 1) },
  ];
  const ids: string[] = [];
  for (const body of people) ids.push((await referent(trainerCreate, { body })).body.id);
  const names = async (query: Record<string, string>) => {
    const { body } = await referent(trainerList, { query: { search: "ebauche", ...query } });
    return body.items.map(({ name }: { name: string }) => name.replace(" Ébauche", ""));
  };
  expect(await names({})).toEqual(["Ange", "Lou", "Zoé"]);
  expect(await names({ blockId })).toEqual(["Lou", "Zoé"]);
  await referent(trainerUpdate, { params: { trainerId: ids[2] ?? "" }, body: { retiredOn: "2017-05-02" } });
  expect(await names({})).toEqual(["Ange", "Zoé"]);
  expect(await names({ retired: "with" })).toEqual(["Ange", "Lou", "Zoé"]);
  const { body: first } = await referent(trainerList, { query: { search: "ebauche", limit: "1" } });
  expect(await names({ cursor: first.nextCursor })).toEqual(["Zoé"]);
});

test("a trainer sees themselves and no colleague, and changes nothing (G1)", async () => {
  const { userId, email } = await anAccount(app, "trainer");
  const own = await aTrainer(app.ctx, { userId });
  const colleague = await aTrainer(app.ctx);
  const trainer = await signedIn(app, email);
  const { body } = await trainer(trainerList);
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([own.id]);
  expect(await trainer(trainerRead, { params: { trainerId: own.id } })).toMatchObject({
    status: 200,
    headers: { etag: '"1"' },
    body: { can: { update: { allowed: false, code: "not_allowed" }, declareUnavailability: { allowed: true } } },
  });
  expect((await trainer(trainerRead, { params: { trainerId: colleague.id } })).status).toBe(404);
  const update = { params: { trainerId: own.id }, body: { retiredOn: null } };
  expect((await trainer(trainerUpdate, update)).status).toBe(403);
  expect((await trainer(trainerCreate, { body: { givenName: "Noa", usualName: "Exemple" } })).status).toBe(403);
});

test("of two changes at once on one version, one is made and the other told they changed meanwhile", async () => {
  const { id: trainerId } = await aTrainer(app.ctx);
  const sent = { params: { trainerId }, body: { retiredOn: "2018-08-01" }, headers: { "if-match": '"1"' } };
  const stale = await sentDuring(
    app,
    (ctx) => updateTrainer(ctx, trainerId, { retiredOn: "2018-07-01" }, 1),
    () => referent(trainerUpdate, sent),
  );
  expect(stale).toMatchObject({
    status: 412,
    body: { facts: { version: 2, current: { id: trainerId, retiredOn: "2018-07-01" } } },
  });
  expect(await eventsOf(trainerId)).toHaveLength(1);
});
