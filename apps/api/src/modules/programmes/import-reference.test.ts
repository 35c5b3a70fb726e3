import { cohortCreate } from "@passerelle/contracts/cohorts";
import {
  competencyBlockList,
  programmeImportRun,
  programmeList,
  programmeRead,
  titleVersionList,
} from "@passerelle/contracts/programmes";
import { type ReferenceImport } from "@passerelle/contracts/reference-import";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCohort, cohortBody, msads } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { transaction } from "../../core/transaction.ts";
import { createCohort } from "../cohorts/create-cohort.ts";
import { importReference } from "./import-reference.ts";

let app: TestApp;
let referent: Client;
let document: ReferenceImport;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  await run(msads());
});
beforeEach(() => {
  document = msads();
});
afterAll(() => app.close());

async function run(body: unknown, dryRun = false): Promise<Answer> {
  return referent(programmeImportRun, { body, ...(dryRun && { query: { dryRun: "true" } }) });
}

const at = <Item>(items: readonly Item[], index = 0): Item => {
  const item = items[index];
  if (item === undefined) throw new Error(`nothing at ${index}`);
  return item;
};
const told = ({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`;

/** The 2017 edition under names of its own, so that a test may change it freely. */
function ownEdition(): ReferenceImport {
  const code = `T-${crypto.randomUUID().slice(0, 8)}`;
  const edition = { ...at(document.titleVersions), code, titleCode: code };
  return { titleVersions: [edition], programmes: [{ ...at(document.programmes), code, titleVersion: code }] };
}

test("both editions of the title come with their dates, blocks and programmes", async () => {
  const { body: editions } = await referent(titleVersionList, { query: { titleCode: "MSADS" } });
  expect(editions.items).toMatchObject([
    { code: "MSADS-2017", level: "IV", rncpCode: null, inForceFrom: "2017-05-16", inForceTo: "2022-05-15" },
    { code: "MSADS-2022", level: "4", rncpCode: "RNCP36241", inForceFrom: "2022-05-16", inForceTo: "2027-05-16" },
  ]);
  const { body: blocks } = await referent(competencyBlockList, { query: { titleVersionCode: "MSADS-2022" } });
  const counts = blocks.items.map(({ competencies }: { competencies: unknown[] }) => competencies.length);
  expect(counts).toEqual([3, 8, 3]);
  expect(blocks.items[1].competencies[5]).toMatchObject({ code: "CP9", wording: "unverified" });
  const successions = await app.database.prisma.competencySuccession.findMany({
    include: { from: true, to: true },
    where: { from: { code: "C06" } },
  });
  expect(successions).toMatchObject([{ from: { title: at(successions).to.title }, to: { code: "CP9" } }]);
  const { body: programmes } = await referent(programmeList);
  const { body: programme } = await referent(programmeRead, { params: { programmeId: programmes.items[0].id } });
  expect(programme).toMatchObject({
    theoryMinutes: 15_960,
    placementMinutes: 21_000,
    halfDayMinutes: 210,
    blocks: [{ minutes: 4_620 }, { minutes: 6_720, examHalfDays: 2 }, { minutes: 4_620, examHalfDays: 2 }],
  });
  const training = programme.tariffs.find(({ product }: { product: string }) => product === "training");
  expect(training.amountCents).toBe(372_400);
});

test("the same document again changes nothing, and no event says otherwise", async () => {
  const before = await app.database.prisma.event.count();
  const { body } = await run(document);
  const changes = [...body.titleVersions, ...body.programmes].map(({ change }: { change: string }) => change);
  expect(new Set(changes)).toEqual(new Set(["unchanged"]));
  expect(await app.database.prisma.event.count()).toBe(before);
});

const wrongs: readonly [string, (document: ReferenceImport) => unknown, string][] = [
  [
    "R1: one competency in two blocks",
    ({ titleVersions }) => (at(at(at(titleVersions).blocks, 1).competencies).code = "C01"),
    "/titleVersions/0/blocks/1/competencies/0/code competency_twice",
  ],
  [
    "R2: a 2022 edition from 15 May 2022",
    ({ titleVersions }) => (at(titleVersions, 1).inForceFrom = "2022-05-15"),
    "/titleVersions/1/inForceFrom editions_overlap",
  ],
  [
    "R4: 266 h with 77/112/70",
    ({ programmes }) => (at(at(programmes).blocks, 2).minutes = 4_200),
    "/programmes/0/theoryMinutes hours_do_not_add_up",
  ],
  ["R5: 0 h", ({ programmes }) => (at(at(programmes).blocks).minutes = 0), "/programmes/0/blocks/0/minutes too_small"],
  [
    "R5: 3.3333 h",
    ({ programmes }) => (at(at(programmes).blocks).minutes = 3.3333 * 60),
    "/programmes/0/blocks/0/minutes invalid_type",
  ],
  [
    "R5: a day of 11 h",
    ({ programmes }) =>
      Object.assign(at(programmes), { am: { start: "07:00", end: "12:30" }, pm: { start: "13:30", end: "19:00" } }),
    "/programmes/0/pm/end day_too_long",
  ],
  [
    "R6: a second 2017 rate",
    ({ programmes }) => at(programmes).tariffs.push({ ...at(at(programmes).tariffs, 1), code: "AUTRE" }),
    "/programmes/0/tariffs/4/validFrom tariffs_overlap",
  ],
  [
    "R7: half a cent",
    ({ programmes }) => (at(at(programmes).tariffs).amountCents = 50.5),
    "/programmes/0/tariffs/0/amountCents invalid_type",
  ],
  [
    "R7: less than nothing",
    ({ programmes }) => (at(at(programmes).tariffs).amountCents = -1),
    "/programmes/0/tariffs/0/amountCents too_small",
  ],
];

test.each(wrongs)("%s is refused at its place: told by a dry run, 422 for real", async (_name, spoil, fault) => {
  spoil(document);
  const tried = await run(document, true);
  expect(tried).toMatchObject({ status: 200, body: { ok: false, dryRun: true } });
  expect(tried.body.faults.map(told)).toContain(fault);
  const real = await run(document);
  expect(real).toMatchObject({ status: 422, body: { code: "reference_invalid", errors: tried.body.faults } });
});

test("faults of shape and rule are told together, over the whole document, and nothing is stored", async () => {
  const own = ownEdition();
  at(at(own.titleVersions).blocks).title = "";
  at(at(own.programmes).blocks, 2).minutes = 4_200;
  const second = { ...at(document.programmes, 1), code: "SECOND", titleVersion: "MSADS-2022", theoryMinutes: 16_000 };
  const { body } = await run({ titleVersions: own.titleVersions, programmes: [...own.programmes, second] }, true);
  expect(body.faults.map(told)).toEqual([
    "/titleVersions/0/blocks/0/title too_small",
    "/programmes/1/theoryMinutes hours_do_not_add_up",
  ]);
  expect(
    await app.database.prisma.programme.count({ where: { code: { in: ["SECOND", at(own.programmes).code] } } }),
  ).toBe(0);
});

test("a dry run of a good document says what would change, and writes nothing", async () => {
  const own = ownEdition();
  const { body } = await run(own, true);
  expect(body).toMatchObject({
    ok: true,
    faults: [],
    titleVersions: [{ change: "created" }],
    programmes: [{ id: null }],
  });
  expect(await app.database.prisma.titleVersion.count({ where: { code: at(own.titleVersions).code } })).toBe(0);
});

test("a changed title keeps every identifier, and a competency may change block with its own", async () => {
  const own = ownEdition();
  await run(own);
  const { code } = at(own.titleVersions);
  const idsOf = async () => {
    const rows = await app.database.prisma.competency.findMany({
      where: { block: { titleVersion: { code } } },
      orderBy: { code: "asc" },
    });
    return rows.map(({ id }) => id);
  };
  const before = await idsOf();
  const [first, second] = [at(at(own.titleVersions).blocks), at(at(own.titleVersions).blocks, 1)];
  first.title = "Un autre intitulé";
  second.competencies.push(...first.competencies.splice(2, 1));
  expect((await run(own)).body.titleVersions).toEqual([{ code, change: "updated" }]);
  expect(await idsOf()).toEqual(before);
});

test("what a cohort follows keeps its hours and rhythm; prices, names and notes may change", async () => {
  await aCohort(app.ctx);
  at(document.programmes).sessionCount = 10;
  const refused = await run(document);
  expect(refused.body.errors.map(told)).toEqual(["/programmes/0 programme_in_use"]);
  document = msads();
  at(document.programmes).notes.push("Une note de plus");
  expect((await run(document)).body.programmes[0]).toMatchObject({ change: "updated" });
  await run(msads());
});

test("a block that a programme teaches stays in its edition, and a dry run says so", async () => {
  const own = ownEdition();
  await run(own);
  at(own.titleVersions).blocks.pop();
  const editions = { titleVersions: own.titleVersions };
  const tried = await run(editions, true);
  expect(tried.body.faults.map(told)).toEqual(["/titleVersions/0/blocks block_in_use"]);
  expect((await run(editions)).body.errors).toEqual(tried.body.faults);
});

test("the order of editions in a document, and a succession said twice, make no difference", async () => {
  const other = await startApp();
  const admin = await other.as("admin");
  const succession = at(document.titleVersions, 1).replaces?.competencies ?? [];
  succession.push(at(succession));
  const body = { ...document, titleVersions: document.titleVersions.toReversed() };
  expect((await admin(programmeImportRun, { body })).body).toMatchObject({ ok: true });
  const again = await admin(programmeImportRun, { body: msads() });
  expect(again.body.titleVersions.map(({ change }: { change: string }) => change)).toEqual(["unchanged", "unchanged"]);
  await other.close();
});

test("two imports of one new document at once store it once", async () => {
  const own = ownEdition();
  const answers = await Promise.all([run(own), run(own)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  const changes = answers.map(({ body }) => body.programmes[0].change);
  expect(changes.toSorted((a, b) => a.localeCompare(b))).toEqual(["created", "unchanged"]);
});

describe("a cohort created while its programme is imported", () => {
  /** A programme of its own that no cohort follows, and the same with other hours and dates. */
  async function changing() {
    const own = ownEdition();
    const programmeId: string = (await run(own)).body.programmes[0].id;
    const changed = structuredClone(own);
    at(changed.titleVersions).inForceFrom = "2017-06-01";
    at(changed.programmes).sessionCount = 10;
    const body = { ...cohortBody, programmeId, code: at(own.programmes).code };
    return { changed, body };
  }

  test("waits for an import that came first, and is held to what it says", async () => {
    const { changed, body } = await changing();
    const { creating } = await transaction(app.ctx, async (ctx) => {
      await importReference(ctx, changed, false);
      const creating = referent(cohortCreate, { body });
      await Promise.race([creating, oneWaits()]);
      return { creating };
    });
    expect((await creating).body.errors?.map(told)).toEqual(["/startsOn starts_outside_title"]);
  });

  test("makes an import that came second wait, and refuses it", async () => {
    const { changed, body } = await changing();
    const { importing } = await transaction(app.ctx, async (ctx) => {
      await createCohort(ctx, body);
      const importing = run(changed);
      await Promise.race([importing, oneWaits()]);
      return { importing };
    });
    expect((await importing).body.errors?.map(told)).toEqual(["/programmes/0 programme_in_use"]);
  });

  /** Resolves once a statement waits for a lock in this database. */
  async function oneWaits(): Promise<void> {
    const waiting = "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    while ((await app.database.pool.query(waiting)).rowCount !== 1);
  }
});

test.each([[null], ["text"], [[]], [{ titleVersions: {} }], [{ programmes: [null] }]])(
  "%j is no document",
  async (body) => {
    const { status, body: answer } = await referent(programmeImportRun, {
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
    expect(status).toBe(422);
    expect(answer.errors.length).toBeGreaterThan(0);
  },
);

test("a price of a programme that a cohort follows may change", async () => {
  const { id } = (await aCohort(app.ctx)).programme;
  const tariff = at(at(document.programmes).tariffs);
  tariff.amountCents += 100;
  expect((await run(document)).body.programmes[0]).toMatchObject({ id, change: "updated" });
  const { body } = await referent(programmeRead, { params: { programmeId: id } });
  const stored = body.tariffs.find(({ code }: { code: string }) => code === tariff.code);
  expect(stored.amountCents).toBe(tariff.amountCents);
  await run(msads());
});
