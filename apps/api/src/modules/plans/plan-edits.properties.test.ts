import { planEdit, planRedo, planUndo } from "@passerelle/contracts/plan-edits";
import { type HalfDay, type Plan, planRead } from "@passerelle/contracts/plans";
import { draftChangeUndo, planDraftDiscard, planDraftRead, planPublish } from "@passerelle/contracts/publications";
import { halfDayCancel, halfDayMove, sessionMove } from "@passerelle/contracts/sessions";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { changeOf, drafted, type KnownChanges, modelOf, type PlanModel } from "../../../test/plan-model.ts";
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
const index = fc.nat({ max: 5 });
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
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("undo" as const), cohort }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("undoAny" as const), cohort, change: fc.nat({ max: 5 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("redo" as const), cohort }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("publish" as const),
      cohort,
      gapReason: fc.option(fc.constant("Voulu ainsi"), { nil: undefined }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("discard" as const), cohort }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("hold" as const), cohort, index }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
/** Whatever is undone, done again at once. */
const undoneAndAgain = fc.record({ cohort, change: fc.nat({ max: 5 }) }).map(({ cohort, change }): Step[] => [
  { kind: "undoAny", cohort, change },
  { kind: "redo", cohort },
]);
/** A half-day given one trainer, then the other; and the first of both changes undone. */
const builtOn = fc.record({ cohort, index }).map(({ cohort, index }): Step[] => [
  { kind: "edit", cohort, edits: [{ index, trainer: 0 }], overrideReason: undefined },
  { kind: "edit", cohort, edits: [{ index, trainer: 1 }], overrideReason: undefined },
  { kind: "undoAny", cohort, change: 1 },
]);
/** Both cohorts draft one trainer for the same half-day, and both publish. */
const raced = fc.record({ index, trainer: fc.constantFrom(0, 1) }).map((edit): Step[] => {
  const drafts = [0, 1].map((cohort): Step => ({ kind: "edit", cohort, edits: [edit], overrideReason: undefined }));
  const published = [0, 1].map((cohort): Step => ({ kind: "publish", cohort, gapReason: "Voulu ainsi" }));
  return [...drafts, ...published];
});
/** A half-day cancelled, published without saying why hours are missing, and saying it. */
const short = fc.record({ cohort, index }).map(({ cohort, index }): Step[] => [
  { kind: "cancel", cohort, index, replacement: undefined },
  { kind: "publish", cohort, gapReason: undefined },
  { kind: "publish", cohort, gapReason: "Voulu ainsi" },
]);
const steps = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: step.map((made) => [made]) },
      { weight: 2, arbitrary: undoneAndAgain },
      { weight: 1, arbitrary: builtOn },
      { weight: 1, arbitrary: raced },
      { weight: 1, arbitrary: short },
    ),
    { minLength: 8, maxLength: 16 },
  )
  .map((made) => made.flat());

const any = { "if-match": "*" };

/** Sends a step; the half-days it means are the first of the plan as it was published first, its change one of the draft, from the last. */
async function send(made: Step, plan: Plan, { draft }: Plan): Promise<Answer> {
  const halfDays = plan.sessions.flatMap(({ halfDays }) => halfDays).slice(0, 6);
  const at = (index: number) => halfDays[index] as HalfDay; // as: six there are
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
    case "undoAny": {
      const changes = draft?.changes ?? [];
      const changeId = changes.at(-1 - (made.change % Math.max(changes.length, 1)))?.id ?? plan.cohortId;
      return referent(draftChangeUndo, { params: { ...params, changeId }, headers: any });
    }
    case "redo":
      return referent(planRedo, { params, headers: any });
    case "publish":
      return referent(planPublish, { params, body: { gapReason: made.gapReason }, headers: any });
    case "discard":
      return referent(planDraftDiscard, { params, headers: any });
    case "hold": {
      const where = { id: at(made.index).id, state: "planned" as const };
      await app.database.prisma.halfDay.updateMany({ where, data: { state: "held" } });
      return referent(planDraftRead, { params });
    }
  }
}

/** T1, asked of every pair of published half-days. */
async function overlaps(): Promise<number> {
  const { rows } = await app.database.pool.query<{ count: number }>(`
    select count(*)::int as count from half_day a join half_day b on a.id < b.id
      and a.starts_at < b.ends_at and b.starts_at < a.ends_at and a.state <> 'cancelled' and b.state <> 'cancelled'
      and (a.cohort_id = b.cohort_id or a.trainer_id = b.trainer_id or a.room_id = b.room_id)`);
  return rows[0]?.count ?? -1;
}

/** The published hours of each block hold, or the proof says by how much they do not (R4), and the plan why. */
async function expectIdentities({ cohortId, proof, gapReason }: Plan): Promise<void> {
  const { rows } = await app.database.pool.query<{ code: string; due: number; planned: number }>(
    `select b.code, pb.minutes as due, (count(h.id) * p.half_day_minutes)::int as planned
     from cohort c join programme p on p.id = c.programme_id join programme_block pb on pb.programme_id = p.id
     join competency_block b on b.id = pb.block_id
     left join half_day h on h.cohort_id = c.id and h.block_id = b.id and h.state <> 'cancelled'
     where c.id = $1 group by b.code, pb.minutes, p.half_day_minutes, pb.position order by pb.position`,
    [cohortId],
  );
  const told = proof.blocks.map((block) => ({
    code: block.code,
    due: block.dueMinutes,
    planned: block.dueMinutes + block.differenceMinutes,
  }));
  expect(told).toEqual(rows);
  expect(proof.exact).toBe(rows.every(({ due, planned }) => due === planned));
  expect(gapReason === null).toBe(proof.exact);
}

