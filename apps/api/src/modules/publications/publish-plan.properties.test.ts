import { planEdit, planUndo, sessionSplit } from "@passerelle/contracts/plan-edits";
import { planVersionRestore } from "@passerelle/contracts/plan-versions";
import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { planPublish } from "@passerelle/contracts/publications";
import { halfDayCancel, sessionMove } from "@passerelle/contracts/sessions";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { draftedPlan } from "../../../test/drafts.ts";
import { anyVersion, publishedRows, revisionsOf } from "../../../test/publishing.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";

let app: TestApp;
let referents: Client[];
let plans: Plan[];
let trainers: string[];
let rooms: string[];
beforeAll(async () => {
  app = await startApp();
  referents = [await app.as("referent"), await app.as("referent")];
  plans = [await aPlannedCohort(app.ctx), await aPlannedCohort(app.ctx)];
  trainers = [(await aTrainer(app.ctx)).id, (await aTrainer(app.ctx)).id, (await aTrainer(app.ctx)).id];
  rooms = [(await aRoom(app.ctx)).id, (await aRoom(app.ctx)).id, (await aRoom(app.ctx)).id];
});
afterAll(() => app.close());

// Few half-days and days, so that changes meet; each cohort has a trainer and a room of its own, and they share one.
const days = ["2017-05-16", "2017-05-17", "2017-05-18", "2017-05-22", "2017-05-23", "2017-05-24"];
const place = { day: fc.constantFrom(...days), slot: fc.constantFrom("am", "pm") };
const whose = fc.option(
  fc.oneof({ weight: 5, arbitrary: fc.constant("own") }, { weight: 1, arbitrary: fc.constant("shared") }),
);
const index = fc.nat({ max: 7 });
const by = { cohort: fc.nat({ max: 1 }), referent: fc.nat({ max: 1 }) };
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant("staff" as const), ...by, index, trainer: whose, room: whose }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), ...by, index, ...place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("swap" as const), ...by, index, other: index }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("block" as const), ...by, index, code: fc.constantFrom("CCP1", "CCP2") }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("cancel" as const), ...by, index, place: fc.option(fc.record(place)) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("session" as const),
      ...by,
      first: fc.constantFrom("2017-06-06", "2017-06-20"),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("split" as const), ...by, count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("undo" as const), ...by }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A plan before any of its steps. */
const planOf = ({ cohort }: Step): Plan => plans[cohort] as Plan; // as: two there are

async function send(made: Step): Promise<Answer> {
  const plan = planOf(made);
  const client = referents[made.referent] as Client; // as: two there are
  const params = { cohortId: plan.cohortId };
  const at = (place: number) => plan.sessions[0]?.halfDays[place] as HalfDay; // as: eight there are
  const edit = (halfDays: object[]) => client(planEdit, { params, body: { halfDays }, headers: anyVersion });
  const one = (ids: readonly string[], which: string | null) =>
    which === null ? null : ids[which === "own" ? made.cohort : 2];
  switch (made.kind) {
    case "staff": {
      const competencyCodes = at(made.index)
        .competencies.slice(0, 1)
        .map(({ code }) => code);
      const staffed = { trainerId: one(trainers, made.trainer), roomId: one(rooms, made.room), competencyCodes };
      return edit([{ id: at(made.index).id, ...staffed }]);
    }
    case "move":
      return edit([{ id: at(made.index).id, day: made.day, slot: made.slot }]);
    case "swap": {
      const [from, to] = [at(made.index), at(made.other)];
      const now = (await draftedPlan(client, plan.cohortId)).sessions.flatMap(({ halfDays }) => halfDays);
      const placeNow = (id: string) => now.find((each) => each.id === id);
      const places = [placeNow(to.id), placeNow(from.id)];
      return edit([from, to].map(({ id }, which) => ({ id, day: places[which]?.day, slot: places[which]?.slot })));
    }
    case "block":
      return edit([{ id: at(made.index).id, blockCode: made.code }]);
    case "cancel": {
      const body = { reason: "Tempête", ...(made.place !== null && { replacement: made.place }) };
      return client(halfDayCancel, { params: { halfDayId: at(made.index).id }, body, headers: anyVersion });
    }
    case "session": {
      const first = Temporal.PlainDate.from(made.first);
      const body = { days: [0, 1, 2, 3].map((more) => first.add({ days: more }).toString()) };
      return client(sessionMove, { params: { sessionId: plan.sessions[1]?.id ?? "" }, body, headers: anyVersion });
    }
    case "split": {
      const sent = { params: { sessionId: plan.sessions[2]?.id ?? "" }, headers: anyVersion };
      return client(sessionSplit, { ...sent, body: { days: plan.sessions[2]?.days.slice(0, made.count) } });
    }
    case "undo":
      return client(planUndo, { params, headers: anyVersion });
  }
}

