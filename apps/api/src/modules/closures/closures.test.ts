import { closureCreate, closureDelete, closureList } from "@passerelle/contracts/closures";
import { planRead } from "@passerelle/contracts/plans";
import { sessionMove } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { besidesStaff } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

test("closures are listed by the days they touch, earliest first", async () => {
  const labels = async (query: Record<string, string>) => {
    const { body } = await referent(closureList, { query });
    return body.items.map(({ label }: { label: string }) => label);
  };
  await referent(closureCreate, { body: { from: "2031-12-23", to: "2032-01-01", label: "Noël" } });
  await referent(closureCreate, { body: { from: "2031-08-01", to: "2031-08-26", label: "Été" } });
  expect(await labels({})).toEqual(["Été", "Noël"]);
  expect(await labels({ from: "2031-08-26", to: "2031-12-22" })).toEqual(["Été"]);
  expect(await labels({ from: "2032-01-01" })).toEqual(["Noël"]);
});

test("a closure put on an adopted plan undoes nothing: the plan names the day until it is taken back", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const params = { cohortId: plan.cohortId };
  const created = await referent(closureCreate, { body: { from: "2017-09-18", to: "2017-09-18", label: "Grève" } });
  const { body: during } = await referent(planRead, { params });
  expect(during.proof.exact).toBe(true);
  expect(besidesStaff(during.proof)).toMatchObject([
    { code: "day_on_closure", detail: "Lundi 18 septembre 2017 est un jour de fermeture (Grève)." },
  ]);
  expect((await referent(closureDelete, { params: { closureId: created.body.id } })).status).toBe(204);
  expect(besidesStaff((await referent(planRead, { params })).body.proof)).toEqual([]);
  expect((await referent(closureDelete, { params: { closureId: created.body.id } })).status).toBe(404);
});

test("creating and taking back are told by events, on the day they take effect", async () => {
  const { body } = await referent(closureCreate, { body: { from: "2033-08-01", to: "2033-08-02", label: "Pont" } });
  await referent(closureDelete, { params: { closureId: body.id } });
  const events = await app.database.prisma.event.findMany({ where: { entityId: body.id }, orderBy: { id: "asc" } });
  expect(events).toMatchObject([
    { type: "closure.created", effectiveOn: new Date("2033-08-01"), actorKind: "person" },
    { type: "closure.deleted", data: { from: { label: "Pont" }, to: null } },
  ]);
});

test("its days are closed to a move while it stands, and open again once it is taken back", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const { body: closure } = await referent(closureCreate, {
    body: { from: "2017-07-03", to: "2017-07-07", label: "Inventaire" },
  });
  const sent = {
    params: { sessionId: plan.sessions[2]?.id ?? "" },
    body: { days: ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"] },
    headers: { "if-match": `"${plan.planVersion}"` },
  };
  expect(await referent(sessionMove, sent)).toMatchObject({ status: 422, body: { code: "plan_refused" } });
  const params = { closureId: closure.id };
  const stale = await referent(closureDelete, { params, headers: { "if-match": '"7"' } });
  expect(stale).toMatchObject({ status: 412, body: { facts: { version: 1 } } });
  expect((await referent(closureDelete, { params, headers: { "if-match": '"1"' } })).status).toBe(204);
  expect((await referent(sessionMove, sent)).status).toBe(200);
});

test("a closure that ends before it begins is refused, at its end", async () => {
  const answer = await referent(closureCreate, { body: { from: "2031-08-02", to: "2031-08-01", label: "Été" } });
  expect(answer).toMatchObject({ status: 400, body: { code: "request_invalid", errors: [{ pointer: "/to" }] } });
});
