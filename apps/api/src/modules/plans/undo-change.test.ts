import { planEdit, planRedo, planUndo, sessionSplit } from "@passerelle/contracts/plan-edits";
import { type Plan, planAdopt, planRead, type Session } from "@passerelle/contracts/plans";
import { halfDayCancel, halfDayMove, sessionMove } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { contentOf, draftedPlan, halfDayAt, published } from "../../../test/drafts.ts";
import { aTrainee } from "../../../test/people.ts";
import { aRoom, aTrainer } from "../../../test/resources.ts";

let app: TestApp;
let referent: Client;
let plan: Plan;
let trainerId: string;
let roomId: string;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
beforeEach(async () => {
  plan = await aPlannedCohort(app.ctx);
  trainerId = (await aTrainer(app.ctx)).id;
  roomId = (await aRoom(app.ctx)).id;
});
afterAll(() => app.close());

const any = { "if-match": "*" };

const at = (session: number, index: number, of = plan) => halfDayAt(of, session, index);

const undo = (cohortId = plan.cohortId) => referent(planUndo, { params: { cohortId }, headers: any });
const redo = (cohortId = plan.cohortId) => referent(planRedo, { params: { cohortId }, headers: any });
const drafted = (cohortId = plan.cohortId) => draftedPlan(referent, cohortId);
const content = async (cohortId = plan.cohortId) => contentOf(await drafted(cohortId));

function edit(halfDays: object[], more: object = {}, cohortId = plan.cohortId): Promise<Answer> {
  return referent(planEdit, { params: { cohortId }, body: { halfDays, ...more }, headers: any });
}

/** Every published row of the plan with all its columns. */
async function rows(cohortId = plan.cohortId) {
  const { pool } = app.database;
  const ask = async (sql: string) => (await pool.query(sql, [cohortId])).rows;
  return {
    halfDays: await ask("select * from half_day where cohort_id = $1 order by id"),
    sessions: await ask("select * from session where cohort_id = $1 order by id"),
    competencies: await ask(
      `select hc.* from half_day_competency hc join half_day h on h.id = hc.half_day_id where h.cohort_id = $1
       order by 1, 2, 3`,
    ),
    cohort: await ask("select gap_reason from cohort where id = $1"),
  };
}

const codes = async () => {
  const { proof } = await drafted();
  return proof.blocks[0]?.competencies.map(({ code }) => code) ?? [];
};

const changes: [name: string, change: () => Promise<Answer>][] = [
  [
    "an edit of trainers, rooms, blocks and competencies",
    async () => {
      const halfDays = [
        { id: at(0, 0).id, trainerId, roomId, competencyCodes: await codes() },
        { id: at(0, 1).id, blockCode: "CCP2", remote: true },
      ];
      return edit(halfDays);
    },
  ],
  [
    "two that change places, one of them onto a holiday with a reason",
    () => {
      const halfDays = [
        { id: at(0, 0).id, day: at(1, 0).day, slot: at(1, 0).slot },
        { id: at(1, 0).id, day: at(0, 0).day, slot: at(0, 0).slot },
        { id: at(2, 0).id, day: "2017-07-14" },
      ];
      return edit(halfDays, { overrideReason: "Portes ouvertes" });
    },
  ],
  [
    "a session moved by one day",
    () => {
      const days = ["2017-07-18", "2017-07-19", "2017-07-20", "2017-07-21"];
      return referent(sessionMove, { params: { sessionId: plan.sessions[2]?.id ?? "" }, body: { days }, headers: any });
    },
  ],
  [
    "a half-day moved",
    () =>
      referent(halfDayMove, {
        params: { halfDayId: at(0, 0).id },
        body: { day: "2017-05-22", slot: "pm" },
        headers: any,
      }),
  ],
  [
    "a half-day cancelled",
    () => referent(halfDayCancel, { params: { halfDayId: at(0, 0).id }, body: { reason: "Tempête" }, headers: any }),
  ],
  [
    "a half-day cancelled and replaced",
    () => {
      const body = { reason: "Tempête", replacement: { day: "2017-05-22", slot: "am", roomId } };
      return referent(halfDayCancel, { params: { halfDayId: at(0, 0).id }, body, headers: any });
    },
  ],
  [
    "a session split",
    () => {
      const sent = { params: { sessionId: plan.sessions[0]?.id ?? "" }, headers: any };
      return referent(sessionSplit, { ...sent, body: { days: ["2017-05-17", "2017-05-18"] } });
    },
  ],
  [
    "another plan adopted, with sessions gone, a gap and its reason",
    () => {
      const draftOf = ({ halfDays }: Session) => ({
        halfDays: halfDays.map(({ day, slot, blockCode }) => ({ day, slot, blockCode })),
      });
      // It keeps the half-day held in place of a cancelled one, which goes.
      const kept = { day: "2017-05-24", slot: "am" as const, blockCode: "CCP1" };
      const sessions = [{ halfDays: [kept] }, ...plan.sessions.slice(1, 5).map(draftOf)];
      const body = { sessions, examHalfDays: [], gapReason: "En deux temps" };
      return referent(planAdopt, { params: { cohortId: plan.cohortId }, body, headers: any });
    },
  ],
];

