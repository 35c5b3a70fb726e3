import { cohortCancel, cohortCreate, cohortList, cohortRead, cohortUpdate } from "@passerelle/contracts/cohorts";
import { planEdit } from "@passerelle/contracts/plan-edits";
import { planRead } from "@passerelle/contracts/plans";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort, aPlannedCohort, aProgramme, cohortBody } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment } from "../../../test/people.ts";
import { aSite, aTrainer, besidesStaff } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
let programmeId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  programmeId = await aProgramme(app.ctx);
});
beforeEach(() => app.setNow("2017-05-02T10:00:00Z"));
afterAll(() => app.close());

async function create(changes: object = {}): Promise<Answer> {
  return referent(cohortCreate, { body: { ...cohortBody, programmeId, code: crypto.randomUUID(), ...changes } });
}

const told = (answer: Answer): string[] =>
  answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);

test("a cohort is created with its programme, an address, and what may be done with it", async () => {
  const answer = await create();
  expect(answer.status).toBe(201);
  expect(answer.headers).toMatchObject({ etag: '"1"', location: `/api/v1/cohorts/${answer.body.id}` });
  expect(answer.body).toMatchObject({
    programme: { code: "MSADS-2017", titleVersion: { code: "MSADS-2017" } },
    plan: { sessions: 0, dueMinutes: 15_960, plannedMinutes: 0 },
    can: { update: { allowed: true }, cancel: { allowed: true }, plan: { allowed: true } },
  });
});

test("R3: it starts while its edition is in force", async () => {
  expect(told(await create({ startsOn: "2017-05-15" }))).toEqual(["/startsOn starts_outside_title"]);
  expect((await create({ startsOn: "2017-05-16" })).status).toBe(201);
  const later = await app.database.prisma.programme.findUniqueOrThrow({ where: { code: "MSADS-2022" } });
  const dates = { programmeId: later.id, endsOn: "2028-03-31" };
  expect((await create({ ...dates, startsOn: "2027-05-16" })).status).toBe(201);
  expect(told(await create({ ...dates, startsOn: "2027-05-17" }))).toEqual(["/startsOn starts_outside_title"]);
});

test("training lasts four years at most, and a change is held to it too", async () => {
  const answer = await create({ endsOn: "2021-05-17" });
  expect(answer).toMatchObject({ status: 422, body: { code: "cohort_invalid" } });
  expect(told(answer)).toEqual(["/endsOn too_long"]);
  expect(answer.body.errors[0].detail).toBe(
    "Du mardi 16 mai 2017 au lundi 17 mai 2021, la formation dure plus de 4 ans. Finissez-la le dimanche 16 mai 2021 au plus tard.",
  );
  const { body: cohort } = await create({ endsOn: "2021-05-16" });
  const params = { cohortId: cohort.id };
  expect(told(await referent(cohortUpdate, { params, body: { endsOn: "2099-12-31" } }))).toEqual(["/endsOn too_long"]);
});

test("dates that do not hold together are told all at once", async () => {
  const answer = await create({
    registrationOpensOn: "2017-06-01",
    registrationClosesOn: "2017-05-01",
    startsOn: "2017-06-01",
    endsOn: "2017-04-01",
  });
  expect(answer.status).toBe(422);
  expect(told(answer)).toEqual([
    "/registrationClosesOn registration_reversed",
    "/registrationClosesOn registration_closes_after_end",
    "/endsOn dates_reversed",
  ]);
});

test("a change is held to the same rules, with what it leaves as it was", async () => {
  const { body: cohort } = await create();
  const change = (body: object) => referent(cohortUpdate, { params: { cohortId: cohort.id }, body });
  expect(told(await change({ startsOn: "2017-05-15" }))).toEqual(["/startsOn starts_outside_title"]);
  expect(told(await change({ endsOn: "2017-05-15" }))).toEqual(["/endsOn dates_reversed"]);
  expect((await referent(cohortRead, { params: { cohortId: cohort.id } })).body).toEqual(cohort);
});

