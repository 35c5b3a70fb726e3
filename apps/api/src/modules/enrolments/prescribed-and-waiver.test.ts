import {
  enrolmentHistory,
  enrolmentMove,
  enrolmentPrescribe,
  enrolmentRead,
  placementWaive,
  placementWaiverEnd,
} from "@passerelle/contracts/enrolments";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment, aTrainee } from "../../../test/people.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  cohortId = (await aCohort(app.ctx)).id;
});
beforeEach(() => app.setNow("2017-10-10T10:00:00Z"));
afterAll(() => app.close());

const any = { "if-match": "*" };
const reason = "Positionnement du 2 mai";
const shorter = [
  { blockCode: "CCP3", minutes: 4620 },
  { blockCode: "CCP1", minutes: 0 },
  { blockCode: "CCP2", minutes: 6510 },
];
const job = {
  employer: "Association Exemple",
  jobTitle: "Médiatrice sociale",
  employedFrom: "2016-09-01",
  employedUntil: null,
  proof: "Contrat de travail",
  proofSeenOn: "2017-05-02",
};

const told = (answer: Answer): string[] =>
  answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
const prescribe = (enrolmentId: string, prescribed: object[], headers: Record<string, string> = any) =>
  referent(enrolmentPrescribe, { params: { enrolmentId }, body: { prescribed, reason }, headers });
const waive = (enrolmentId: string, changes: object = {}) =>
  referent(placementWaive, { params: { enrolmentId }, body: { ...job, ...changes }, headers: any });
const lapse = (enrolmentId: string, endedOn: string) =>
  referent(placementWaiverEnd, { params: { enrolmentId }, body: { endedOn, reason: "Fin du contrat" }, headers: any });
const read = (enrolmentId: string) => referent(enrolmentRead, { params: { enrolmentId } });

test("the hours prescribed are set block by block, and told once", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  const answer = await prescribe(enrolmentId, shorter, { "if-match": '"1"' });
  expect(answer.body.prescribed).toMatchObject([
    { blockCode: "CCP1", prescribedMinutes: 0, dueMinutes: 4620 },
    { blockCode: "CCP2", prescribedMinutes: 6510, dueMinutes: 6720 },
    { blockCode: "CCP3", prescribedMinutes: 4620, dueMinutes: 4620 },
  ]);
  expect(answer.body.version).toBe(2);
  expect((await prescribe(enrolmentId, shorter)).body.version).toBe(2);
  const events = await app.database.prisma.event.findMany({ where: { entityId: enrolmentId } });
  expect(events).toMatchObject([{ type: "enrolment.prescribed", data: { to: { reason } } }]);
});

test("hours that are not the programme's are refused, every fault named", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  const none = shorter.map(({ blockCode }) => ({ blockCode, minutes: 0 }));
  expect(told(await prescribe(enrolmentId, none))).toEqual(["/prescribed nothing_prescribed"]);
  const twice = await prescribe(enrolmentId, [...shorter, { blockCode: "CCP2", minutes: 210 }]);
  expect(twice).toMatchObject({ status: 422, body: { code: "enrolment_invalid" } });
  expect(told(twice)).toEqual(["/prescribed/3/blockCode block_twice"]);
  expect((await read(enrolmentId)).body.version).toBe(1);
});

test("prescribing, waiving and ending a waiver are the referent's, or a key's, while the path goes on", async () => {
  const { client, enrolmentId } = await aTrainee(app, cohortId);
  const requests = [
    [enrolmentPrescribe, { prescribed: shorter, reason }],
    [placementWaive, job],
    [placementWaiverEnd, { endedOn: "2017-10-01", reason }],
  ] as const;
  const admin = await app.as("admin");
  const key = await app.withKey("enrolments:write");
  for (const [contract, body] of requests) {
    const sent = { params: { enrolmentId }, body, headers: any };
    expect((await admin(contract, sent)).status).toBe(403);
    expect((await client(contract, sent)).status).toBe(403);
    expect((await key(contract, sent)).status).toBe(200);
  }
  await app.database.prisma.enrolment.update({ where: { id: enrolmentId }, data: { state: "completed" } });
  for (const [contract, body] of requests) {
    const ended = await referent(contract, { params: { enrolmentId }, body, headers: any });
    expect(ended).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  }
});

test("of two changes at once on one version, one is made and the other told", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  const answers = await Promise.all([
    prescribe(enrolmentId, shorter, { "if-match": '"1"' }),
    referent(placementWaive, { params: { enrolmentId }, body: job, headers: { "if-match": '"1"' } }),
  ]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});

test("P2: a placement is waived for an employment over the whole training, and then nothing is due", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  const { body } = await waive(enrolmentId);
  expect(body.placement).toEqual({ need: "waived", requiredMinutes: 0, waiver: { id: expect.any(String), ...job } });
  const params = { enrolmentId };
  expect((await referent(enrolmentMove, { params, body: { to: "completed" } })).body.state).toBe("completed");
});

test("G2: the waiver already in force, said again, changes nothing", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  const { body: first } = await waive(enrolmentId, { employedUntil: "2018-06-30" });
  expect((await waive(enrolmentId, { employedUntil: "2018-06-30" })).body).toEqual(first);
  expect((await waive(enrolmentId)).body.version).toBe(first.version + 1);
  expect(await app.database.prisma.placementWaiver.count({ where: { enrolmentId } })).toBe(2);
});