const grounds = ["published", "drafted"] as const;

describe.each(grounds)("of what is %s", (ground) => {
  test.each(changes)(
    "%s is undone to the very plan there was, and done again to the one there became",
    async (_name, change) => {
      const replaced = { reason: "Salle inondée", replacement: { day: "2017-05-24", slot: "am" } };
      await edit([{ id: at(0, 7).id, trainerId, competencyCodes: await codes() }]);
      await referent(halfDayCancel, { params: { halfDayId: at(0, 7).id }, body: replaced, headers: any });
      if (ground === "published") await published(referent, plan.cohortId);
      const [before, stored] = [await content(), await rows()];
      const { status, body: changed } = await change();
      expect(status).toBe(200);
      const after = await content();
      expect(after).not.toEqual(before);
      const undone = await undo();
      expect(undone.body.planVersion).toBe(changed.planVersion + 1);
      expect(contentOf(undone.body)).toEqual(before);
      expect(contentOf((await redo()).body)).toEqual(after);
      expect(contentOf((await undo()).body)).toEqual(before);
      expect(await content()).toEqual(before);
      expect(await rows()).toEqual(stored);
    },
  );
});

test.each(changes)(
  "%s and published is what it was drafted as, and an empty draft has nothing to undo",
  async (_name, change) => {
    const { body: changed } = await change();
    await published(referent, plan.cohortId, { gapReason: changed.gapReason ?? "Voulu ainsi" });
    const { body: read } = await referent(planRead, { params: { cohortId: plan.cohortId } });
    const { gapReason: _said, ...asDrafted } = contentOf(changed);
    expect(contentOf(read)).toMatchObject(asDrafted);
    const stored = await rows();
    expect(await undo()).toMatchObject({ status: 409, body: { code: "illegal_move" } });
    expect(await redo()).toMatchObject({ status: 409, body: { code: "illegal_move" } });
    expect(await rows()).toEqual(stored);
  },
);

