import type { EnrolmentState, PlacementNeed } from "@passerelle/contracts/enrolments";
import { cohortProgressRead, enrolmentProgressRead } from "@passerelle/contracts/progress";
import type { StageWeekState } from "@passerelle/contracts/stage-weeks";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { anEnrolment } from "../../../test/people.ts";
import { aStoredWeek, type StoredWeek } from "../../../test/stored-weeks.ts";
import { fromColumn } from "../../core/civil-day.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  ({ cohortId } = await aPlannedCohort(app.ctx));
});
afterAll(() => app.close());

async function progressOf(enrolmentId: string) {
  const { status, body } = await referent(enrolmentProgressRead, { params: { enrolmentId } });
  expect(status).toBe(200);
  return body;
}

const states: StageWeekState[] = ["draft", "submitted", "confirmed", "validated"];
const fiveDays = [420, 420, 420, 420, 420];
const weeks = (state: StageWeekState, ...names: number[]): StoredWeek[] =>
  names.map((name) => ({ week: `2017-W${name}`, state, minutes: fiveDays }));

// Tuesday 18 July 2017 is in week 29: the last four full weeks are 25 to 28. 21,000 minutes are due by 4 March 2018.
const cases: [string, StoredWeek[], Record<string, unknown>][] = [
  ["nothing logged", [], { leftMinutes: 21000, weeklyPaceMinutes: null, forecastOn: null, standing: "no_pace" }],
  ["only drafts", weeks("draft", 27, 28), { draftMinutes: 4200, weeklyPaceMinutes: null, standing: "no_pace" }],
  [
    "declared hours make a pace and leave as much to do",
    weeks("submitted", 25, 26, 27, 28),
    {
      declaredMinutes: 8400,
      leftMinutes: 21000,
      weeklyPaceMinutes: 2100,
      forecastOn: "2017-09-26",
      standing: "on_pace",
    },
  ],
  [
    "confirmed and validated hours too; the week under way counts in the sums alone",
    [...weeks("confirmed", 27), ...weeks("validated", 28, 29)],
    { confirmedMinutes: 2100, validatedMinutes: 4200, leftMinutes: 16800, weeklyPaceMinutes: 1050 },
  ],
  [
    "an earlier week counts in the sums alone",
    weeks("validated", 20, 24),
    { validatedMinutes: 4200, weeklyPaceMinutes: null },
  ],
  [
    "a pace too slow to end within the calendar",
    [{ week: "2017-W28", state: "submitted", minutes: [2] }],
    { weeklyPaceMinutes: 1, forecastOn: null, standing: "behind" },
  ],
  [
    "a slow pace",
    [{ week: "2017-W28", state: "submitted", minutes: [420, 420] }],
    { weeklyPaceMinutes: 210, forecastOn: "2019-06-18", standing: "behind" },
  ],
  ["all of it", weeks("validated", 20, 21, 22, 23, 24, 25, 26, 27, 28, 29), { leftMinutes: 0, standing: "done" }],
];
test.each(cases)("stage figures: %s", async (_what, stored, expected) => {
  app.setNow("2017-07-18T10:00:00Z");
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId);
  for (const week of stored) await aStoredWeek(app.ctx, enrolmentId, week);
  const { stage } = await progressOf(enrolmentId);
  expect(stage).toMatchObject({ need: "required", requiredMinutes: 21000, deadline: "2018-03-04", ...expected });
});

const standings: [PlacementNeed, EnrolmentState, string][] = [
  ["required", "enrolled", "behind"],
  ["required", "in_training", "behind"],
  ["required", "suspended", "behind"],
  ["required", "completed", "no_pace"],
  ["required", "dropped_out", "no_pace"],
  ["required", "excluded", "no_pace"],
  ["waived", "in_training", "not_required"],
  ["waived", "dropped_out", "not_required"],
  ["not_applicable", "in_training", "not_required"],
];
test.each(standings)("with a placement %s, whoever is %s and late is %s", async (placement, state, standing) => {
  app.setNow("2018-03-01T10:00:00Z");
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId, { placement, state });
  const { stage } = await progressOf(enrolmentId);
  expect([stage.need, stage.standing]).toEqual([placement, standing]);
  const [minutes, deadline] = placement === "required" ? [21000, "2018-03-04"] : [0, null];
  expect(stage).toMatchObject({ requiredMinutes: minutes, leftMinutes: minutes, forecastOn: null, deadline });
});