test("P2: a waiver whose employment does not cover the training, or whose proof is yet to be seen, is refused", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  const answer = await waive(enrolmentId, {
    employedFrom: "2017-05-17",
    employedUntil: "2017-05-01",
    proofSeenOn: "2017-10-11",
  });
  expect(answer).toMatchObject({ status: 422, body: { code: "enrolment_invalid" } });
  expect(told(answer)).toEqual([
    "/employedFrom employed_too_late",
    "/employedUntil employed_not_long_enough",
    "/employedUntil employment_reversed",
    "/proofSeenOn proof_in_future",
  ]);
  expect(answer.body.errors[1].detail).toBe(
    "L’emploi doit couvrir toute la formation, qui finit le samedi 31 mars 2018.",
  );
  expect((await read(enrolmentId)).body.placement.need).toBe("required");
});

test("P2: there is nothing to waive for a VAE candidate, nor in a programme without a placement", async () => {
  for (const wish of [{ route: "vae" }, { placement: "not_applicable" }] as const) {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId, wish);
    expect(await waive(enrolmentId)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  }
});

test("P2: a new waiver takes the place of the one before, which stays, lapsed", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  await waive(enrolmentId);
  const { body } = await waive(enrolmentId, { employer: "Ville d’Exemple" });
  expect(body.placement.waiver.employer).toBe("Ville d’Exemple");
  const stored = await app.database.prisma.placementWaiver.findMany({ where: { enrolmentId }, orderBy: { id: "asc" } });
  expect(stored).toMatchObject([
    { employer: "Association Exemple", lapsedOn: new Date("2017-10-10"), employedUntil: null },
    { employer: "Ville d’Exemple", lapsedOn: null },
  ]);
});

test("P2: when the job ends the waiver lapses and the hours are due again; the waiver stays with its last day", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  await waive(enrolmentId);
  const { body } = await lapse(enrolmentId, "2017-10-01");
  expect(body.placement).toEqual({ need: "required", requiredMinutes: 21_000, waiver: null });
  const kept = await app.database.prisma.placementWaiver.findFirstOrThrow({ where: { enrolmentId } });
  expect(kept).toMatchObject({ lapsedOn: new Date("2017-10-01"), employedUntil: new Date("2017-10-01") });
  const params = { enrolmentId };
  const done = await referent(enrolmentMove, { params, body: { to: "completed" } });
  expect(done.body.code).toBe("placement_incomplete");
  expect(await lapse(enrolmentId, "2017-10-01")).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("P2: a job ends while it lasts, before the training does, and not tomorrow", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  await waive(enrolmentId, { employedUntil: "2018-06-30" });
  expect(told(await lapse(enrolmentId, "2016-08-31"))).toEqual(["/endedOn ended_before_employment"]);
  expect(told(await lapse(enrolmentId, "2017-10-11"))).toEqual(["/endedOn in_future"]);
  app.setNow("2018-07-10T10:00:00Z");
  expect(told(await lapse(enrolmentId, "2018-03-31"))).toEqual(["/endedOn training_covered"]);
  const answer = await lapse(enrolmentId, "2018-07-01");
  expect(answer).toMatchObject({ status: 422, body: { code: "enrolment_invalid" } });
  expect(told(answer)).toEqual(["/endedOn ended_after_employment", "/endedOn training_covered"]);
});

test("the history tells each in a sentence, with who said so, latest first", async () => {
  const created = await app.as("admin");
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId, { state: "enrolled" });
  await app.database.prisma.enrolment.update({
    where: { id: enrolmentId },
    data: { stateSince: new Date("2017-05-02") },
  });
  const params = { enrolmentId };
  await created(enrolmentMove, { params, body: { to: "in_training", effectiveOn: "2017-05-16" } });
  await prescribe(enrolmentId, shorter);
  await waive(enrolmentId);
  const key = await app.withKey("enrolments:write");
  await key(placementWaiverEnd, { params, body: { endedOn: "2017-10-01", reason: "Fin du contrat" }, headers: any });
  await referent(enrolmentMove, { params, body: { to: "suspended", reason: "Congé" } });
  await referent(enrolmentMove, { params, body: { to: "in_training" } });
  const history = async (language: string, query: Record<string, string> = {}) =>
    (await referent(enrolmentHistory, { params, query, headers: { "accept-language": language } })).body;
  const { items } = await history("fr");
  expect(items.map(({ detail }: { detail: string }) => detail)).toEqual([
    "Reprise de la formation le mardi 10 octobre 2017",
    "Suspension le mardi 10 octobre 2017. Motif : Congé",
    "Fin de la dispense de stage : l’emploi a pris fin le dimanche 1er octobre 2017, les heures sont dues à nouveau. Motif : Fin du contrat",
    "Dispense de stage : Médiatrice sociale, Association Exemple. Justificatif vu le mardi 2 mai 2017 : Contrat de travail",
    "Heures prescrites : CCP1 0 h, CCP2 108 h 30 et CCP3 77 h. Motif : Positionnement du 2 mai",
    "Entrée en formation le mardi 16 mai 2017",
  ]);
  expect(items.map(({ actorName }: { actorName: string }) => actorName)).toEqual([
    "Camille Exemple",
    "Camille Exemple",
    "test",
    "Camille Exemple",
    "Camille Exemple",
    "Camille Exemple",
  ]);
  expect(items[2]).toMatchObject({
    type: "enrolment.placement-waiver-lapsed",
    effectiveOn: "2017-10-01",
    recordedAt: "2017-10-10T10:00:00.000Z",
  });
  const english = await history("en", { limit: "4" });
  expect(english.items.at(-1).detail).toContain("Placement waived: Médiatrice sociale");
  const rest = await history("en", { limit: "4", cursor: english.nextCursor });
  expect(rest.items.map(({ detail }: { detail: string }) => detail)).toEqual([
    "Hours prescribed: CCP1 0 h, CCP2 108 h 30, and CCP3 77 h. Reason: Positionnement du 2 mai",
    "Training started on Tuesday, 16 May 2017",
  ]);
  expect(rest.nextCursor).toBeNull();
});
