import { closureCreate } from "@passerelle/contracts/closures";
import { cohortCancel, cohortCreate } from "@passerelle/contracts/cohorts";
import { planAdopt, planProposalCreate } from "@passerelle/contracts/plans";
import { programmeImportRun } from "@passerelle/contracts/programmes";
import { type ReferenceImport } from "@passerelle/contracts/reference-import";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort, cohortBody, msads } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

type Programme = ReferenceImport["programmes"][number];

async function propose(cohortId: string, body: object = { skipMonths: ["2017-08"] }): Promise<Answer> {
  return referent(planProposalCreate, { params: { cohortId }, body });
}

/** A cohort of a programme that differs from MSADS 2017 as said. */
async function cohortOf(changes: Partial<Programme>): Promise<string> {
  const code = crypto.randomUUID();
  const { titleVersions, programmes } = msads();
  const document = { titleVersions, programmes: [{ ...programmes[0], ...changes, code }] };
  const imported = await referent(programmeImportRun, { body: document });
  const programmeId = imported.body.programmes[0].id;
  const created = await referent(cohortCreate, { body: { ...cohortBody, code, programmeId } });
  return created.body.id;
}

const months = (answer: Answer): string[] =>
  answer.body.plan.sessions.map(({ halfDays }: { halfDays: { day: string }[] }) => halfDays[0]?.day.slice(0, 7));

test("the real programme comes out exactly: nine sessions of four days, two exam days, 22/32/22 half-days", async () => {
  const cohort = await aCohort(app.ctx);
  const answer = await propose(cohort.id);
  expect(answer.status).toBe(200);
  expect(answer.body.outcome).toBe("exact");
  expect(months(answer)).toEqual([
    "2017-05",
    "2017-06",
    "2017-07",
    "2017-09",
    "2017-10",
    "2017-11",
    "2017-12",
    "2018-01",
    "2018-02",
  ]);
  expect(answer.body.plan.examHalfDays.map(({ day }: { day: string }) => day.slice(0, 7))).toEqual(
    Array(4).fill("2018-03"),
  );
  expect(answer.body.proof).toMatchObject({
    exact: true,
    plannedMinutes: 15_960,
    counts: { sessions: 9, sessionDays: 36, examDays: 2, halfDays: 76 },
    blocks: [
      { code: "CCP1", plannedHalfDays: 22, differenceMinutes: 0 },
      { code: "CCP2", plannedHalfDays: 32, differenceMinutes: 0 },
      { code: "CCP3", plannedHalfDays: 22, differenceMinutes: 0 },
    ],
    findings: [],
  });
  expect(answer.body.skippedMonths).toEqual([
    { month: "2017-08", reason: "asked", detail: "Août 2017 : sans session, comme demandé." },
  ]);
});

test("a proposal stores nothing, and the same question has the same answer", async () => {
  const cohort = await aCohort(app.ctx);
  const [first, second] = [await propose(cohort.id), await propose(cohort.id)];
  expect(second.body).toEqual(first.body);
  const { prisma } = app.database;
  expect(await prisma.halfDay.count({ where: { cohortId: cohort.id } })).toBe(0);
  expect(await prisma.event.count({ where: { entityId: cohort.id, type: { not: "cohort.created" } } })).toBe(0);
});

test("when exam days do not count, CCP3 lacks 14 h, and it is said", async () => {
  const answer = await propose(await cohortOf({ examDaysCountAsTraining: false }));
  expect(answer.body).toMatchObject({ outcome: "gap", proof: { exact: false, differenceMinutes: -840 } });
  const differences = answer.body.proof.blocks.map(
    ({ differenceMinutes }: { differenceMinutes: number }) => differenceMinutes,
  );
  expect(differences).toEqual([0, 0, -840]);
  expect(answer.body.plan.examHalfDays[0].blockCode).toBeNull();
});

