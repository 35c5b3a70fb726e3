import {
  cohortTimetableRead,
  enrolmentTimetableRead,
  roomTimetableRead,
  trainerTimetableRead,
} from "@passerelle/contracts/documents";
import type { Contract } from "@passerelle/contracts/http";
import type { Plan } from "@passerelle/contracts/plans";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { readPdf } from "../../../test/pdf.ts";
import { anEnrolment, aPerson, asTrainee } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";
import { toColumn } from "../../core/civil-day.ts";

const timetables = { cohortTimetableRead, enrolmentTimetableRead, roomTimetableRead, trainerTimetableRead };

let app: TestApp;
let plan: Plan;
const callers: Record<string, Client> = {};
const own = { cohortId: "", enrolmentId: "", trainerId: "", roomId: "" };
const others = { ...own };
beforeAll(async () => {
  app = await startApp();
  plan = await aPlannedCohort(app.ctx);
  const enrolled = async (cohortId: string, givenName: string) => {
    const personId = await aPerson(app.ctx, { givenName, birthName: "Inconnu" });
    return anEnrolment(app.ctx, cohortId, { personId });
  };
  const { enrolmentId, personId } = await enrolled(plan.cohortId, "Amel");
  const account = await anAccount(app, "trainer");
  const trainer = await aTrainer(app.ctx, { userId: account.userId });
  Object.assign(own, {
    cohortId: plan.cohortId,
    enrolmentId,
    trainerId: trainer.id,
    roomId: (await aRoom(app.ctx)).id,
  });
  const { cohortId } = await aPlannedCohort(app.ctx);
  Object.assign(others, {
    cohortId,
    enrolmentId: (await enrolled(plan.cohortId, "Barnabé")).enrolmentId,
    trainerId: (await aTrainer(app.ctx)).id,
    roomId: own.roomId,
  });
  Object.assign(callers, {
    admin: await app.as("admin"),
    referent: await app.as("referent"),
    key: await app.withKey("documents:read"),
    trainee: await asTrainee(app, personId),
    trainer: await signedIn(app, account.email),
    examiner: await app.as("examiner"),
    "trainee elsewhere": await asTrainee(app, await aPerson(app.ctx)),
  });
});
afterAll(() => app.close());

const statusOf = async (caller: string, contract: Contract, params: Record<string, string>) =>
  (await callers[caller]?.(contract, { params }))?.status;

/** The status of one's own, and of somebody else's. */
test.each([
  ["cohortTimetableRead", "admin", 200, 200],
  ["cohortTimetableRead", "referent", 200, 200],
  ["cohortTimetableRead", "key", 200, 200],
  ["cohortTimetableRead", "trainee", 200, 404],
  ["cohortTimetableRead", "trainee elsewhere", 404, 404],
  ["cohortTimetableRead", "trainer", 404, 404],
  ["cohortTimetableRead", "examiner", 404, 404],
  ["enrolmentTimetableRead", "admin", 200, 200],
  ["enrolmentTimetableRead", "referent", 200, 200],
  ["enrolmentTimetableRead", "key", 200, 200],
  ["enrolmentTimetableRead", "trainee", 200, 404],
  ["enrolmentTimetableRead", "trainee elsewhere", 404, 404],
  ["enrolmentTimetableRead", "trainer", 403, 403],
  ["enrolmentTimetableRead", "examiner", 403, 403],
  ["trainerTimetableRead", "admin", 200, 200],
  ["trainerTimetableRead", "referent", 200, 200],
  ["trainerTimetableRead", "key", 200, 200],
  ["trainerTimetableRead", "trainee", 403, 403],
  ["trainerTimetableRead", "trainer", 200, 404],
  ["trainerTimetableRead", "examiner", 403, 403],
  ["roomTimetableRead", "admin", 200, 200],
  ["roomTimetableRead", "referent", 200, 200],
  ["roomTimetableRead", "key", 200, 200],
  ["roomTimetableRead", "trainee", 403, 403],
  ["roomTimetableRead", "trainer", 403, 403],
  ["roomTimetableRead", "examiner", 403, 403],
] as const)("%s answers the %s %i, and %i where it is somebody else’s", async (...of) => {
  const [operationId, caller, ownStatus, othersStatus] = of;
  const contract = timetables[operationId];
  expect(await statusOf(caller, contract, own)).toBe(ownStatus);
  expect(await statusOf(caller, contract, others)).toBe(othersStatus);
});

