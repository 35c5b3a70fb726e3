import { planEdit, planRedo, planUndo } from "@passerelle/contracts/plan-edits";
import { type HalfDay, type Plan, planRead } from "@passerelle/contracts/plans";
import { halfDayCancel, halfDayMove, sessionMove } from "@passerelle/contracts/sessions";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
let trainers: string[];
let rooms: string[];
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
  trainers = [(await aTrainer(app.ctx)).id, (await aTrainer(app.ctx)).id];
  rooms = [(await aRoom(app.ctx)).id, (await aRoom(app.ctx)).id];
});
afterAll(() => app.close());

// Few days, half-days and people, so that they get into each other's way; one day is a holiday, one a Sunday.
const days = ["2017-05-16", "2017-05-17", "2017-05-18", "2017-05-21", "2017-05-22", "2017-05-25", "2017-10-29"];
const place = { day: fc.constantFrom(...days), slot: fc.constantFrom("am" as const, "pm" as const) };
const cohort = fc.nat({ max: 1 });
const index = fc.nat({ max: 9 });
/** Nobody, one of two, or nothing said. */
const one = fc.option(fc.constantFrom(null, 0, 1), { nil: undefined });
const edit = fc.record({ index, trainer: one, room: one, ...place }, { requiredKeys: ["index"] });

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("edit" as const),
      cohort,
      edits: fc.uniqueArray(edit, { selector: ({ index }) => index, minLength: 1, maxLength: 4 }),
      overrideReason: fc.option(fc.constant("Portes ouvertes"), { nil: undefined }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("swap" as const), cohort, index, other: index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("move" as const), cohort, index, ...place }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("session" as const),
      cohort,
      days: fc.uniqueArray(fc.constantFrom(...days), { minLength: 4, maxLength: 4 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("cancel" as const),
      cohort,
      index,
      replacement: fc.option(fc.record(place), { nil: undefined }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("undo" as const), cohort }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("redo" as const), cohort }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const any = { "if-match": "*" };

/** Sends a step; the half-days it means are the first of the plan as it was adopted. */
function send(made: Step, plan: Plan): Promise<Answer> {
  const halfDays = plan.sessions.flatMap(({ halfDays }) => halfDays).slice(0, 10);
  const at = (index: number) => halfDays[index] as HalfDay; // as: ten there are
  const params = { cohortId: plan.cohortId };
  switch (made.kind) {
    case "edit": {
      const edits = made.edits.map(({ index, trainer, room, ...moved }) => ({
        id: at(index).id,
        ...moved,
        ...(trainer !== undefined && { trainerId: trainer === null ? null : trainers[trainer] }),
        ...(room !== undefined && { roomId: room === null ? null : rooms[room] }),
      }));
      const { overrideReason } = made;
      return referent(planEdit, { params, body: { halfDays: edits, overrideReason }, headers: any });
    }
    case "swap": {
      const [one, other] = [at(made.index), at(made.other)];
      const edits = [
        { id: one.id, day: other.day, slot: other.slot },
        { id: other.id, day: one.day, slot: one.slot },
      ];
      return referent(planEdit, { params, body: { halfDays: edits }, headers: any });
    }
    case "move": {
      const { day, slot } = made;
      return referent(halfDayMove, { params: { halfDayId: at(made.index).id }, body: { day, slot }, headers: any });
    }
    case "session": {
      const sent = { params: { sessionId: plan.sessions[0]?.id ?? "" }, body: { days: made.days } };
      return referent(sessionMove, { ...sent, headers: any });
    }
    case "cancel": {
      const body = { reason: "Tempête", replacement: made.replacement };
      return referent(halfDayCancel, { params: { halfDayId: at(made.index).id }, body, headers: any });
    }
    case "undo":
      return referent(planUndo, { params, headers: any });
    case "redo":
      return referent(planRedo, { params, headers: any });
  }
}

async function rows(cohortId: string): Promise<string> {
  const { rows } = await app.database.pool.query(
    `select to_jsonb(h) as row,
      array(select competency_id from half_day_competency where half_day_id = h.id order by 1) as competencies
     from half_day h where cohort_id = $1 order by id`,
    [cohortId],
  );
  const cohort = await app.database.pool.query("select gap_reason from cohort where id = $1", [cohortId]);
  return JSON.stringify([rows, cohort.rows]);
}

/** T1, asked of every pair of half-days. */
async function overlaps(): Promise<number> {
  const { rows } = await app.database.pool.query<{ count: number }>(`
    select count(*)::int as count from half_day a join half_day b on a.id < b.id
      and a.starts_at < b.ends_at and b.starts_at < a.ends_at and a.state <> 'cancelled' and b.state <> 'cancelled'
      and (a.cohort_id = b.cohort_id or a.trainer_id = b.trainer_id or a.room_id = b.room_id)`);
  return rows[0]?.count ?? -1;
}

/** The hours of each block hold, or the proof says by how much they do not (R4). */
async function expectIdentities(cohortId: string): Promise<void> {
  const { body } = await referent(planRead, { params: { cohortId } });
  const { rows } = await app.database.pool.query<{ code: string; due: number; planned: number }>(
    `select b.code, pb.minutes as due, (count(h.id) * p.half_day_minutes)::int as planned
     from cohort c join programme p on p.id = c.programme_id join programme_block pb on pb.programme_id = p.id
     join competency_block b on b.id = pb.block_id
     left join half_day h on h.cohort_id = c.id and h.block_id = b.id and h.state <> 'cancelled'
     where c.id = $1 group by b.code, pb.minutes, p.half_day_minutes, pb.position order by pb.position`,
    [cohortId],
  );
  const told = body.proof.blocks.map((block: Plan["proof"]["blocks"][number]) => ({
    code: block.code,
    due: block.dueMinutes,
    planned: block.dueMinutes + block.differenceMinutes,
  }));
  expect(told).toEqual(rows);
  expect(body.proof.exact).toBe(rows.every(({ due, planned }) => due === planned));
}

interface History {
  /** The rows after each change, the first those of the plan adopted. */
  states: string[];
  now: number;
}

/** What a step made of the rows is what the history of the plan says. */
async function expectAsTold(made: Step, { status, body }: Answer, history: History, cohortId: string): Promise<void> {
  const after = await rows(cohortId);
  const isNew = after !== history.states[history.now] && made.kind !== "undo" && made.kind !== "redo";
  if (status === 200 && isNew) history.states.splice(history.now + 1, Infinity, after);
  if (status === 200 && (isNew || made.kind === "redo")) history.now++;
  if (status === 200 && made.kind === "undo") history.now--;
  expect(after).toBe(history.states[history.now]);
  expect([200, 409, 422]).toContain(status);
  const named = body.code === "half_day_overlap" ? body.facts.conflicts.length : 1;
  expect(named).toBeGreaterThan(0);
}

test("whatever two cohorts do, nothing overlaps, hours hold or the gap is named, and undoing restores exactly", async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 16 }), async (steps) => {
      const plans = [await aPlannedCohort(app.ctx), await aPlannedCohort(app.ctx)];
      const histories = new Map<string, History>();
      for (const { cohortId } of plans) histories.set(cohortId, { states: ["", await rows(cohortId)], now: 1 });
      for (const made of steps) {
        const plan = plans[made.cohort];
        const history = histories.get(plan?.cohortId ?? "");
        if (plan === undefined || history === undefined) continue;
        // Undone down to the adoption itself there is no half-day left to mean.
        if (made.kind === "undo" && history.now === 1) continue;
        const answer = await send(made, plan);
        seen.set(`${made.kind} ${answer.status}`, (seen.get(`${made.kind} ${answer.status}`) ?? 0) + 1);
        await expectAsTold(made, answer, history, plan.cohortId);
        expect(await overlaps()).toBe(0);
        await expectIdentities(plan.cohortId);
      }
      for (const { cohortId } of plans)
        await app.database.pool.query("update half_day set trainer_id = null, room_id = null where cohort_id = $1", [
          cohortId,
        ]);
    }),
    { numRuns: 12, seed: 20170516, endOnFailure: true },
  );
  // The runs did meet what they are about.
  for (const met of ["edit 200", "edit 409", "swap 200", "undo 200", "redo 200", "cancel 200"])
    expect([...seen.keys()]).toContain(met);
}, 120_000);
