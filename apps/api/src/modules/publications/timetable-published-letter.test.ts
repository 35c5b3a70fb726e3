import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { ConcernedPerson } from "@passerelle/contracts/plan-versions";
import { type Plan, planAdopt } from "@passerelle/contracts/plans";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { halfDayAt } from "../../../test/drafts.ts";
import { aTrainee, anEnrolment } from "../../../test/people.ts";
import { anyVersion, draftingBy } from "../../../test/publishing.ts";
import { aTrainer } from "../../../test/resources.ts";
import { folderMailer } from "../../core/mail.ts";
import { deliverDue } from "../../core/outbox-worker.ts";
import { quiet } from "../../core/system-ctx.ts";
import { letters } from "../../letters.ts";
import { timetablePublished } from "./timetable-published-letter.ts";

let app: TestApp;
let referent: Client;
let by: ReturnType<typeof draftingBy>;
let plan: Plan;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  by = draftingBy(referent);
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
  cohortId = plan.cohortId;
  app.mails.length = 0;
});
afterAll(() => app.close());

const at = (session: number, index: number) => halfDayAt(plan, session, index);
const mailOf = (to: string) => app.mails.filter((mail) => mail.to === to);

/** How many letters wait to be delivered. */
async function posted(): Promise<number | null> {
  return (await app.database.pool.query("select from pgboss.job where state = 'created'")).rowCount;
}

/** Somebody known by a name and an address. */
async function known(personId: string, usualName: string): Promise<string> {
  const email = `${usualName.toLowerCase()}@exemple.test`;
  await app.ctx.db.person.update({ where: { id: personId }, data: { usualName, email } });
  return email;
}