test("changes are undone one after another down to nothing, and done again in their order", async () => {
  const cohort = await aCohort(app.ctx);
  const params = { cohortId: cohort.id };
  const draft = {
    sessions: [{ halfDays: [{ day: "2017-05-16", slot: "am", blockCode: "CCP1" }] }],
    examHalfDays: [],
    gapReason: "essai",
  };
  const adopted = await referent(planAdopt, { params, body: draft, headers: any });
  const { id } = adopted.body.sessions[0].halfDays[0];
  const states = [await content(cohort.id)];
  for (const day of ["2017-05-17", "2017-05-18"]) {
    await edit([{ id, day }], {}, cohort.id);
    states.push(await content(cohort.id));
  }
  await undo(cohort.id);
  expect(await content(cohort.id)).toEqual(states[1]);
  await undo(cohort.id);
  expect(await content(cohort.id)).toEqual(states[0]);
  const empty = await undo(cohort.id);
  expect(empty.body).toMatchObject({ sessions: [], gapReason: null, history: { undo: null, redo: {} } });
  const nothing = await undo(cohort.id);
  expect(nothing).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  expect(nothing.body.detail).toBe("Il n’y a rien à annuler dans ce brouillon.");
  for (const state of states) {
    await redo(cohort.id);
    expect(await content(cohort.id)).toEqual(state);
  }
  expect(await redo(cohort.id)).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("once something else is changed, what was undone can no longer be done again", async () => {
  await edit([{ id: at(0, 0).id, trainerId }]);
  await undo();
  await edit([{ id: at(0, 1).id, roomId }]);
  expect(await redo()).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  expect((await drafted()).history.redo).toBeNull();
});

test("a change one of whose half-days was held since is taken out all the same, and what was held stays", async () => {
  await edit([{ id: at(0, 0).id, trainerId }]);
  await app.database.prisma.halfDay.update({ where: { id: at(0, 0).id }, data: { state: "held" } });
  const [before, stored] = [await content(), await rows()];
  expect((await drafted()).draft?.changes).toMatchObject([{ applies: false }]);
  expect((await undo()).body).toMatchObject({ draft: { changes: [] } });
  expect(await content()).toEqual(before);
  expect(await rows()).toEqual(stored);
  const again = await redo();
  expect(again).toMatchObject({ status: 409, body: { code: "illegal_move" } });
  expect(again.body.detail).toBe("Le planning a changé depuis : ce changement ne peut plus être rétabli. Refaites-le.");
});

test("what another cohort took meanwhile is not taken back: it is named", async () => {
  const other = await aPlannedCohort(app.ctx);
  await app.database.prisma.cohort.update({ where: { id: other.cohortId }, data: { name: "2017-B" } });
  await edit([{ id: at(0, 0).id, trainerId }]);
  await edit([{ id: at(0, 0).id, trainerId: null }]);
  const taken = await edit([{ id: at(0, 0, other).id, trainerId }], {}, other.cohortId);
  expect(taken.status).toBe(200);
  await published(referent, other.cohortId);
  const answer = await undo();
  expect(answer).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(answer.body.detail).toBe(
    "Mardi 16 mai 2017, matin : Dominique Exemple intervient déjà pour la promotion 2017-B (CCP1).",
  );
  await edit([{ id: at(0, 0, other).id, trainerId: null }], {}, other.cohortId);
  await published(referent, other.cohortId);
  expect((await undo()).status).toBe(200);
});

test("what another cohort took meanwhile is not done again either", async () => {
  const other = await aPlannedCohort(app.ctx);
  await edit([{ id: at(0, 0).id, trainerId }]);
  await undo();
  await edit([{ id: at(0, 0, other).id, trainerId }], {}, other.cohortId);
  await published(referent, other.cohortId);
  const answer = await redo();
  expect(answer).toMatchObject({ status: 409, body: { code: "half_day_overlap" } });
  expect(answer.body.facts.conflicts).toMatchObject([{ kind: "trainer", other: { cohortId: other.cohortId } }]);
});

test("the plan says what would be undone and done again, by whom and when, to those who may", async () => {
  app.setNow("2017-05-03T10:00:00Z");
  await edit([{ id: at(0, 0).id, day: "2017-05-22" }]);
  await edit([{ id: at(0, 1).id, day: "2017-05-22" }]);
  await undo();
  const { history } = await drafted();
  const by = { by: "Camille Exemple", at: "2017-05-03T10:00:00.000Z" };
  expect(history).toEqual({
    undo: {
      ...by,
      detail: "La demi-journée du mardi 16 mai 2017 (matin) est déplacée : elle a lieu le lundi 22 mai 2017 (matin).",
    },
    redo: {
      ...by,
      detail:
        "La demi-journée du mardi 16 mai 2017 (après-midi) est déplacée : elle a lieu le lundi 22 mai 2017 (après-midi).",
    },
  });
  const { client } = await aTrainee(app, plan.cohortId);
  const { body: read } = await client(planRead, { params: { cohortId: plan.cohortId } });
  expect(read.history).toEqual({ undo: null, redo: null });
  const key = await app.withKey("sessions:write", "sessions:read");
  const halfDays = [{ id: at(0, 2).id, trainerId }];
  await key(planEdit, { params: { cohortId: plan.cohortId }, body: { halfDays }, headers: any });
  expect((await drafted()).history.undo?.by).toBeNull();
  app.setNow("2017-05-02T10:00:00Z");
});

test("undoing needs the version it was read at, and tells one event of its own", async () => {
  await edit([{ id: at(0, 0).id, trainerId }]);
  const params = { cohortId: plan.cohortId };
  expect(await referent(planUndo, { params })).toMatchObject({ status: 428 });
  expect(await referent(planUndo, { params, headers: { "if-match": `"${plan.planVersion}"` } })).toMatchObject({
    status: 412,
  });
  await undo();
  await redo();
  const { prisma } = app.database;
  const where = { entityId: plan.cohortId, entity: "plan" };
  const told = await prisma.event.findMany({ where, orderBy: { id: "asc" } });
  expect(told.map(({ type }) => type)).toEqual([
    "plan.adopted",
    "plan.published",
    "plan.edited",
    "plan.undone",
    "plan.redone",
  ]);
  expect(told[3]?.data).toEqual({ from: null, to: { eventId: told[2]?.id, cohortId: plan.cohortId } });
});

test("nothing of a cancelled cohort is undone", async () => {
  await edit([{ id: at(0, 0).id, trainerId }]);
  await app.database.prisma.cohort.update({
    where: { id: plan.cohortId },
    data: { cancelledReason: "Faute de monde" },
  });
  expect(await undo()).toMatchObject({ status: 409, body: { code: "illegal_move" } });
});

test("of two that undo at once on one version, one does and the other is told", async () => {
  await edit([{ id: at(0, 0).id, trainerId }]);
  const { planVersion } = await drafted();
  const sent = { params: { cohortId: plan.cohortId }, headers: { "if-match": `"${planVersion}"` } };
  const answers = await Promise.all([referent(planUndo, sent), referent(planUndo, sent)]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412]);
});
