import {
  planVersionCompare,
  planVersionList,
  planVersionRead,
  type DifferenceLine,
} from "@passerelle/contracts/plan-versions";
import { type Plan, planRead } from "@passerelle/contracts/plans";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { halfDayAt } from "../../../test/drafts.ts";
import { aTrainee } from "../../../test/people.ts";
import { draftingBy } from "../../../test/publishing.ts";
import { aTrainer } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
let by: ReturnType<typeof draftingBy>;
let plan: Plan;
/** The plan as it was read when each version was published, by number. */
const asPublished = new Map<number, Plan>();
let cohortId: string;

beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  by = draftingBy(referent);
  plan = await aPlannedCohort(app.ctx);
  cohortId = plan.cohortId;
  await keep(1);
  app.setNow("2017-05-03T10:00:00Z");
  const trainer = await aTrainer(app.ctx);
  await by.edit(cohortId, [{ id: halfDayAt(plan, 3, 0).id, trainerId: trainer.id }]);
  await by.moveSession(plan.sessions[2]?.id, ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"]);
  await by.publish(cohortId, { note: "Juillet plus tôt" });
  await keep(2);
  app.setNow("2017-05-04T10:00:00Z");
  await by.cancel(halfDayAt(plan, 1, 0).id, { replacement: { day: "2017-06-19", slot: "pm" } });
  await by.cancel(halfDayAt(plan, 8, 1).id);
  await by.publish(cohortId, { gapReason: "Rattrapage à venir" });
  await keep(3);
  await by.edit(cohortId, [{ id: halfDayAt(plan, 4, 0).id, day: "2017-12-22" }]);
});
afterAll(() => app.close());

async function keep(number: number): Promise<void> {
  asPublished.set(number, (await referent(planRead, { params: { cohortId } })).body);
}

const list = (query: Record<string, string> = {}) => referent(planVersionList, { params: { cohortId }, query });
const read = (number: number | string) => referent(planVersionRead, { params: { cohortId, number: String(number) } });
const compare = (to: number, from?: number) =>
  referent(planVersionCompare, {
    params: { cohortId, number: String(to) },
    query: from === undefined ? {} : { from: String(from) },
  });
const details = ({ lines }: { lines: readonly DifferenceLine[] }) => lines.map(({ detail }) => detail);

const second = [
  "La session 3, prévue du lundi 17 au jeudi 20 juillet, a lieu du lundi 3 au jeudi 6 juillet 2017.",
  "Dominique Exemple assure la demi-journée du lundi 18 septembre 2017 (matin).",
];

test("versions are listed latest first, with who, when, the note, the reason and what each changed; a draft is none", async () => {
  const { status, body } = await list();
  expect(status).toBe(200);
  expect(body.items.map(({ lines: _lines, ...version }: { lines: unknown }) => version)).toEqual([
    {
      number: 3,
      publishedAt: "2017-05-04T10:00:00.000Z",
      publishedBy: "Camille Exemple",
      note: null,
      gapReason: "Rattrapage à venir",
    },
    {
      number: 2,
      publishedAt: "2017-05-03T10:00:00.000Z",
      publishedBy: "Camille Exemple",
      note: "Juillet plus tôt",
      gapReason: null,
    },
    { number: 1, publishedAt: "2017-05-02T10:00:00.000Z", publishedBy: null, note: null, gapReason: null },
  ]);
  expect(details(body.items[1])).toEqual(second);
  expect(body.items[0].lines.map(({ kind }: DifferenceLine) => kind)).toEqual([
    "half_days_cancelled",
    "half_days_cancelled",
  ]);
  expect(body.items[2].lines.map(({ kind }: DifferenceLine) => kind)).toEqual(["plan_published"]);
});

test("versions are paged, and each page says the same of them", async () => {
  const whole = (await list()).body.items;
  const first = (await list({ limit: "2" })).body;
  expect(first.items).toEqual(whole.slice(0, 2));
  const next = (await list({ limit: "2", cursor: first.nextCursor })).body;
  expect(next).toEqual({ items: whole.slice(2), nextCursor: null });
  const none = await referent(planVersionList, { params: { cohortId: (await aCohort(app.ctx)).id } });
  expect(none.body).toEqual({ items: [], nextCursor: null });
});