test("another shape works too: twelve sessions of three days in half-days of three hours", async () => {
  const blocks = [
    { code: "CCP1", minutes: 24 * 180 },
    { code: "CCP2", minutes: 26 * 180, examHalfDays: 0 },
    { code: "CCP3", minutes: 26 * 180, examHalfDays: 4 },
  ];
  const cohortId = await cohortOf({
    blocks,
    theoryMinutes: 76 * 180,
    sessionCount: 12,
    daysPerSession: 3,
    am: { start: "09:00", end: "12:00" },
    pm: { start: "13:30", end: "16:30" },
  } as Partial<Programme>);
  const answer = await propose(cohortId, { notAfter: "2018-12-31" });
  expect(answer.body).toMatchObject({
    outcome: "exact",
    proof: { counts: { sessions: 12, sessionDays: 36, halfDays: 76 } },
  });
});

test("a block that is no whole number of half-days is refused with the arithmetic", async () => {
  const blocks = [
    { code: "CCP1", minutes: 4_600 },
    { code: "CCP2", minutes: 6_740, examHalfDays: 2 },
    { code: "CCP3", minutes: 4_620, examHalfDays: 2 },
  ];
  const answer = await propose(await cohortOf({ blocks } as Partial<Programme>));
  expect(answer).toMatchObject({ status: 422, body: { code: "plan_impossible" } });
  expect(answer.body.errors).toMatchObject([
    {
      code: "block_not_multiple",
      facts: { blockCode: "CCP1", minutes: 4_600, halfDayMinutes: 210, below: 4_410, above: 4_620 },
    },
    { code: "block_not_multiple", facts: { blockCode: "CCP2" } },
  ]);
  expect(answer.body.detail).toMatch(/CCP1 : 76 h 40 ne font pas un nombre entier de demi-journées de 3 h 30/);
});

test("without room between the bounds it is refused, and the nearest end that would do does", async () => {
  const cohort = await aCohort(app.ctx);
  const refused = await propose(cohort.id, { notAfter: "2017-12-31" });
  expect(refused).toMatchObject({ status: 422, body: { code: "plan_impossible", facts: { sessionsNeeded: 9 } } });
  expect(refused.body.facts.sessionsPlaced).toBeLessThan(9);
  const { nearestNotAfter } = refused.body.facts;
  expect((await propose(cohort.id, { notAfter: nearestNotAfter })).status).toBe(200);
  const dayBefore = Temporal.PlainDate.from(nearestNotAfter).subtract({ days: 1 }).toString();
  expect((await propose(cohort.id, { notAfter: dayBefore })).status).toBe(422);
});

test.each([
  ["a bound far after the cohort's first day", { notAfter: "2099-12-31" }, "2017-05-16", "2099-12-31"],
  ["a bound far before the cohort's last day", { notBefore: "2014-03-30" }, "2014-03-30", "2018-03-31"],
])("%s is refused: four years at most", async (_name, bounds, notBefore, notAfter) => {
  const { id } = await aCohort(app.ctx);
  const answer = await propose(id, bounds);
  expect(answer).toMatchObject({ status: 400, body: { code: "request_invalid" } });
  expect(answer.body.errors).toMatchObject([
    { pointer: "/notAfter", code: "too_long", facts: { notBefore, notAfter } },
  ]);
  const { latest } = answer.body.errors[0].facts;
  expect((await propose(id, { ...bounds, notAfter: latest })).status).toBe(200);
});

test("a span too long is named by its two days, and what to do, in both languages", async () => {
  const { id } = await aCohort(app.ctx);
  const detailIn = async (language: string) => {
    const sent = { params: { cohortId: id }, body: { notAfter: "2021-05-17" } };
    return (await referent(planProposalCreate, { ...sent, headers: { "accept-language": language } })).body.detail;
  };
  expect(await detailIn("fr")).toBe(
    "Du mardi 16 mai 2017 au lundi 17 mai 2021, il y a plus de 4 ans. Rapprochez ces deux jours : avec ce début, la fin vient le dimanche 16 mai 2021 au plus tard.",
  );
  expect(await detailIn("en")).toBe(
    "From Tuesday, 16 May 2017 to Monday, 17 May 2021 is more than 4 years. Bring the two days closer: with this beginning, the end is on Sunday, 16 May 2021 at the latest.",
  );
});