/** Trainees by the blocks they follow, a VAE candidate, trainers before and after; a few changes for each of them. */
async function draftForMany() {
  const trainees = await Promise.all(
    ["Alpha", "Bravo", "Charlie"].map(async (name) => {
      const enrolled = await anEnrolment(app.ctx, cohortId);
      return { ...enrolled, email: await known(enrolled.personId, name) };
    }),
  );
  await app.ctx.db.enrolmentBlock.updateMany({
    where: { enrolmentId: trainees[1]?.enrolmentId ?? "", block: { code: "CCP1" } },
    data: { prescribedMinutes: 0 },
  });
  await known((await anEnrolment(app.ctx, cohortId, { route: "vae" })).personId, "Delta");
  await anEnrolment(app.ctx, cohortId);
  const [one, other] = [await aTrainer(app.ctx), await aTrainer(app.ctx)];
  await known(one.personId, "Premier");
  await known(other.personId, "Second");
  await by.edit(cohortId, [{ id: at(1, 1).id, trainerId: one.id }]);
  await by.publish(cohortId);
  await app.deliver();
  app.mails.length = 0;
  await by.edit(cohortId, [{ id: at(1, 1).id, trainerId: other.id }]);
  await by.moveSession(plan.sessions[2]?.id, ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
  await by.edit(cohortId, [{ id: plan.examHalfDays[0]?.id, day: "2018-03-12" }]);
}

test("each person concerned is sent what the preview said, once, and nobody else anything", async () => {
  await draftForMany();
  await by.cancel(at(8, 0).id);
  const { people } = (await by.difference(cohortId)).body as { people: ConcernedPerson[] };
  expect(people.map(({ told }) => told).toSorted()).toEqual([
    "mail",
    "mail",
    "mail",
    "mail",
    "mail",
    "mail",
    "no_address",
  ]);
  expect(new Set(people.map(({ lines }) => JSON.stringify(lines))).size).toBeGreaterThan(3);
  expect((await by.publish(cohortId, { gapReason: "Rattrapage en mars" })).status).toBe(200);
  const written = people.filter(({ told }) => told === "mail");
  expect(await posted()).toBe(written.length);
  await app.deliver();
  await app.deliver();
  expect(app.mails.length).toBe(written.length);
  for (const { name, lines } of written) {
    const [mail, ...more] = mailOf(`${name.split(" ")[1]?.toLowerCase()}@exemple.test`);
    expect(more).toEqual([]);
    const told = mail?.text.split("\n").filter((line) => line.startsWith("– "));
    expect(told).toEqual(lines.map((line) => `– ${line}`));
  }
}, 60_000);

test("a letter greets by name, says the note first, what changes, and where; of other trainees nothing", async () => {
  await draftForMany();
  await by.publish(cohortId, { note: "La salle est inondée.\nMerci de votre patience." });
  await app.deliver();
  const [mail] = mailOf("second@exemple.test");
  expect(mail).toMatchObject({
    subject: "Votre planning change (Promotion 2017-2018)",
    text: "Bonjour Dominique,\n\nLa salle est inondée.\nMerci de votre patience.\n\nVoici ce qui change pour vous :\n\n– Vous assurez désormais la demi-journée du mardi 13 juin 2017 (après-midi), sur CCP1.\n\nUne question ? Votre centre de formation vous répondra.\n",
  });
  const names = ["Alpha", "Bravo", "Charlie", "Delta"];
  for (const name of names) {
    const [{ text } = { text: "" }] = mailOf(`${name.toLowerCase()}@exemple.test`);
    expect(text).toContain("Bonjour Amel,");
    expect(names.filter((each) => text.includes(each))).toEqual([]);
  }
});

test("where to see it is told to who can sign in: trainees their timetable, trainers their half-days", async () => {
  const trainee = await aTrainee(app, cohortId);
  const trainer = await aTrainer(app.ctx);
  await aTrainee(app, (await aCohort(app.ctx)).id, { personId: trainer.personId });
  await by.edit(cohortId, [{ id: at(0, 0).id, trainerId: trainer.id }]);
  await by.publish(cohortId);
  await app.deliver();
  const user = (personId: string) => app.ctx.db.user.findUniqueOrThrow({ where: { personId } });
  const textTo = async (personId: string) => mailOf((await user(personId)).email)[0]?.text;
  expect(await textTo(trainee.personId)).toContain("Votre planning à jour est ici :\n\nhttp://localhost/timetable\n");
  expect(await textTo(trainer.personId)).toContain(
    "Votre planning à jour est ici :\n\nhttp://localhost/my-half-days\n",
  );
});

test("a first version says in one sentence that the timetable is there", async () => {
  const cohort = await aCohort(app.ctx, { name: "2017-B" });
  await known((await anEnrolment(app.ctx, cohort.id, { state: "enrolled" })).personId, "Nouvelle");
  const place = ({ day, slot, blockCode }: Plan["examHalfDays"][number]) => ({ day, slot, blockCode });
  const sessions = plan.sessions.map(({ halfDays }) => ({ halfDays: halfDays.map(place) }));
  const body = { sessions, examHalfDays: plan.examHalfDays.map(place) };
  await referent(planAdopt, { params: { cohortId: cohort.id }, body, headers: anyVersion });
  expect((await by.publish(cohort.id, { note: "Bienvenue !" })).body.published.number).toBe(1);
  await app.deliver();
  expect(mailOf("nouvelle@exemple.test")).toMatchObject([
    {
      subject: "Votre planning est publié (2017-B)",
      text: "Bonjour Amel,\n\nBienvenue !\n\nVotre planning est publié : 9 sessions et 2 jours de certification, du mardi 16 mai 2017 au mardi 6 mars 2018.\n\nUne question ? Votre centre de formation vous répondra.\n",
    },
  ]);
});

test("letters are in French, whatever language the plan was published in", async () => {
  await known((await anEnrolment(app.ctx, cohortId)).personId, "Alpha");
  await by.edit(cohortId, [{ id: at(0, 0).id, day: "2017-05-22" }]);
  await by.publish(cohortId, {}, { ...anyVersion, "accept-language": "en" });
  await app.deliver();
  expect(mailOf("alpha@exemple.test")[0]?.text).toMatch(/^Bonjour Amel,/);
});

test("a letter tells its own version, whatever was published before it leaves, and the same when asked again", async () => {
  const { personId } = await anEnrolment(app.ctx, cohortId);
  await known(personId, "Alpha");
  for (const day of ["2017-05-22", "2017-05-23"]) {
    await by.edit(cohortId, [{ id: at(0, 0).id, day }]);
    await by.publish(cohortId);
  }
  await app.deliver();
  const [first, second] = mailOf("alpha@exemple.test");
  expect(first?.text).toContain("mardi 16 mai");
  expect(first?.text).toContain("lundi 22 mai 2017");
  expect(second?.text).toContain("lundi 22");
  expect(second?.text).toContain("mardi 23 mai 2017");
  const again = await timetablePublished(app.ctx, { cohortId, number: "2", personId });
  expect(again?.text.split("\n").slice(0, 5)).toEqual(first?.text.split("\n").slice(0, 5));
});

test("nothing is sent to who left, or whose address went, before it leaves", async () => {
  const [left, closed, stays] = [
    await anEnrolment(app.ctx, cohortId),
    await aTrainee(app, cohortId),
    await aTrainee(app, cohortId),
  ];
  await known(left.personId, "Alpha");
  await by.edit(cohortId, [{ id: at(0, 0).id, day: "2017-05-22" }]);
  await by.publish(cohortId);
  await app.ctx.db.enrolment.update({ where: { id: left.enrolmentId }, data: { state: "dropped_out" } });
  await app.ctx.db.user.update({ where: { personId: closed.personId }, data: { deactivatedAt: new Date() } });
  await app.deliver();
  const { email } = await app.ctx.db.user.findUniqueOrThrow({ where: { personId: stays.personId } });
  expect(app.mails.map(({ to }) => to)).toEqual([email]);
});

/** Runs a process until it has said its line, and kills it on the spot. */
async function killed(what: "publish" | "deliver", where: string): Promise<string> {
  const program = fileURLToPath(new URL("../../../test/publishing-child.ts", import.meta.url));
  const { connectionString = "" } = app.database.pool.options;
  const child = spawn(process.execPath, [program, what, connectionString, where], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = once(child, "exit");
  const [line] = (await Promise.race([once(createInterface(child.stdout), "line"), exited])) as unknown[]; // as: of either
  child.kill("SIGKILL");
  await exited;
  return String(line);
}

test("killed after publishing, and again while delivering, every message leaves once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "passerelle-publishing-"));
  const names = ["alpha", "bravo", "charlie"];
  for (const name of names) await known((await anEnrolment(app.ctx, cohortId)).personId, name);
  await by.edit(cohortId, [{ id: at(0, 0).id, day: "2017-05-22" }]);
  expect(await killed("publish", cohortId)).toBe("published");
  expect(await killed("deliver", folder)).toBe("sent");
  const mailer = folderMailer(folder);
  const clock = () => app.ctx.now;
  await deliverDue({ database: app.database, mailer, letters, clock, publicUrl: () => "http://localhost", log: quiet });
  const recipients = readdirSync(folder).flatMap(
    (file) => /^To: (.*)$/m.exec(readFileSync(join(folder, file), "utf8"))?.[1]?.trim() ?? [],
  );
  rmSync(folder, { recursive: true });
  expect(recipients.toSorted()).toEqual(names.map((name) => `${name}@exemple.test`));
}, 60_000);
