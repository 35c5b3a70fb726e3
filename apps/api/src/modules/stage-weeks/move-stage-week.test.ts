import { stageWeekLog, stageWeekReturn, stageWeekSubmit, stageWeekValidate } from "@passerelle/contracts/stage-weeks";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aLoggedWeek, returnReason } from "../../../test/logged-week.ts";
import { violatedConstraint } from "../../core/constraints.ts";

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

const aWeek = (week = "2017-W21", day = "2017-05-22") => aLoggedWeek(app, referent, { cohortId, week, day });
const refusedAs = (code: string, status: number) => ({ status, body: { code } });
const statuses = (answers: readonly Answer[]) =>
  answers.map(({ status }) => status).toSorted((one, other) => one - other);

describe("a week", () => {
  test("is submitted by its trainee, then validated by the referent, each once, and each told", async () => {
    const week = await aWeek();
    const submitted = await week.submit();
    expect(submitted).toMatchObject({
      status: 200,
      headers: { etag: '"2"' },
      body: {
        state: "submitted",
        submittedAt: "2017-06-30T10:00:00.000Z",
        validatedAt: null,
        can: { log: { allowed: false, code: "illegal_move" }, submit: { allowed: false, code: "illegal_move" } },
      },
    });
    expect(await week.submit()).toMatchObject(refusedAs("illegal_move", 409));
    expect((await week.read()).can).toEqual({
      log: { allowed: false, code: "not_allowed" },
      submit: { allowed: false, code: "not_allowed" },
      validate: { allowed: true },
      return: { allowed: true },
    });
    const validated = await week.validate(2);
    expect(validated).toMatchObject({
      status: 200,
      body: { state: "validated", minutes: 420, validatedAt: "2017-06-30T10:00:00.000Z", version: 3 },
    });
    expect(await week.events()).toMatchObject([
      { type: "stage-week.logged", entity: "stage-week" },
      { type: "stage-week.submitted", data: { from: { state: "draft" }, to: { state: "submitted" } } },
      { type: "stage-week.validated", data: { from: { state: "submitted" }, to: { state: "validated" } } },
    ]);
  });

  test("is returned with its reason, which goes when it is submitted again", async () => {
    const week = await aWeek();
    await week.submit();
    expect(await week.return(2)).toMatchObject({
      status: 200,
      body: { state: "draft", returnedReason: returnReason, submittedAt: null, version: 3 },
    });
    expect((await week.log(400)).body).toMatchObject({ state: "draft", returnedReason: returnReason, version: 4 });
    expect((await week.submit()).body).toMatchObject({ state: "submitted", returnedReason: null, version: 5 });
    expect((await week.events())[2]).toMatchObject({
      type: "stage-week.returned",
      data: { from: { state: "submitted" }, to: { state: "draft", reason: returnReason } },
    });
  });

  test("confirmed by the tutor is validated or returned like a submitted one, and not written any more", async () => {
    const [one, other] = [await aWeek(), await aWeek()];
    for (const week of [one, other]) {
      await week.submit();
      await app.ctx.db.stageWeek.update({ where: { id: week.stageWeekId }, data: { state: "confirmed" } });
      expect(await week.log(60)).toMatchObject({
        ...refusedAs("illegal_move", 409),
        body: {
          detail:
            "Cette semaine est confirmée par le tuteur. Pour la corriger, demandez à votre référente de vous la renvoyer.",
          facts: { state: "confirmed", legalMoves: ["validate", "return"] },
        },
      });
      expect(await week.submit()).toMatchObject(refusedAs("illegal_move", 409));
    }
    expect((await one.validate(2)).body.state).toBe("validated");
    expect((await other.return(2)).body.state).toBe("draft");
  });

  test("of no hours stays a draft", async () => {
    const { enrolmentId, client, submit } = await aWeek();
    await client(stageWeekLog, { params: { enrolmentId, week: "2017-W21" }, body: { days: [] } });
    expect(await submit()).toMatchObject({
      status: 422,
      body: { code: "stage_week_invalid", errors: [{ pointer: "/days", code: "week_empty" }] },
    });
  });

  test("whose cohort now starts later is not submitted with the days before (P4)", async () => {
    const week = await aWeek();
    await app.ctx.db.cohort.update({ where: { id: cohortId }, data: { startsOn: new Date("2017-05-23") } });
    const answer = await week.submit();
    expect(answer.body.errors).toMatchObject([{ pointer: "/days/0/day", code: "day_before_training" }]);
  });

  test("is submitted up to the day its trainee left, and not with the days after (P4)", async () => {
    const week = await aWeek();
    const left = (stateSince: string) =>
      app.ctx.db.enrolment.update({
        where: { id: week.enrolmentId },
        data: { state: "dropped_out", stateSince: new Date(stateSince) },
      });
    await left("2017-05-21");
    const answer = await week.submit();
    expect(answer.body.errors).toMatchObject([
      { pointer: "/days/0/day", code: "day_after_training", facts: { to: "2017-05-21" } },
    ]);
    await left("2017-05-22");
    expect((await week.submit()).body.state).toBe("submitted");
  });

  test("says what its state forbids, and what to do", async () => {
    const week = await aWeek();
    const draft = "Cette semaine est encore un brouillon : attendez qu’elle soit envoyée.";
    expect((await week.validate(1)).body).toMatchObject({ detail: draft, facts: { legalMoves: ["submit"] } });
    expect(await week.return(1)).toMatchObject({ status: 409, body: { code: "illegal_move", detail: draft } });
    await week.submit();
    expect((await week.log(60)).body.detail).toBe(
      "Cette semaine est envoyée. Pour la corriger, demandez à votre référente de vous la renvoyer.",
    );
    expect((await week.submit()).body.detail).toBe("Cette semaine est envoyée : il reste à attendre sa validation.");
    await week.validate(2);
    for (const answer of [await week.log(60), await week.submit(), await week.validate(3), await week.return(3)]) {
      expect(answer).toMatchObject({
        ...refusedAs("illegal_move", 409),
        body: {
          detail: "Cette semaine est validée : elle ne change plus. Signalez une erreur au centre de formation.",
          facts: { state: "validated", legalMoves: [] },
        },
      });
    }
  });

  test("of someone who left meanwhile is still submitted, validated and returned: the hours were done", async () => {
    for (const state of ["suspended", "dropped_out"] as const) {
      const week = await aWeek();
      const left = { state, stateSince: new Date("2017-06-01") };
      await app.ctx.db.enrolment.update({ where: { id: week.enrolmentId }, data: left });
      expect((await week.submit()).body).toMatchObject({ state: "submitted", can: { log: { allowed: false } } });
      expect((await week.return(2)).status).toBe(200);
      expect(await week.log(60)).toMatchObject(refusedAs("illegal_move", 409));
      await week.submit();
      expect((await week.validate(4)).status).toBe(200);
    }
  });

  test("is decided by a referent only, and never by the trainee whose hours they are", async () => {
    const week = await aWeek();
    await week.submit();
    const own = { where: { personId: week.personId } };
    expect(await week.validate(2, await app.as("admin"))).toMatchObject(refusedAs("not_allowed", 403));
    expect(await week.validate(2, week.client)).toMatchObject(refusedAs("not_allowed", 403));
    await app.ctx.db.user.update({ ...own, data: { roles: ["trainee", "referent"] } });
    expect(await week.validate(2, week.client)).toMatchObject(refusedAs("not_allowed", 403));
    expect(await week.return(2, week.client)).toMatchObject(refusedAs("not_allowed", 403));
    const key = await app.withKey("stage-hours:write");
    expect((await week.validate(2, key)).status).toBe(200);
  });

  test("is submitted by its own trainee only", async () => {
    const [week, other] = [await aWeek(), await aWeek()];
    const params = { stageWeekId: week.stageWeekId };
    expect(await other.client(stageWeekSubmit, { params })).toMatchObject(refusedAs("not_found", 404));
    const both = await app.as("trainee", "referent");
    expect(await both(stageWeekSubmit, { params })).toMatchObject(refusedAs("not_allowed", 403));
    expect(await week.submit({ "if-match": '"7"' })).toMatchObject(refusedAs("stale", 412));
  });

  test("is decided as it was read: 428 without its version, 412 with another, then its state", async () => {
    const week = await aWeek();
    const params = { stageWeekId: week.stageWeekId };
    expect(await referent(stageWeekValidate, { params })).toMatchObject(refusedAs("precondition_required", 428));
    expect(await referent(stageWeekReturn, { params, body: { reason: returnReason } })).toMatchObject(
      refusedAs("precondition_required", 428),
    );
    expect(await week.validate(7)).toMatchObject({ status: 412, body: { facts: { current: { state: "draft" } } } });
    const blank = { params, body: { reason: " " }, headers: { "if-match": '"1"' } };
    expect(await referent(stageWeekReturn, blank)).toMatchObject(refusedAs("request_invalid", 400));
  });
});