test("a code is used once", async () => {
  const { body } = await create();
  const again = await create({ code: body.code });
  expect(again).toMatchObject({ status: 409, body: { code: "already_exists", errors: [{ pointer: "/code" }] } });
});

test("a programme that is not there is a fault of its field", async () => {
  expect(told(await create({ programmeId: "01890a5d-ac96-774b-bcce-b302099a8057" }))).toEqual([
    "/programmeId unknown_programme",
  ]);
});

test("a cohort learns at a site, whose holidays it keeps; one that is not there is a fault of its field", async () => {
  const siteId = await aSite(app.ctx, { holidayZone: "alsace_moselle" });
  const { body: cohort } = await create({ siteId });
  expect(cohort).toMatchObject({ site: { id: siteId }, holidayZone: "alsace-moselle" });
  const absent = "01890a5d-ac96-774b-bcce-b302099a8057";
  const refused = await create({ siteId: absent, startsOn: "2017-05-15" });
  expect(refused).toMatchObject({ status: 422, body: { code: "cohort_invalid" } });
  expect(told(refused)).toEqual(["/startsOn starts_outside_title", "/siteId unknown_site"]);
  const params = { cohortId: cohort.id };
  expect(told(await referent(cohortUpdate, { params, body: { siteId: absent } }))).toEqual(["/siteId unknown_site"]);
  const { body: without } = await referent(cohortUpdate, { params, body: { siteId: null } });
  expect(without).toMatchObject({ site: null, holidayZone: "metropole", version: 2 });
});

test("another site changes the holidays a plan is proven with, and is told; the same site is no change", async () => {
  const { cohortId, planVersion } = await aPlannedCohort(app.ctx);
  const [params, siteId] = [{ cohortId }, await aSite(app.ctx)];
  await app.ctx.db.site.update({ where: { id: siteId }, data: { holidayZone: "la_reunion" } });
  const sent = { params, body: { siteId } };
  const { body } = await referent(cohortUpdate, { ...sent, headers: { "if-match": `"${planVersion}"` } });
  expect(body).toMatchObject({ site: { id: siteId }, holidayZone: "la-reunion", version: planVersion + 1 });
  expect((await referent(cohortUpdate, sent)).body.version).toBe(planVersion + 1);
  const { body: plan } = await referent(planRead, { params });
  const holidays = plan.proof.findings.filter(({ code }: { code: string }) => code === "day_on_public_holiday");
  expect(holidays).toMatchObject([{ facts: { day: "2017-12-20" } }]);
  const events = await app.ctx.db.event.findMany({ where: { entityId: cohortId, type: "cohort.changed" } });
  expect(events).toMatchObject([{ data: { from: { siteId: null }, to: { siteId } } }]);
});

test("a change tells its event what was and what is, and nothing else", async () => {
  const { body: cohort } = await create();
  const params = { cohortId: cohort.id };
  const changed = await referent(cohortUpdate, { params, body: { capacity: 14, name: cohort.name } });
  expect(changed.body).toMatchObject({ capacity: 14, version: 2 });
  const event = await app.database.prisma.event.findFirstOrThrow({
    where: { entityId: cohort.id, type: "cohort.changed" },
  });
  expect(event.data).toEqual({ from: { capacity: 12 }, to: { capacity: 14 } });
  const same = await referent(cohortUpdate, { params, body: { capacity: 14 } });
  expect(same.body.version).toBe(2);
});

