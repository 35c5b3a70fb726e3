import { stageHoursList, stageWeekList, stageWeekLog } from "@passerelle/contracts/stage-weeks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aLoggedWeek } from "../../../test/logged-week.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  app.setNow("2017-06-30T10:00:00Z");
  referent = await app.as("referent");
});
beforeEach(async () => {
  cohortId = (await aCohort(app.ctx)).id;
});
afterAll(() => app.close());

const aWeek = (week: string, day: string) => aLoggedWeek(app, referent, { cohortId, week, day });

async function twoTrainees() {
  const one = await aWeek("2017-W21", "2017-05-22");
  const other = await aWeek("2017-W21", "2017-05-22");
  const log = (enrolmentId: string, client: Client, week: string, days: object[]) =>
    client(stageWeekLog, { params: { enrolmentId, week }, body: { days } });
  await log(one.enrolmentId, one.client, "2017-W22", [
    { day: "2017-05-30", minutes: 60 },
    { day: "2017-05-29", minutes: 120 },
  ]);
  await other.submit();
  return { one, other };
}

/** What is looked at of a day or a week. */
interface Item {
  readonly enrolmentId: string;
  readonly week: string;
  readonly day: string;
  readonly minutes: number;
  readonly state: string;
}

/** Every item of a list, one to a page. */
async function all(client: Client, list: typeof stageHoursList | typeof stageWeekList, query: Record<string, string>) {
  const items: Item[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const { body }: Answer = await client(list, { query: { ...query, limit: "1", ...(cursor && { cursor }) } });
    items.push(...body.items);
    cursor = body.nextCursor;
  }
  return items;
}

test("hours come by day, filtered by enrolment, cohort, state and days, page after page", async () => {
  const { one, other } = await twoTrainees();
  const hours = (query: Record<string, string>) => all(referent, stageHoursList, query);
  const found = await hours({ cohortId });
  expect(found.map(({ day, minutes, state }) => `${day} ${minutes} ${state}`)).toEqual([
    "2017-05-22 420 draft",
    "2017-05-22 420 submitted",
    "2017-05-29 120 draft",
    "2017-05-30 60 draft",
  ]);
  expect(found[2]).toMatchObject({ enrolmentId: one.enrolmentId, week: "2017-W22", activity: null });
  const days = async (query: Record<string, string>) => (await hours(query)).map(({ day }) => day);
  expect(await days({ enrolmentId: other.enrolmentId })).toEqual(["2017-05-22"]);
  expect(await days({ cohortId, state: "submitted" })).toEqual(["2017-05-22"]);
  expect(await days({ cohortId, from: "2017-05-23", to: "2017-05-29" })).toEqual(["2017-05-29"]);
  expect(await days({ cohortId, from: "2017-05-29", to: "2017-05-23" })).toEqual([]);
});

test("weeks come earliest first, or latest, page after page", async () => {
  const { one, other } = await twoTrainees();
  const weeks = async (query: Record<string, string>) =>
    (await all(referent, stageWeekList, { cohortId, ...query })).map(
      ({ week, enrolmentId }) => `${week} ${enrolmentId}`,
    );
  const [first, second] = [`2017-W21 ${one.enrolmentId}`, `2017-W21 ${other.enrolmentId}`];
  const last = `2017-W22 ${one.enrolmentId}`;
  expect(await weeks({})).toEqual([first, second, last]);
  expect(await weeks({ sort: "-monday" })).toEqual([last, first, second]);
  expect(await weeks({ state: "submitted" })).toEqual([second]);
  expect(await weeks({ enrolmentId: one.enrolmentId })).toEqual([first, last]);
});

test("a trainee lists their own only (G1), and a trainer or an examiner does not list at all", async () => {
  const { one, other } = await twoTrainees();
  for (const list of [stageHoursList, stageWeekList] as const) {
    const mine = await all(one.client, list, {});
    expect(new Set(mine.map(({ enrolmentId }) => enrolmentId))).toEqual(new Set([one.enrolmentId]));
    expect(await all(one.client, list, { enrolmentId: other.enrolmentId })).toEqual([]);
    expect(await (await app.as("trainer", "examiner"))(list)).toMatchObject({
      status: 403,
      body: { code: "not_allowed" },
    });
    expect((await (await app.withKey("stage-hours:read"))(list)).status).toBe(200);
    expect(await referent(list, { query: { cursor: "e30" } })).toMatchObject({
      status: 400,
      body: { code: "request_invalid" },
    });
  }
});