test.each([
  [2100, "no_pace"],
  [21000, "done"],
])("whoever left with %i minutes validated is %s, without pace or forecast", async (minutes, standing) => {
  app.setNow("2017-07-18T10:00:00Z");
  const { enrolmentId } = await anEnrolment(app.ctx, cohortId, { state: "dropped_out" });
  for (const week of weeks("validated", 28, 27, 26, 25, 24, 23, 22, 21, 20, 19).slice(0, minutes / 2100))
    await aStoredWeek(app.ctx, enrolmentId, week);
  const { stage } = await progressOf(enrolmentId);
  expect(stage).toMatchObject({ validatedMinutes: minutes, weeklyPaceMinutes: null, forecastOn: null, standing });
});

const someWeeks = fc.uniqueArray(
  fc.record({
    week: fc.integer({ min: 20, max: 38 }).map((number) => `2017-W${number}`),
    state: fc.constantFrom(...states),
    minutes: fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 0, maxLength: 7 }),
  }),
  { selector: ({ week }) => week, maxLength: 8 },
);
const someHours = fc.array(fc.nat({ max: 8000 }), { minLength: 3, maxLength: 3 });
const someState = fc.constantFrom<EnrolmentState>("enrolled", "in_training", "suspended", "dropped_out", "completed");

test("totals are the sums of the facts listed, and a cohort’s line is the enrolment’s own (any weeks, any hours)", async () => {
  app.setNow("2017-09-20T11:00:00Z");
  await fc.assert(
    fc.asyncProperty(someWeeks, someHours, someState, async (stored, hours, state) => {
      const { enrolmentId } = await anEnrolment(app.ctx, cohortId, { state });
      const blocks = await app.ctx.db.enrolmentBlock.findMany({ where: { enrolmentId }, include: { block: true } });
      for (const [index, { blockId }] of blocks.entries()) {
        const where = { enrolmentId_blockId: { enrolmentId, blockId } };
        await app.ctx.db.enrolmentBlock.update({ where, data: { prescribedMinutes: hours[index] ?? 0 } });
      }
      for (const week of stored) await aStoredWeek(app.ctx, enrolmentId, week);
      const progress = await progressOf(enrolmentId);
      await expectSums(enrolmentId, progress);
      const { body } = await referent(cohortProgressRead, { params: { cohortId } });
      const line = body.trainees.find((each: { enrolmentId: string }) => each.enrolmentId === enrolmentId);
      expect(progress).toMatchObject(line);
    }),
    { numRuns: 15 },
  );
});

type Figures = Record<string, number>;

async function expectSums(enrolmentId: string, { course, stage, stageWeeks }: Awaited<ReturnType<typeof progressOf>>) {
  const sumOf = (rows: Figures[], key: string) => rows.reduce((total, row) => total + (row[key] ?? 0), 0);
  for (const part of [course, ...course.blocks]) {
    expect(part.passedMinutes + part.toComeMinutes + part.unplannedMinutes).toBe(part.prescribedMinutes);
  }
  for (const key of ["prescribed", "planned", "passed", "toCome", "unplanned"]) {
    expect(course[`${key}Minutes`]).toBe(sumOf(course.blocks, `${key}Minutes`));
  }
  const days = await app.ctx.db.stageDay.findMany({
    where: { stageWeek: { enrolmentId } },
    include: { stageWeek: true },
  });
  const names = { draft: "draft", submitted: "declared", confirmed: "confirmed", validated: "validated" };
  for (const state of states) {
    const ofState = days.filter(({ stageWeek }) => stageWeek.state === state);
    const minutes = ofState.reduce((total, day) => total + day.minutes, 0);
    expect([state, stage[`${names[state]}Minutes`]]).toEqual([state, minutes]);
    expect([state, sumOf(stageWeeks, `${names[state]}Minutes`)]).toEqual([state, minutes]);
  }
  const mondays = new Set(days.map(({ stageWeek }) => fromColumn(stageWeek.monday)));
  expect(stageWeeks.map(({ monday }: { monday: string }) => monday)).toEqual([...mondays].toSorted());
  expect(stage.leftMinutes).toBe(Math.max(0, 21000 - stage.validatedMinutes));
}
