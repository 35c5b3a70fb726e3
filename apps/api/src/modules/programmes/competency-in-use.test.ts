import { programmeImportRun } from "@passerelle/contracts/programmes";
import type { ReferenceImport } from "@passerelle/contracts/reference-import";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { cohortBody, msads } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainer } from "../../../test/resources.ts";
import { createCohort } from "../cohorts/create-cohort.ts";

let app: TestApp;
let referent: Client;
/** The 2017 edition with its programme, stored, and a competency of its first block that a half-day works on. */
let own: ReferenceImport;
let code: string;
let worked: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  const { titleVersions, programmes } = msads();
  code = `T-${crypto.randomUUID().slice(0, 8)}`;
  own = {
    titleVersions: [{ ...at(titleVersions), code, titleCode: code }],
    programmes: [{ ...at(programmes), code, titleVersion: code }],
  };
  const { body } = await run(own);
  worked = await aHalfDayAtWork(body.programmes[0].id);
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

/** A half-day that works on the first competency of CCP1; answers its identifier. */
async function aHalfDayAtWork(programmeId: string): Promise<string> {
  const { id: cohortId } = await createCohort(app.ctx, { ...cohortBody, programmeId, code });
  const competency = await app.ctx.db.competency.findFirstOrThrow({
    where: { position: 1, block: { code: "CCP1", titleVersion: { code } } },
  });
  const { id: competencyId, blockId } = competency;
  const times = { startsAt: new Date("2017-06-01T09:00:00Z"), endsAt: new Date("2017-06-01T12:30:00Z") };
  const { id: halfDayId } = await app.ctx.db.halfDay.create({
    data: { cohortId, kind: "exam", day: new Date("2017-06-01"), slot: "am", ...times, blockId },
  });
  await app.ctx.db.halfDayCompetency.create({ data: { halfDayId, blockId, competencyId } });
  return competencyId;
}

/** The edition as it was imported, for a test to change. */
const edition = () => structuredClone({ titleVersions: own.titleVersions });

async function expectRefused(changed: Pick<ReferenceImport, "titleVersions">): Promise<void> {
  const tried = await run(changed, true);
  const { code: competency } = at(at(at(own.titleVersions).blocks).competencies);
  expect(tried.body.faults).toMatchObject([
    {
      pointer: "/titleVersions/0/blocks",
      code: "competency_in_use",
      facts: { competency, block: "CCP1", halfDays: 1 },
    },
  ]);
  expect(await run(changed)).toMatchObject({ status: 422, body: { errors: tried.body.faults } });
}

test("a competency that a half-day works on stays in its edition", async () => {
  const gone = edition();
  at(at(gone.titleVersions).blocks).competencies.shift();
  await expectRefused(gone);
});

test("a competency that a half-day works on stays in its block (R1)", async () => {
  const moved = edition();
  const [from, to] = [at(at(moved.titleVersions).blocks), at(at(moved.titleVersions).blocks, 1)];
  to.competencies.push(...from.competencies.splice(0, 1));
  await expectRefused(moved);
});

test("its wording may change all the same", async () => {
  const reworded = edition();
  at(at(at(reworded.titleVersions).blocks).competencies).title = "Un autre intitulé";
  expect((await run(reworded)).body.titleVersions).toEqual([{ code, change: "updated" }]);
});

test("a competency that is only taught may go, and its trainers teach it no more", async () => {
  const { id: trainerId } = await aTrainer(app.ctx, { blockCodes: ["CCP1"] });
  const taught = async () => {
    const rows = await app.ctx.db.competency.findMany({
      where: { trainers: { some: { trainerId } }, block: { titleVersion: { code } } },
      orderBy: { position: "asc" },
    });
    return rows.map(({ id }) => id);
  };
  const before = await taught();
  expect(before[0]).toBe(worked);
  const untaught = edition();
  at(at(untaught.titleVersions).blocks).competencies.splice(1, 1);
  expect((await run(untaught)).body.titleVersions).toEqual([{ code, change: "updated" }]);
  expect(await taught()).toEqual(before.toSpliced(1, 1));
});
