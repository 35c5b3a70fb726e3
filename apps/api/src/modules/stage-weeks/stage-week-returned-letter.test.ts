import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aLoggedWeek, returnReason } from "../../../test/logged-week.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  app.setNow("2017-06-30T10:00:00Z");
  referent = await app.as("referent");
});
beforeEach(async () => {
  app.mails.length = 0;
  cohortId = (await aCohort(app.ctx)).id;
});
afterAll(() => app.close());

const aWeek = () => aLoggedWeek(app, referent, { cohortId });

async function returned() {
  const week = await aWeek();
  await week.submit();
  await week.return(2);
  return week;
}

test("the letter of a returned week names the week and where to correct it, and neither the reason nor the activity", async () => {
  const { personId } = await returned();
  await app.deliver();
  const { email } = await app.ctx.db.user.findUniqueOrThrow({ where: { personId } });
  expect(app.mails).toMatchObject([
    { to: email, subject: "Votre semaine de stage du lundi 22 mai 2017 est à corriger" },
  ]);
  expect(app.mails[0]?.text).toMatch(/^Bonjour Amel,\n[^]*du lundi 22 mai 2017[^]*\/stage\?week=2017-W21\n$/);
  expect(app.mails[0]?.text).not.toContain(returnReason);
  await app.deliver();
  expect(app.mails).toHaveLength(1);
});

test("the letter of a returned week is in the language it was asked for in", async () => {
  const week = await aWeek();
  await week.submit();
  await week.return(2, referent, { "accept-language": "en" });
  await app.deliver();
  expect(app.mails).toMatchObject([{ subject: "Your placement week of Monday, 22 May 2017 needs correcting" }]);
});

test("the letter of a returned week is not sent once the week was submitted again, nor to an account that is closed, nor without one", async () => {
  const again = await returned();
  await again.submit();
  const later = await returned();
  const closing = { deactivatedAt: new Date("2017-06-30") };
  await app.ctx.db.user.update({ where: { personId: later.personId }, data: closing });
  await app.deliver();
  expect(app.mails).toEqual([]);
  const queued = () =>
    app.ctx.db.$queryRaw`select 1 from pgboss.job where data->>'letter' = 'stage-week-returned' and state < 'active'`;
  const closed = await aWeek();
  await closed.submit();
  await app.ctx.db.user.update({ where: { personId: closed.personId }, data: closing });
  const without = await aWeek();
  await without.submit();
  await app.ctx.db.user.delete({ where: { personId: without.personId } });
  for (const week of [closed, without]) expect((await week.return(2)).status).toBe(200);
  expect(await queued()).toEqual([]);
});