async function read(caller: string, contract: Contract, params: Record<string, string> = own) {
  const answer = await callers[caller]?.(contract, { params });
  if (answer?.status !== 200) throw new Error(`answered ${answer?.status}`);
  return readPdf(answer.bytes);
}

test("no timetable names a trainee, but the one it is for", async () => {
  expect((await read("referent", cohortTimetableRead)).text).not.toMatch(/Amel|Barnabé|Inconnu/);
  const pdf = await read("trainee", enrolmentTimetableRead);
  expect(pdf.title).toBe("Emploi du temps – Amel Inconnu");
  expect(pdf.text).not.toContain("Barnabé");
});

const blocksIn = (rows: readonly (readonly string[])[]) =>
  new Set(rows.flatMap((cells) => cells.map((cell) => /^CCP\d|^Examen$/.exec(cell)?.[0])).filter(Boolean));

test("a trainee’s timetable leaves out the blocks they have no hours in, and keeps the exam", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, own.cohortId);
  const second = { enrolmentId, block: { code: "CCP2" } };
  await app.ctx.db.enrolmentBlock.updateMany({ where: second, data: { prescribedMinutes: 0 } });
  const { rows } = await read("referent", enrolmentTimetableRead, { enrolmentId });
  const teaching = rows.filter((cells) => !cells.some((cell) => cell.includes("Examen")));
  expect(blocksIn((await read("trainee", enrolmentTimetableRead)).rows)).toEqual(new Set(["CCP1", "CCP2", "CCP3"]));
  expect(teaching.filter((cells) => cells.some((cell) => cell.startsWith("CCP1")))).not.toHaveLength(0);
  const exam = rows.findIndex((cells) => cells.some((cell) => cell.includes("Examen")));
  expect(blocksIn(rows.slice(0, exam))).toEqual(new Set(["CCP1", "CCP3"]));
  expect(rows.slice(exam).filter((cells) => cells.some((cell) => cell.includes("Examen")))).toHaveLength(2);
});

test("a VAE candidate’s timetable is the exam alone", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, own.cohortId, { route: "vae" });
  const { headings } = await read("referent", enrolmentTimetableRead, { enrolmentId });
  expect(headings.map(({ text }) => text)).toEqual(["Emploi du temps", "Mars 2018", "Heures"]);
});

test("a path that was broken off ends its timetable that day", async () => {
  const { enrolmentId } = await anEnrolment(app.ctx, own.cohortId, { state: "dropped_out" });
  await app.ctx.db.enrolment.update({ where: { id: enrolmentId }, data: { stateSince: toColumn("2017-06-30") } });
  const { headings } = await read("referent", enrolmentTimetableRead, { enrolmentId });
  expect(headings.map(({ text }) => text)).toEqual(["Emploi du temps", "Mai 2017", "Juin 2017", "Heures"]);
});

test("a file that the caller holds is not sent again that day", async () => {
  const answer = await callers["trainee"]?.(cohortTimetableRead, { params: own });
  const held = { params: own, headers: { "if-none-match": String(answer?.headers["etag"]) } };
  expect(answer?.headers["content-disposition"]).toContain(
    encodeURIComponent("Emploi du temps – Promotion 2017-2018.pdf"),
  );
  expect(await callers["referent"]?.(cohortTimetableRead, held)).toMatchObject({ status: 304, body: "" });
  app.setNow("2017-05-03T10:00:00Z");
  expect(await callers["referent"]?.(cohortTimetableRead, held)).toMatchObject({ status: 200 });
});