/** What a plan holds, whatever its version and what may be done with it. */
function contentOf({ sessions, examHalfDays, proof }: Pick<Plan, "sessions" | "examHalfDays" | "proof">): unknown {
  const isPast = (key: string) => key === "planVersion" || key === "can";
  return JSON.parse(
    JSON.stringify({ sessions, examHalfDays, proof }, (key, value: unknown) => (isPast(key) ? undefined : value)),
  );
}

test.each([1, 2, 3])(
  "version %i reads as it was published, whatever came after, and nothing of it may be changed",
  async (number) => {
    const { status, body } = await read(number);
    expect(status).toBe(200);
    expect(body.version.number).toBe(number);
    expect(contentOf(body)).toEqual(contentOf(asPublished.get(number) ?? plan));
    const denied = { allowed: false, code: "illegal_move" };
    for (const session of body.sessions) {
      expect(session.can).toEqual({ move: denied });
      for (const { can } of session.halfDays) expect(can).toEqual({ move: denied, cancel: denied });
    }
    expect(body.examHalfDays[0].can).toEqual({ move: denied, cancel: denied });
  },
);

test("a version is compared with the one before, or with any other, in words, days and hours", async () => {
  const { body } = await compare(2);
  expect([body.from, body.to, details(body)]).toEqual([1, 2, second]);
  const far = (await compare(3, 1)).body;
  expect(far.lines).toHaveLength(4);
  expect(far.days).toEqual(
    [
      "2017-06-13",
      "2017-06-19",
      "2017-07-03",
      "2017-07-04",
      "2017-07-05",
      "2017-07-06",
      "2017-07-17",
      "2017-07-18",
      "2017-07-19",
      "2017-07-20",
      "2017-09-18",
      halfDayAt(plan, 8, 1).day,
    ].toSorted(),
  );
  expect(far.blocks.map(({ outcome }: { outcome: string }) => outcome)).toEqual(["same", "same", "short"]);
  expect((await compare(2, 2)).body).toMatchObject({ lines: [], days: [], appeared: [], settled: [] });
  expect((await compare(2, 0)).body.lines).toMatchObject([{ kind: "plan_published" }]);
});

test("the other way round, what was before is after", async () => {
  const pairs = [
    [2, 1],
    [3, 2],
    [3, 1],
  ] as const;
  for (const [one, other] of pairs) {
    const [there, back] = [(await compare(one, other)).body, (await compare(other, one)).body];
    const idsOf = ({ lines }: { lines: DifferenceLine[] }) =>
      [...new Set(lines.flatMap(({ halfDayIds }) => halfDayIds))].toSorted();
    expect(back.days).toEqual(there.days);
    expect(idsOf(back)).toEqual(idsOf(there));
    const hoursOf = ({ blocks }: Answer["body"]) =>
      blocks.map(({ minutesBefore, minutesAfter }: Record<string, number>) => [minutesBefore, minutesAfter]);
    expect(hoursOf(back)).toEqual(hoursOf(there).map(([before, after]: [number, number]) => [after, before]));
  }
});

test("a version that is not there is not found, nor one of a cohort that is not", async () => {
  for (const number of [4, 999_999]) {
    expect((await read(number)).status).toBe(404);
    expect((await compare(number)).status).toBe(404);
  }
  expect((await compare(2, 4)).status).toBe(404);
  for (const number of ["0", "x", "1.5"]) expect((await read(number)).status).toBe(400);
  const nobodys = { cohortId: "01890a5d-ac96-774b-bcce-b302099a8057", number: "1" };
  expect((await referent(planVersionRead, { params: nobodys })).status).toBe(404);
  expect((await list({ cursor: Buffer.from('{"number":0}').toString("base64url") })).status).toBe(400);
});

test("only those who keep plans read their versions", async () => {
  const { client: trainee } = await aTrainee(app, cohortId);
  const others = [trainee, await app.as("trainer"), await app.as("examiner"), await app.as("trainee")];
  const params = { cohortId, number: "1" };
  for (const client of others) {
    for (const contract of [planVersionRead, planVersionCompare]) {
      expect((await client(contract, { params })).status).toBe(403);
    }
    expect((await client(planVersionList, { params: { cohortId } })).status).toBe(403);
  }
  for (const client of [await app.as("admin"), await app.withKey("sessions:read")]) {
    expect((await client(planVersionRead, { params })).status).toBe(200);
  }
});