test("of two changes at once on one version, one is made and the other told", async () => {
  const { body: cohort } = await create();
  const change = (capacity: number) =>
    referent(cohortUpdate, { params: { cohortId: cohort.id }, body: { capacity }, headers: { "if-match": '"1"' } });
  const answers = await Promise.all([change(13), change(14)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

test("half-days left outside new dates are named in the proof, not lost", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const params = { cohortId: plan.cohortId };
  expect((await referent(cohortUpdate, { params, body: { endsOn: "2018-03-05" } })).status).toBe(200);
  const { body } = await referent(planRead, { params });
  expect(besidesStaff(body.proof)).toMatchObject([{ code: "outside_cohort", facts: { days: ["2018-03-06"] } }]);
});

test.each([
  ["2016-12-31T12:00:00Z", "upcoming"],
  ["2016-12-31T23:30:00Z", "registering"], // already 1 January in Paris
  ["2017-04-30T12:00:00Z", "registering"],
  ["2017-05-10T12:00:00Z", "upcoming"],
  ["2017-05-16T12:00:00Z", "running"],
  ["2018-03-31T12:00:00Z", "running"],
  ["2018-04-01T12:00:00Z", "finished"],
])("at %s the page's cohort is %s, and the filter finds it there and nowhere else", async (instant, state) => {
  app.setNow("2017-05-02T10:00:00Z");
  const { id } = await aCohort(app.ctx);
  app.setNow(instant);
  expect((await referent(cohortRead, { params: { cohortId: id } })).body.state).toBe(state);
  const found: string[] = [];
  for (const each of ["upcoming", "registering", "running", "finished", "cancelled"]) {
    const { body } = await referent(cohortList, { query: { state: each, limit: "200" } });
    if (body.items.some((item: { id: string }) => item.id === id)) found.push(each);
  }
  expect(found).toEqual([state]);
});

test("a search finds a part of a name or code, whatever the case", async () => {
  await create({ name: "Promotion Étoile", code: "ETOILE-1" });
  for (const wildcard of ["%", "_", "\\"]) {
    expect((await referent(cohortList, { query: { search: wildcard } })).body.items).toEqual([]);
  }
  for (const search of ["étoile", "toile-1", "ÉTOILE"]) {
    const { body } = await referent(cohortList, { query: { search } });
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual(["ETOILE-1"]);
  }
});

test("a cancelled cohort cancels its half-days, keeps its reason, and changes no more", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const params = { cohortId: plan.cohortId };
  const cancelled = await referent(cohortCancel, { params, body: { reason: "Pas assez d’inscriptions" } });
  expect(cancelled.body).toMatchObject({
    state: "cancelled",
    cancelledReason: "Pas assez d’inscriptions",
    plan: { halfDays: 0 },
    can: { update: { allowed: false, code: "illegal_move" } },
  });
  expect(await app.database.prisma.halfDay.count({ where: { ...params, state: "cancelled" } })).toBe(76);
  const event = await app.database.prisma.event.findFirstOrThrow({
    where: { entityId: plan.cohortId, type: "cohort.cancelled" },
  });
  expect(event.data).toEqual({
    from: { state: "upcoming" },
    to: { state: "cancelled", reason: "Pas assez d’inscriptions", halfDaysCancelled: 76 },
  });
  const again = await referent(cohortUpdate, { params, body: { capacity: 20 } });
  expect(again).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("cancelling a cohort is the last version of its plan, and what was drafted goes", async () => {
  const { cohortId, sessions } = await aPlannedCohort(app.ctx);
  const { prisma } = app.database;
  const where = { id: sessions[0]?.halfDays[0]?.id ?? "" };
  await prisma.halfDay.update({ where, data: { state: "cancelled", cancelledReason: "Salle inondée" } });
  const halfDays = [{ id: sessions[1]?.halfDays[0]?.id, remote: true }];
  const drafted = { params: { cohortId }, body: { halfDays }, headers: { "if-match": "*" } };
  expect((await referent(planEdit, drafted)).status).toBe(200);
  await referent(cohortCancel, { params: { cohortId }, body: { reason: "Pas assez d’inscriptions" } });
  expect(await prisma.planVersion.count({ where: { cohortId } })).toBe(2);
  const revised = await prisma.halfDayRevision.findMany({ where: { cohortId, number: 2 }, select: { row: true } });
  expect(revised.length).toBe(75);
  const reasons = new Set(revised.map(({ row }) => (row as { cancelledReason: string }).cancelledReason)); // as: a row
  expect([...reasons]).toEqual(["Pas assez d’inscriptions"]);
  expect(await prisma.halfDay.count({ where: { cohortId, remote: true } })).toBe(0);
  expect(await prisma.planChange.groupBy({ by: "state", where: { cohortId }, orderBy: { state: "asc" } })).toEqual([
    { state: "discarded" },
    { state: "published" },
  ]);
});

test("those who were to come are told once that a cohort is cancelled, and why; nobody else", async () => {
  const { cohortId, sessions } = await aPlannedCohort(app.ctx);
  const { prisma } = app.database;
  const withAddress = (personId: string, email: string) =>
    prisma.person.update({ where: { id: personId }, data: { email } });
  const [teaching, idle] = [await aTrainer(app.ctx), await aTrainer(app.ctx)];
  await withAddress(teaching.personId, "formatrice@exemple.test");
  await withAddress(idle.personId, "autre@exemple.test");
  await prisma.halfDay.updateMany({
    where: { id: { in: sessions.flatMap(({ halfDays }) => halfDays[0]?.id ?? []) } },
    data: { trainerId: teaching.id },
  });
  const { personId } = await anEnrolment(app.ctx, cohortId, { state: "enrolled" });
  await withAddress(personId, "stagiaire@exemple.test");
  await anEnrolment(app.ctx, cohortId, { state: "enrolled" });
  const left = await anEnrolment(app.ctx, cohortId, { state: "cancelled" });
  await withAddress(left.personId, "partie@exemple.test");
  const english = { "accept-language": "en" };
  await referent(cohortCancel, {
    params: { cohortId },
    body: { reason: "Pas assez d’inscriptions" },
    headers: english,
  });
  await app.deliver();
  expect(app.mails.map(({ to }) => to).toSorted()).toEqual(["formatrice@exemple.test", "stagiaire@exemple.test"]);
  expect(app.mails.find(({ to }) => to.startsWith("stagiaire"))).toMatchObject({
    subject: "Formation annulée (Promotion 2017-2018)",
    text: "Bonjour Amel,\n\nLa formation « Promotion 2017-2018 », prévue du mardi 16 mai 2017 au samedi 31 mars 2018, est annulée. Les demi-journées prévues n’auront pas lieu.\n\nMotif : Pas assez d’inscriptions\n\nUne question ? Votre centre de formation vous répondra.\n",
  });
});

test("a half-day cancelled before its cohort keeps its own reason", async () => {
  const { cohortId, sessions } = await aPlannedCohort(app.ctx);
  const where = { id: sessions[0]?.halfDays[0]?.id ?? "" };
  await app.database.prisma.halfDay.update({ where, data: { state: "cancelled", cancelledReason: "Salle inondée" } });
  await referent(cohortCancel, { params: { cohortId }, body: { reason: "Pas assez d’inscriptions" } });
  const reasons = await app.database.prisma.halfDay.groupBy({
    by: "cancelledReason",
    where: { cohortId },
    _count: true,
  });
  expect(new Map(reasons.map(({ cancelledReason, _count }) => [cancelledReason, _count]))).toEqual(
    new Map([
      ["Pas assez d’inscriptions", 75],
      ["Salle inondée", 1],
    ]),
  );
});

test("once a half-day was held a cohort is no longer cancelled", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const first = plan.sessions[0]?.halfDays[0]?.id ?? "";
  await app.database.prisma.halfDay.update({ where: { id: first }, data: { state: "held" } });
  const answer = await referent(cohortCancel, { params: { cohortId: plan.cohortId }, body: { reason: "x" } });
  expect(answer).toMatchObject({ status: 409, body: { code: "illegal_move", facts: { held: 1 } } });
  expect(answer.body.detail).toMatch(/^Une demi-journée a déjà eu lieu /);
  expect(await app.database.prisma.halfDay.count({ where: { cohortId: plan.cohortId, state: "cancelled" } })).toBe(0);
});