describe("at once", () => {
  test("validated and returned: one wins, the other is told", async () => {
    for (let round = 0; round < 5; round++) {
      const week = await aWeek();
      await week.submit();
      const answers = await Promise.all([week.validate(2), week.return(2)]);
      expect(statuses(answers)).toEqual([200, 412]);
      const won = answers.find(({ status }) => status === 200);
      expect(await week.read()).toMatchObject({ state: won?.body.state, version: 3 });
      expect(await week.events()).toHaveLength(3);
    }
  });

  test("logged and submitted: what is submitted never changes after", async () => {
    for (let round = 0; round < 5; round++) {
      const week = await aWeek();
      const [submitted, logged] = await Promise.all([week.submit(), week.log(60), week.log(480)]);
      expect(submitted.status).toBe(200);
      expect([200, 409]).toContain(logged.status);
      expect(await week.read()).toMatchObject({ state: "submitted", minutes: submitted.body.minutes });
    }
  });
});

describe("the database", () => {
  test("refuses what would change a validated week, and a day outside its own (P4)", async () => {
    const week = await aWeek();
    await week.submit();
    await week.validate(2);
    const id = week.stageWeekId;
    const { db } = app.ctx;
    const draft = await aWeek();
    const broken = (statement: Promise<unknown>) => statement.then(() => null, violatedConstraint);
    const refused = [
      db.$executeRaw`update stage_week set state = 'draft' where id = ${id}::uuid`,
      db.$executeRaw`update stage_week set version = version + 1 where id = ${id}::uuid`,
      db.$executeRaw`delete from stage_week where id = ${id}::uuid`,
      db.$executeRaw`update stage_day set minutes = 60 where stage_week_id = ${id}::uuid`,
      db.$executeRaw`delete from stage_day where stage_week_id = ${id}::uuid`,
      db.$executeRaw`insert into stage_day (stage_week_id, day, minutes) values (${id}::uuid, '2017-05-23', 60)`,
    ];
    for (const statement of refused) expect(await broken(statement)).toBe("stage_week_immutable");
    const outside = db.$executeRaw`
      insert into stage_day (stage_week_id, day, minutes) values (${draft.stageWeekId}::uuid, '2017-05-29', 60)`;
    expect(await broken(outside)).toBe("stage_day_in_its_week");
    const tooLong = db.$executeRaw`update stage_day set minutes = 601 where stage_week_id = ${draft.stageWeekId}::uuid`;
    expect(await broken(tooLong)).toBe("stage_day_minutes");
    expect(await week.read()).toMatchObject({ state: "validated", minutes: 420, version: 3 });
  });

  test("does not let a day leave a validated week for another", async () => {
    const week = await aWeek();
    await week.submit();
    await week.validate(2);
    const draft = await aWeek("2017-W21", "2017-05-23");
    const moved = app.ctx.db.$executeRaw`
      update stage_day set stage_week_id = ${draft.stageWeekId}::uuid where stage_week_id = ${week.stageWeekId}::uuid`;
    expect(await moved.then(() => null, violatedConstraint)).toBe("stage_week_immutable");
  });
});