const publish = (cohortId: string) =>
  (referents[0] as Client)(planPublish, {
    params: { cohortId },
    body: { gapReason: "Voulu ainsi" },
    headers: anyVersion,
  }); // as: two there are

/** Both plans back to their first version, by which a restored version is proved to be the very rows it was. */
async function startAgain(base: readonly object[]): Promise<void> {
  for (const { cohortId } of plans) {
    const params = { cohortId, number: "1" };
    const restored = await (referents[0] as Client)(planVersionRestore, { params, headers: anyVersion }); // as: two there are
    expect(restored.status).toBe(200);
    if (restored.body.draft.changes.length > 0) await publish(cohortId);
  }
  expect(await state()).toEqual(base);
}

/** Every published row of both plans; half-days and sessions that are new are named by their turn, since each time they are others. */
async function state(): Promise<object[]> {
  const all = await Promise.all(plans.map(({ cohortId }) => publishedRows(app, cohortId)));
  const known = new Set(
    plans.flatMap(({ sessions }) => sessions.flatMap(({ id, halfDays }) => [id, ...halfDays.map((each) => each.id)])),
  );
  for (const { examHalfDays } of plans) examHalfDays.forEach(({ id }) => known.add(id));
  const ids = all
    .flatMap(({ halfDays, sessions }) => [...halfDays, ...sessions] as { id: string }[])
    .map(({ id }) => id);
  const turns = new Map(
    [...new Set(ids)]
      .filter((id) => !known.has(id))
      .toSorted()
      .map((id, turn) => [id, `new ${turn}`]),
  );
  const named = (_key: string, value: unknown) => (typeof value === "string" ? (turns.get(value) ?? value) : value);
  return JSON.parse(JSON.stringify(all, named));
}

/** All in one draft by each, then published; answers the steps whose changes were in it, or null when others were in the way. */
async function inOneDraft(steps: readonly Step[]): Promise<Step[] | null> {
  const made: Step[] = [];
  for (const each of steps) {
    const { status, body } = await send(each);
    expect([200, 404, 409, 422]).toContain(status);
    if (status !== 200) continue;
    seen.add(each.kind);
    const kept = made.filter(({ cohort }) => cohort === each.cohort).length;
    // A step that changes nothing is not in the draft.
    if (body.draft.changes.length > kept) made.push(each);
    if (body.draft.changes.length < kept)
      made.splice(
        made.findLastIndex(({ cohort }) => cohort === each.cohort),
        1,
      );
  }
  for (const { cohortId } of plans) {
    const { status, body } = await publish(cohortId);
    if (body.code === "half_day_overlap") return null;
    expect([200, 409]).toContain(status);
  }
  return made;
}

/** The same, each published at once; false when others were in the way. */
async function eachAtOnce(steps: readonly Step[]): Promise<boolean> {
  for (const each of steps) {
    const answer = await send(each);
    if (answer.body.code === "half_day_overlap") return false;
    expect(answer.status).toBe(200);
    await publish(planOf(each).cohortId);
  }
  return true;
}

/** Numbered without a gap, each is something else than the one before. */
async function expectRevisionsToDiffer(cohortId: string): Promise<void> {
  for (const revisions of Map.groupBy(await revisionsOf(app, cohortId), ({ id }) => id).values()) {
    expect(revisions.map(({ sequence }) => sequence)).toEqual(revisions.map((_, index) => index));
    const rows = revisions.map(({ row }) => JSON.stringify(row));
    expect(rows.filter((row, index) => row === rows[index - 1])).toEqual([]);
  }
}

const seen = new Set<string>();

test("all in one draft and then published makes the same rows as each change published at once", async () => {
  const base = await state();
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 9 }), async (steps) => {
      await startAgain(base);
      const made = await inOneDraft(steps);
      const published = await state();
      for (const { cohortId } of plans) {
        await app.database.pool.query(
          "update plan_change set state = 'discarded' where cohort_id = $1 and state = 'drafted'",
          [cohortId],
        );
      }
      await startAgain(base);
      if (made === null || !(await eachAtOnce(made))) return;
      compared += 1;
      expect(await state()).toEqual(published);
      for (const { cohortId } of plans) await expectRevisionsToDiffer(cohortId);
    }),
    { numRuns: 8, seed: 20170516, endOnFailure: true },
  );
  // The runs did meet what they are about.
  expect([...seen].toSorted()).toEqual(["block", "cancel", "move", "session", "split", "staff", "swap", "undo"]);
  expect(compared).toBeGreaterThan(5);
}, 300_000);