test("the provider's closures and those of the question are both obeyed, and named", async () => {
  const cohort = await aCohort(app.ctx);
  const stored = { from: "2017-06-12", to: "2017-06-16", label: "Travaux" };
  await referent(closureCreate, { body: stored });
  const asked = { from: "2017-09-18", to: "2017-09-29", label: "Rentrée" };
  const answer = await propose(cohort.id, { skipMonths: ["2017-08"], closures: [asked] });
  const days: string[] = answer.body.plan.sessions.flatMap(({ halfDays }: { halfDays: { day: string }[] }) =>
    halfDays.map(({ day }) => day),
  );
  expect(
    days.filter((day) => (stored.from <= day && day <= stored.to) || (asked.from <= day && day <= asked.to)),
  ).toEqual([]);
  const named = answer.body.avoided.filter(({ code }: { code: string }) => code === "closure");
  expect(named.map(({ label }: { label: string }) => label)).toEqual(["Travaux", "Rentrée"]);
});

test("a refusal speaks English to those who do", async () => {
  const cohort = await aCohort(app.ctx);
  const sent = { params: { cohortId: cohort.id }, body: { notBefore: "2018-01-01", notAfter: "2017-12-31" } };
  const answer = await referent(planProposalCreate, { ...sent, headers: { "accept-language": "en" } });
  expect(answer.body.detail).toBe(
    "The end (Sunday, 31 December 2017) comes before the beginning (Monday, 1 January 2018).",
  );
});

test("two blocks, twelve sessions of three days, no certification: imported, proposed and adopted exactly", async () => {
  const code = crypto.randomUUID();
  const [edition] = msads().titleVersions;
  const titleVersions = [{ ...edition, code, titleCode: code, blocks: edition?.blocks.slice(0, 2), replaces: null }];
  const [base] = msads().programmes;
  const blocks = [
    { code: "CCP1", minutes: 30 * 180 },
    { code: "CCP2", minutes: 42 * 180 },
  ];
  const shape = { sessionCount: 12, daysPerSession: 3, examDayCount: 0, examDaysCountAsTraining: false };
  const times = { am: { start: "09:00", end: "12:00" }, pm: { start: "13:30", end: "16:30" } };
  const own = { ...base, ...shape, ...times, code, titleVersion: code, blocks, theoryMinutes: 72 * 180 };
  const imported = await referent(programmeImportRun, { body: { titleVersions, programmes: [own] } });
  const programmeId = imported.body.programmes[0].id;
  const body = { ...cohortBody, code, programmeId, endsOn: "2018-12-31" };
  const { body: cohort } = await referent(cohortCreate, { body });
  const [trainer, room] = [await aTrainer(app.ctx), await aRoom(app.ctx)];
  const trainers = blocks.map((block) => ({ blockCode: block.code, trainerIds: [trainer.id] }));
  const { body: proposal } = await propose(cohort.id, { trainers, rooms: [room.id] });
  expect(proposal).toMatchObject({ outcome: "exact", unmet: [], plan: { examHalfDays: [] } });
  const sent = { params: { cohortId: cohort.id }, body: proposal.plan, headers: { "if-match": '"1"' } };
  const { body: adopted } = await referent(planAdopt, sent);
  expect(adopted.proof).toMatchObject({
    exact: true,
    findings: [],
    counts: { sessions: 12, sessionDays: 36, examDays: 0, halfDays: 72 },
    blocks: [
      { plannedMinutes: 5_400, plannedHalfDays: 30 },
      { plannedMinutes: 7_560, plannedHalfDays: 42 },
    ],
  });
  expect(adopted.sessions[0].halfDays[1]).toMatchObject({ minutes: 180, startsAt: "2017-05-17T13:30" });
});

test("for a cancelled cohort nothing is proposed", async () => {
  const cohort = await aCohort(app.ctx);
  await referent(cohortCancel, { params: { cohortId: cohort.id }, body: { reason: "Pas assez d’inscriptions" } });
  expect(await propose(cohort.id)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});
