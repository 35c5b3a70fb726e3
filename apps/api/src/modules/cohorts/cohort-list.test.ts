import { cohortCancel, cohortCreate, cohortList, cohortRead } from "@passerelle/contracts/cohorts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aProgramme, cohortBody } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";

let app: TestApp;
let referent: Client;
const ids = new Map<string, string>();

/** Registration before, around and into the training, and a last one cancelled. */
const cohorts = {
  before: { name: "Élan", startsOn: "2017-05-16", endsOn: "2018-03-31" },
  around: { name: "Azur", registrationClosesOn: "2017-07-31", startsOn: "2017-06-01", endsOn: "2017-12-31" },
  late: {
    name: "Brume",
    registrationOpensOn: "2017-09-01",
    registrationClosesOn: "2017-09-30",
    startsOn: "2017-10-02",
  },
  gone: { name: "Cime", startsOn: "2017-11-02" },
};

beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  const programmeId = await aProgramme(app.ctx);
  for (const [code, changes] of Object.entries(cohorts)) {
    const { body } = await referent(cohortCreate, { body: { ...cohortBody, programmeId, code, ...changes } });
    ids.set(code, body.id);
  }
  await referent(cohortCancel, { params: { cohortId: ids.get("gone") ?? "" }, body: { reason: "Faute de monde" } });
});
afterAll(() => app.close());

async function codes(query: Record<string, string>): Promise<string[]> {
  const { body } = await referent(cohortList, { query });
  return body.items.map(({ code }: { code: string }) => code);
}

test.each([
  ["2016-12-31", { before: "upcoming", around: "upcoming", late: "upcoming" }],
  ["2017-01-01", { before: "registering", around: "registering", late: "upcoming" }],
  ["2017-05-15", { before: "upcoming", around: "registering", late: "upcoming" }],
  ["2017-06-01", { before: "running", around: "running", late: "upcoming" }],
  ["2017-09-30", { before: "running", around: "running", late: "registering" }],
  ["2017-12-31", { before: "running", around: "running", late: "running" }],
  ["2018-01-01", { before: "running", around: "finished", late: "running" }],
  ["2018-04-01", { before: "finished", around: "finished", late: "finished" }],
])("on %s each cohort is in one state, and the filter agrees", async (day, states) => {
  app.setNow(`${day}T10:00:00Z`);
  const expected = { ...states, gone: "cancelled" };
  for (const [code, state] of Object.entries(expected)) {
    const { body } = await referent(cohortRead, { params: { cohortId: ids.get(code) ?? "" } });
    expect([code, body.state]).toEqual([code, state]);
  }
  for (const state of ["upcoming", "registering", "running", "finished", "cancelled"]) {
    const inIt = Object.entries(expected).flatMap(([code, each]) => (each === state ? [code] : []));
    expect([state, (await codes({ state })).toSorted()]).toEqual([state, inIt.toSorted()]);
  }
});

test.each([
  [{}, ["gone", "late", "around", "before"]],
  [{ sort: "-startsOn" }, ["gone", "late", "around", "before"]],
  [{ sort: "startsOn" }, ["before", "around", "late", "gone"]],
])("sorted by %j, the first day decides", async (query, order) => {
  expect(await codes(query)).toEqual(order);
});

test("sorted by name, pages follow one another and miss nobody", async () => {
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await referent(cohortList, { query: { sort: "name", limit: "1", ...(cursor && { cursor }) } });
    seen.push(...body.items.map(({ name }: { name: string }) => name));
    cursor = body.nextCursor;
  } while (cursor);
  expect(seen.filter((name) => name !== "Élan")).toEqual(["Azur", "Brume", "Cime"]);
  expect(seen).toHaveLength(4);
});

test("a cohort once cancelled is not cancelled again", async () => {
  const sent = { params: { cohortId: ids.get("gone") ?? "" }, body: { reason: "encore" } };
  expect(await referent(cohortCancel, sent)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});
