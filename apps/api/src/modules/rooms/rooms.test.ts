import { roomCreate, roomList, roomRead, roomUpdate } from "@passerelle/contracts/rooms";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aRoom, aSite } from "../../../test/resources.ts";
import { sentDuring } from "../../../test/waiting.ts";
import { updateRoom } from "./update-room.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

const eventsOf = (entityId: string) =>
  app.database.prisma.event.findMany({ where: { entityId }, orderBy: { id: "asc" } });

test("a room says each thing it holds once, case and accents apart, and is not accessible until said", async () => {
  const siteId = await aSite(app.ctx);
  const equipment = ["Vidéoprojecteur", "tableau blanc", "VIDEOPROJECTEUR", "vidéo-projecteur", "Tableau  blanc"];
  const body = { siteId, name: "Salle Garrigue", capacity: 14, equipment };
  const created = await referent(roomCreate, { body });
  expect(created).toMatchObject({
    status: 201,
    headers: { etag: '"1"' },
    body: {
      siteId,
      equipment: ["Vidéoprojecteur", "tableau blanc", "vidéo-projecteur"],
      accessible: false,
      retiredOn: null,
    },
  });
  const read = await referent(roomRead, { params: { roomId: created.body.id } });
  expect(read).toMatchObject({ status: 200, headers: { etag: '"1"' }, body: created.body });
});

test("a name is one room’s on its site, and free on another", async () => {
  const [siteId, other] = [await aSite(app.ctx), await aSite(app.ctx)];
  const body = { siteId, name: "Salle Étang", capacity: 12 };
  expect((await referent(roomCreate, { body })).status).toBe(201);
  const taken = { status: 409, body: { code: "already_exists", errors: [{ pointer: "/name" }] } };
  expect(await referent(roomCreate, { body })).toMatchObject(taken);
  expect((await referent(roomCreate, { body: { ...body, siteId: other } })).status).toBe(201);
  const room = await aRoom(app.ctx, { siteId });
  expect(await referent(roomUpdate, { params: { roomId: room.id }, body: { name: "Salle Étang" } })).toMatchObject(
    taken,
  );
});

test("a room on a site that does not exist is refused at its site, and nothing is written", async () => {
  const body = { siteId: "01890a5d-ac96-774b-bcce-b302099a8057", name: "Salle Nulle Part", capacity: 2 };
  expect(await referent(roomCreate, { body })).toMatchObject({
    status: 422,
    body: { code: "resource_invalid", errors: [{ pointer: "/siteId", code: "unknown_site" }] },
  });
  expect(await app.ctx.db.room.count({ where: { name: body.name } })).toBe(0);
});

test("a change is told with what was and what is; the same again is no change", async () => {
  const { id } = await aRoom(app.ctx);
  const change = {
    params: { roomId: id },
    body: { capacity: 16, equipment: ["écran", "Ecran"], retiredOn: "2017-09-01" },
  };
  expect(await referent(roomUpdate, change)).toMatchObject({ status: 200, body: { version: 2, equipment: ["écran"] } });
  expect(await referent(roomUpdate, change)).toMatchObject({ status: 200, body: { version: 2 } });
  expect(await eventsOf(id)).toMatchObject([
    {
      type: "room.changed",
      data: {
        from: { capacity: 14, equipment: [], retiredOn: null },
        to: { capacity: 16, equipment: ["écran"], retiredOn: "2017-09-01" },
      },
    },
  ]);
});

test("rooms are found by site, seats, access and what they hold, by name, accents apart", async () => {
  const siteId = await aSite(app.ctx);
  const rooms = [
    { name: "Salle Olivier", capacity: 8, accessible: false, equipment: ["Paperboard"] },
    { name: "Salle Étang", capacity: 12, accessible: true, equipment: ["Vidéoprojecteur", "paperboard"] },
    { name: "Salle Garrigue", capacity: 14, accessible: true, equipment: ["vidéoprojecteur"] },
    { name: "Salle Fermée", capacity: 30, accessible: true, retiredOn: "2017-05-02" },
    { name: "Salle Bientôt fermée", capacity: 10, accessible: false, retiredOn: "2017-05-03" },
  ];
  for (const room of rooms) await referent(roomCreate, { body: { siteId, ...room } });
  const names = async (query: Record<string, string>) => {
    const { body } = await referent(roomList, { query: { siteId, ...query } });
    return body.items.map(({ name }: { name: string }) => name.replace("Salle ", ""));
  };
  expect(await names({})).toEqual(["Bientôt fermée", "Étang", "Garrigue", "Olivier"]);
  expect(await names({ retired: "with" })).toEqual(["Bientôt fermée", "Étang", "Fermée", "Garrigue", "Olivier"]);
  expect(await names({ minCapacity: "12" })).toEqual(["Étang", "Garrigue"]);
  expect(await names({ accessible: "false" })).toEqual(["Bientôt fermée", "Olivier"]);
  expect(await names({ equipment: "VIDEOPROJECTEUR" })).toEqual(["Étang", "Garrigue"]);
  expect(await names({ equipment: "vidéo" })).toEqual([]);
  const { body: first } = await referent(roomList, { query: { siteId, limit: "2" } });
  expect(first.items.map(({ name }: { name: string }) => name)).toEqual(["Salle Bientôt fermée", "Salle Étang"]);
  expect(await names({ cursor: first.nextCursor })).toEqual(["Garrigue", "Olivier"]);
});

test("a trainer reads rooms and changes none; a key needs its scope", async () => {
  const { id, siteId } = await aRoom(app.ctx);
  const trainer = await app.as("trainer");
  const read = await trainer(roomRead, { params: { roomId: id } });
  expect(read).toMatchObject({ status: 200, body: { can: { update: { allowed: false, code: "not_allowed" } } } });
  expect((await trainer(roomUpdate, { params: { roomId: id }, body: { capacity: 1 } })).status).toBe(403);
  const reader = await app.withKey("resources:read");
  expect((await reader(roomList)).status).toBe(200);
  expect((await reader(roomCreate, { body: { siteId, name: "Salle Clé", capacity: 1 } })).status).toBe(403);
  const writer = await app.withKey("resources:write");
  const { body } = await writer(roomCreate, { body: { siteId, name: "Salle Clé", capacity: 1 } });
  expect(await eventsOf(body.id)).toMatchObject([{ type: "room.created", actorKind: "key" }]);
});

test("of two changes at once on one version, one is made and the other told it changed meanwhile", async () => {
  const { id: roomId } = await aRoom(app.ctx);
  const stale = await sentDuring(
    app,
    (ctx) => updateRoom(ctx, roomId, { capacity: 20 }, 1),
    () => referent(roomUpdate, { params: { roomId }, body: { capacity: 30 }, headers: { "if-match": '"1"' } }),
  );
  expect(stale).toMatchObject({ status: 412, body: { facts: { version: 2, current: { id: roomId, capacity: 20 } } } });
  expect(await eventsOf(roomId)).toHaveLength(1);
});
