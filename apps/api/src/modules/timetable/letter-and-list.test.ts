import { halfDayCancel, sessionMove } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAccount, signedIn } from "../../../test/accounts.ts";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainee } from "../../../test/people.ts";
import { aTrainer } from "../../../test/resources.ts";
import { publishEdit, sentencesOf } from "../../../test/timetables.ts";
import { myNewPlan, myNewPlans, myVersion, myVersions } from "./my-versions.queries.ts";

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

interface Reader {
  readonly client: Client;
  readonly email: string;
}

async function asTrainee(cohortId: string, wish: Parameters<typeof aTrainee>[2] = {}): Promise<Reader> {
  const { client, personId } = await aTrainee(app, cohortId, wish);
  return { client, email: (await app.ctx.db.user.findUniqueOrThrow({ where: { personId } })).email };
}

async function asTrainer(): Promise<Reader & { trainerId: string }> {
  const { userId, email } = await anAccount(app, "trainer");
  return { client: await signedIn(app, email), email, trainerId: (await aTrainer(app.ctx, { userId })).id };
}

/** The sentences of the letters to an address, latest first. */
function lettersTo(email: string): string[][] {
  const texts = app.mails.filter(({ to }) => to === email).map(({ text }) => text);
  return texts.map((text) => text.split("\n").flatMap((line) => line.match(/^– (.*)$/)?.[1] ?? [])).toReversed();
}

test("the list says to each what their letters said, whoever they are", async () => {
  const referent = await app.as("referent");
  const plan = await aPlannedCohort(app.ctx);
  const { cohortId } = plan;
  await app.deliver();
  const [camille, sacha] = [await asTrainer(), await asTrainer()];
  const readers = [await asTrainee(cohortId), await asTrainee(cohortId, { route: "vae" }), camille, sacha];
  const [second, third] = [plan.sessions[1]?.halfDays ?? [], plan.sessions[2]];
  const given = [...second.slice(0, 4), ...plan.examHalfDays.slice(0, 1)];
  const give = ({ trainerId }: { trainerId: string }) => given.map(({ id }) => ({ id, trainerId }));
  await publishEdit({ app, referent, at: "2017-05-03T09:00:00Z" }, cohortId, give(camille));
  await app.deliver();
  const headers = { "if-match": "*" };
  const days = ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"];
  await referent(sessionMove, { params: { sessionId: third?.id ?? "" }, body: { days }, headers });
  await referent(halfDayCancel, { params: { halfDayId: second[0]?.id ?? "" }, body: { reason: "Grève" }, headers });
  await publishEdit({ app, referent, at: "2017-05-04T09:00:00Z" }, cohortId, give(sacha).slice(1));
  await app.deliver();
  for (const { client, email } of readers) {
    const versions = (await sentencesOf(client)).filter(
      ([first]) => !/^(Votre|Le) planning est publié/.test(first ?? ""),
    );
    expect(versions.length).toBeGreaterThan(0);
    expect(versions).toEqual(lettersTo(email));
  }
});

test("the rows of the hand-written statements are what they are declared to be", async () => {
  const plan = await aPlannedCohort(app.ctx);
  const { personId } = await aTrainee(app, plan.cohortId);
  const follower = { personId, trainerId: null, seenAt: new Date("2017-05-01T08:00:00Z") };
  const [versions, plans] = [
    await myVersions(app.ctx, follower, { after: null, limit: 10 }),
    await myNewPlans(app.ctx, follower),
  ];
  expect([versions.length, plans.length]).toEqual([1, 1]);
  for (const row of versions) myVersion.parse(row);
  for (const row of plans) myNewPlan.parse(row);
});