/** A cohort as the steps so far have made it. */
interface Told {
  readonly plan: Plan;
  /** The published rows, with all their columns. */
  rows: string;
  published: PlanModel;
  draft: Plan;
  readonly known: KnownChanges;
}

const read = async (cohortId: string): Promise<Plan> => (await referent(planRead, { params: { cohortId } })).body;
const readDraft = async (cohortId: string): Promise<Plan> =>
  (await referent(planDraftRead, { params: { cohortId } })).body;

async function publishedRows(cohortId: string): Promise<string> {
  const { rows } = await app.database.pool.query(
    `select to_jsonb(h) as row,
      array(select competency_id from half_day_competency where half_day_id = h.id order by 1) as competencies,
      (select gap_reason from cohort where id = $1) as reason
     from half_day h where cohort_id = $1 order by id`,
    [cohortId],
  );
  return JSON.stringify(rows);
}

/** Makes a step: what becomes of the draft is what the model says, and what is published changes only when it should. */
async function make(made: Step, cohort: Told): Promise<Answer> {
  const { plan, draft: before, known } = cohort;
  const answer = await send(made, plan, before);
  const { status, body } = answer;
  expect([200, 404, 409, 422]).toContain(status);
  const named = body.code === "half_day_overlap" ? body.facts.conflicts.length : 1;
  expect(named).toBeGreaterThan(0);
  if (status === 200 && (made.kind === "publish" || made.kind === "hold")) await takeOver(made.kind, cohort);
  expect(await publishedRows(plan.cohortId)).toBe(cohort.rows);
  const after: Plan = status === 200 ? body : before;
  const { version } = await app.database.prisma.cohort.findUniqueOrThrow({ where: { id: plan.cohortId } });
  expect(version).toBe(after.planVersion);
  for (const { id } of after.draft?.changes ?? []) {
    if (!known.has(id)) known.set(id, changeOf(modelOf(before), modelOf(after)));
  }
  expect(modelOf(after)).toEqual(drafted(cohort.published, after, known));
  cohort.draft = after;
  return answer;
}

/** What a step has published: what was drafted; of a half-day held, its state alone. */
async function takeOver(kind: "publish" | "hold", cohort: Told): Promise<void> {
  const { cohortId } = cohort.plan;
  const stored = await read(cohortId);
  const expected = kind === "publish" ? modelOf(cohort.draft) : held(cohort.published, modelOf(stored));
  expect(modelOf(stored).halfDays).toEqual(expected.halfDays);
  await expectIdentities(stored);
  expect(await overlaps()).toBe(0);
  cohort.published = modelOf(stored);
  cohort.rows = await publishedRows(cohortId);
}

function held({ halfDays, gapReason }: PlanModel, stored: PlanModel): PlanModel {
  const stateOf = (id: string) => stored.halfDays[id]?.["state"];
  const entries = Object.entries(halfDays).map(([id, fields]) => [id, { ...fields, state: stateOf(id) }]);
  return { gapReason, halfDays: Object.fromEntries(entries) };
}

/** Undoes all that is left, latest first; what another cohort took meanwhile stops it, by name, and giving up does not. */
async function undoAll(cohort: Told): Promise<string> {
  const { plan, published } = cohort;
  let way = "undone";
  while ((cohort.draft.draft?.changes ?? []).length > 0 && way === "undone") {
    const { status, body } = await make({ kind: "undo", cohort: 0 }, cohort);
    if (status === 200) continue;
    expect(body.code).toBe("half_day_overlap");
    expect((await make({ kind: "discard", cohort: 0 }, cohort)).status).toBe(200);
    way = "given up";
  }
  expect(modelOf(await read(plan.cohortId))).toEqual(published);
  expect(modelOf(await readDraft(plan.cohortId))).toEqual(published);
  return way;
}

async function aCohort(): Promise<Told> {
  const plan = await aPlannedCohort(app.ctx);
  const { cohortId } = plan;
  return { plan, rows: await publishedRows(cohortId), published: modelOf(plan), draft: plan, known: new Map() };
}

test("whatever two cohorts draft, undo, redo and publish, nothing overlaps, hours hold or the gap is named, and undone it is the published plan", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(steps, async (steps) => {
      const cohorts = [await aCohort(), await aCohort()];
      for (const made of steps) {
        const cohort = cohorts[made.cohort];
        if (cohort === undefined) continue;
        const { status, body } = await make(made, cohort);
        seen.add(`${made.kind} ${body.code ?? status}`);
      }
      for (const cohort of cohorts) seen.add(await undoAll(cohort));
      for (const { plan } of cohorts)
        await app.database.pool.query("update half_day set trainer_id = null, room_id = null where cohort_id = $1", [
          plan.cohortId,
        ]);
    }),
    { numRuns: 10, seed: 20170516, endOnFailure: true },
  );
  // The runs did meet what they are about.
  const met = ["edit 200", "swap 200", "cancel 200", "undo 200", "undoAny 200", "redo 200", "publish 200", "hold 200"];
  const refused = [
    "edit half_day_overlap",
    "undoAny illegal_move",
    "publish half_day_overlap",
    "publish reason_required",
  ];
  for (const each of [...met, ...refused, "undone"]) expect([...seen]).toContain(each);
}, 240_000);
