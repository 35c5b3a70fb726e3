import { stageWeekLog, stageWeekRead } from "@passerelle/contracts/stage-weeks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment, asTrainee, aTrainee, type EnrolmentWish } from "../../../test/people.ts";

let app: TestApp;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  cohortId = (await aCohort(app.ctx)).id;
});
beforeEach(() => app.setNow("2017-06-30T10:00:00Z"));
afterAll(() => app.close());

interface Day {
  readonly day: string;
  readonly minutes: number;
  readonly activity?: string | null;
}

type Log = (week: string, days: readonly Day[], headers?: Record<string, string>) => Promise<Answer>;

const logOf =
  (client: Client, enrolmentId: string): Log =>
  (week, days, headers = {}) =>
    client(stageWeekLog, { params: { enrolmentId, week }, body: { days }, headers });

async function aLogger(wish: EnrolmentWish = {}) {
  const { enrolmentId, client, personId } = await aTrainee(app, cohortId, wish);
  return { enrolmentId, client, personId, log: logOf(client, enrolmentId) };
}

const told = (answer: Answer): string[] =>
  answer.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`);
const eventsOf = (entityId: string) => app.ctx.db.event.findMany({ where: { entityId }, orderBy: { id: "asc" } });

describe("a week", () => {
  test("is written whole as a draft: the days sent are its days, in order, and their sum its minutes", async () => {
    const { log, enrolmentId } = await aLogger();
    const first = await log("2017-W21", [
      { day: "2017-05-23", minutes: 450 },
      { day: "2017-05-22", minutes: 420, activity: "Accueil du public" },
    ]);
    expect(first).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
      body: {
        enrolmentId,
        week: "2017-W21",
        monday: "2017-05-22",
        state: "draft",
        minutes: 870,
        submittedAt: null,
        returnedReason: null,
        can: {
          log: { allowed: true },
          submit: { allowed: true },
          validate: { allowed: false, code: "not_allowed" },
          return: { allowed: false, code: "not_allowed" },
        },
      },
    });
    expect(first.body.days).toEqual([
      { day: "2017-05-22", minutes: 420, activity: "Accueil du public" },
      { day: "2017-05-23", minutes: 450, activity: null },
    ]);
    const second = await log("2017-W21", [{ day: "2017-05-28", minutes: 60 }]);
    expect(second.body).toMatchObject({ id: first.body.id, version: 2, minutes: 60, days: [{ day: "2017-05-28" }] });
    expect((await log("2017-W21", [])).body).toMatchObject({ id: first.body.id, version: 3, minutes: 0, days: [] });
  });

  test("sent again, in any order, changes nothing: neither version nor event (G2)", async () => {
    const { log } = await aLogger();
    const monday = { day: "2017-05-22", minutes: 420, activity: "Accueil" };
    const tuesday = { day: "2017-05-23", minutes: 450 };
    const days = [monday, tuesday];
    const { body } = await log("2017-W21", days);
    expect((await log("2017-W21", days.toReversed())).body).toEqual(body);
    expect(await eventsOf(body.id)).toHaveLength(1);
    expect((await log("2017-W21", [{ ...monday, activity: "Orientation" }, tuesday])).body.version).toBe(2);
    expect(await eventsOf(body.id)).toHaveLength(2);
  });

  test("tells its minutes by day in its events, never what was done (G7)", async () => {
    const { log, enrolmentId } = await aLogger();
    const { body } = await log("2017-W21", [{ day: "2017-05-22", minutes: 420, activity: "Visite à domicile" }]);
    await log("2017-W21", [{ day: "2017-05-22", minutes: 400, activity: "Visite à domicile" }]);
    const events = await eventsOf(body.id);
    expect(events.map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: "stage-week.logged",
        data: { from: null, to: { enrolmentId, week: "2017-W21", minutes: { "2017-05-22": 420 } } },
      },
      {
        type: "stage-week.logged",
        data: {
          from: { minutes: { "2017-05-22": 420 } },
          to: { enrolmentId, week: "2017-W21", minutes: { "2017-05-22": 400 } },
        },
      },
    ]);
  });

  test("logged by a key names the key", async () => {
    const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
    const log = logOf(await app.withKey("stage-hours:write"), enrolmentId);
    const { status, body } = await log("2017-W21", [{ day: "2017-05-22", minutes: 420 }]);
    expect(status).toBe(200);
    expect(await eventsOf(body.id)).toMatchObject([{ actorKind: "key" }]);
    const reader = logOf(await app.withKey("stage-hours:read"), enrolmentId);
    expect(await reader("2017-W21", [])).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  });

  test("read at another version is refused with the current one; never logged, it has none", async () => {
    const { log } = await aLogger();
    expect(await log("2017-W21", [], { "if-match": '"1"' })).toMatchObject({
      status: 412,
      body: { facts: { version: 0 } },
    });
    await log("2017-W21", [{ day: "2017-05-22", minutes: 420 }]);
    const stale = await log("2017-W21", [], { "if-match": '"7"' });
    expect(stale).toMatchObject({ status: 412, body: { code: "stale", facts: { current: { minutes: 420 } } } });
    expect((await log("2017-W21", [], { "if-match": '"1"' })).body).toMatchObject({ version: 2, minutes: 0 });
  });

  test("logged several times at once for the first time is one week, written once after the other", async () => {
    const minutes = [410, 420, 430, 440, 450, 460, 470, 480];
    for (let round = 0; round < 3; round++) {
      const { log, enrolmentId } = await aLogger();
      const answers = await Promise.all(minutes.map((each) => log("2017-W21", [{ day: "2017-05-22", minutes: each }])));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(answers.map(({ body }) => body.version))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]));
      expect(await app.ctx.db.stageWeek.count({ where: { enrolmentId } })).toBe(1);
      expect(await app.ctx.db.stageDay.count({ where: { stageWeek: { enrolmentId } } })).toBe(1);
    }
  });
});

describe("P4 refuses", () => {
  const at = (day: string, minutes = 420): Day => ({ day, minutes });
  const six = [22, 23, 24, 25, 26, 27].map((day) => at(`2017-05-${day}`, 600));

  test.each<[string, string, Day[], string[]]>([
    ["60 h", "2017-W21", six, ["/days week_too_long"]],
    ["a minute more than 48 h", "2017-W21", [...six.slice(0, 4), at("2017-05-26", 481)], ["/days week_too_long"]],
    ["601 minutes in a day", "2017-W21", [at("2017-05-22", 601)], ["/days/0/minutes day_too_long"]],
    ["a day twice", "2017-W21", [at("2017-05-22"), at("2017-05-22")], ["/days/1/day day_repeated"]],
    ["a day outside the week", "2017-W21", [at("2017-05-29")], ["/days/0/day day_outside_week"]],
    ["a day to come", "2017-W26", [at("2017-06-30"), at("2017-07-01")], ["/days/1/day day_in_future"]],
    [
      "the day before training starts",
      "2017-W20",
      [at("2017-05-15"), at("2017-05-16")],
      ["/days/0/day day_before_training"],
    ],
    [
      "all of that at once",
      "2017-W26",
      [at("2017-07-01", 601), at("2017-05-15"), at("2017-06-26"), at("2017-06-26")],
      [
        "/days/0/day day_in_future",
        "/days/0/minutes day_too_long",
        "/days/1/day day_outside_week",
        "/days/1/day day_before_training",
        "/days/3/day day_repeated",
      ],
    ],
  ])("%s (422), and keeps nothing", async (_, week, days, faults) => {
    const { log, enrolmentId } = await aLogger();
    const answer = await log(week, days);
    expect(answer).toMatchObject({ status: 422, body: { code: "stage_week_invalid" } });
    expect(told(answer)).toEqual(faults);
    for (const { detail } of answer.body.errors) expect(detail).toMatch(/^[\p{Lu}\d].*\.$/u);
    expect(await app.ctx.db.stageWeek.count({ where: { enrolmentId } })).toBe(0);
  });

  test.each<[string, string, unknown[], string]>([
    ["0 minutes", "2017-W21", [at("2017-05-22", 0)], "/days/0/minutes"],
    ["3.5 minutes", "2017-W21", [at("2017-05-22", 3.5)], "/days/0/minutes"],
    ["more than a day has", "2017-W21", [at("2017-05-22", 1441)], "/days/0/minutes"],
    ["30 February", "2017-W21", [at("2017-02-30")], "/days/0/day"],
    ["eight days", "2017-W21", Array.from({ length: 8 }, () => at("2017-05-22")), "/days"],
    ["week 53 of a year of 52", "2017-W53", [], "path/week"],
    ["a week 0", "2017-W00", [], "path/week"],
  ])("%s (400)", async (_, week, days, pointer) => {
    const { log } = await aLogger();
    const answer = await log(week, days as Day[]); // as: some are no days
    expect(answer).toMatchObject({ status: 400, body: { code: "request_invalid", errors: [{ pointer }] } });
  });

  test("nothing of 48 h exactly, of 10 h a day, of a week 53 that exists, of today", async () => {
    const { log } = await aLogger();
    const days = [...six.slice(0, 4), at("2017-05-26", 480)];
    expect((await log("2017-W21", days)).body.minutes).toBe(2880);
    expect((await log("2017-W26", [at("2017-06-30")])).status).toBe(200);
    expect((await log("2020-W53", [])).body).toMatchObject({ week: "2020-W53", monday: "2020-12-28" });
  });

  test("the future by the day in France: after midnight there, the new day has come (G4)", async () => {
    const { log } = await aLogger();
    app.setNow("2017-06-30T21:59:00Z");
    expect(told(await log("2017-W26", [at("2017-07-01")]))).toEqual(["/days/0/day day_in_future"]);
    app.setNow("2017-06-30T22:00:00Z");
    expect((await log("2017-W26", [at("2017-07-01")])).status).toBe(200);
  });

  test("in the caller's language", async () => {
    const { log } = await aLogger();
    const said = async (language: string) => {
      const { body } = await log("2017-W21", six, { "accept-language": language });
      return body.errors[0].detail;
    };
    expect(await said("fr")).toBe("60 h sur la semaine : elle en compte 48 h au plus.");
    expect(await said("en")).toBe("60 h over the week: it has 48 h at most.");
  });
});

describe("hours are logged", () => {
  const days = [{ day: "2017-05-22", minutes: 420 }];

  test.each<[EnrolmentWish, string]>([
    [{ state: "enrolled" }, "La formation n’a pas commencé : les heures de stage se notent pendant la formation."],
    [{ state: "suspended" }, "La formation est suspendue : les heures de stage se notent pendant la formation."],
    [{ placement: "waived" }, "Le stage est dispensé : il n’y a pas d’heures à noter."],
    [{ route: "vae" }, "Cette inscription ne comporte pas de stage : il n’y a pas d’heures à noter."],
  ])("in training, where a placement is due: %j is refused, and says why", async (wish, detail) => {
    const { log } = await aLogger(wish);
    expect(await log("2017-W21", days)).toMatchObject({ status: 409, body: { code: "illegal_move", detail } });
  });

  test("by their own trainee: another's enrolment does not exist (G1)", async () => {
    const [one, other] = [await aLogger(), await aLogger()];
    const { body } = await other.log("2017-W21", days);
    expect((await logOf(one.client, other.enrolmentId)("2017-W21", [])).status).toBe(404);
    expect((await one.client(stageWeekRead, { params: { stageWeekId: body.id } })).status).toBe(404);
    expect((await logOf(one.client, crypto.randomUUID())("2017-W21", days)).status).toBe(404);
  });

  test("by nobody who merely sees everything: not an administrator, nor a referent who is a trainee elsewhere", async () => {
    const { enrolmentId } = await aLogger();
    const admin = logOf(await app.as("admin", "referent"), enrolmentId);
    expect(await admin("2017-W21", days)).toMatchObject({ status: 403, body: { code: "not_allowed" } });
    const both = logOf(await app.as("trainee", "referent"), enrolmentId);
    expect(await both("2017-W21", days)).toMatchObject({ status: 403, body: { code: "not_allowed" } });
  });

  test("in each enrolment of a person apart", async () => {
    const first = await aLogger({ state: "dropped_out" });
    const second = await anEnrolment(app.ctx, cohortId, { personId: first.personId });
    expect((await first.log("2017-W21", days)).status).toBe(409);
    expect((await logOf(first.client, second.enrolmentId)("2017-W21", days)).status).toBe(200);
    const stranger = await asTrainee(app, (await anEnrolment(app.ctx, cohortId)).personId);
    expect((await logOf(stranger, second.enrolmentId)("2017-W21", days)).status).toBe(404);
  });
});
