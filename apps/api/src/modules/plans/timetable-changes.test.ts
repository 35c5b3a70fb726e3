import { planAdopt, planRead, type Plan } from "@passerelle/contracts/plans";
import { halfDayCancel, halfDayMove, sessionMove, timetableChangeList } from "@passerelle/contracts/sessions";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort, aPlannedCohort } from "../../../test/builders.ts";
import { type Answer, type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainee } from "../../../test/people.ts";

let app: TestApp;
let referent: Client;
beforeAll(async () => {
  app = await startApp();
  referent = await app.as("referent");
});
afterAll(() => app.close());

const any = { "if-match": "*" };
const changes = (cohortId: string, sent: { query?: Record<string, string>; headers?: Record<string, string> } = {}) =>
  referent(timetableChangeList, { params: { cohortId }, ...sent });
const kinds = ({ body }: Answer): string[] => body.items.map(({ kind }: { kind: string }) => kind);

/** A session moved, one of its half-days moved, another cancelled. */
async function changedPlan(): Promise<{ plan: Plan; moved: string; cancelled: string }> {
  const plan = await aPlannedCohort(app.ctx);
  const session = plan.sessions[2];
  const [moved = "", cancelled = ""] = [session?.halfDays[0]?.id, session?.halfDays[7]?.id];
  const days = ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"];
  await referent(sessionMove, { params: { sessionId: session?.id ?? "" }, body: { days }, headers: any });
  await referent(halfDayMove, { params: { halfDayId: moved }, body: { day: "2017-07-07", slot: "pm" }, headers: any });
  const body = { reason: "Salle inondée" };
  await referent(halfDayCancel, { params: { halfDayId: cancelled }, body, headers: any });
  return { plan, moved, cancelled };
}

test("each change is told in a sentence, latest first, with the days and half-days it concerns", async () => {
  const { plan, moved, cancelled } = await changedPlan();
  const { body } = await changes(plan.cohortId);
  const halfDays = plan.sessions[2]?.halfDays.map(({ id }) => id) ?? [];
  expect(body.items).toMatchObject([
    {
      kind: "half_day_cancelled",
      from: ["2017-07-06"],
      to: [],
      halfDayIds: [cancelled],
      detail: "La demi-journée du jeudi 6 juillet 2017 (après-midi) est annulée. Motif : Salle inondée",
    },
    {
      kind: "half_day_moved",
      from: ["2017-07-03"],
      to: ["2017-07-07"],
      halfDayIds: [moved],
      detail:
        "La demi-journée du lundi 3 juillet 2017 (matin) est déplacée : elle a lieu le vendredi 7 juillet 2017 (après-midi).",
    },
    {
      kind: "session_moved",
      from: plan.sessions[2]?.days,
      to: ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"],
      detail: expect.stringMatching(
        /^La session prévue .* elle a lieu du lundi 3 juillet 2017 au jeudi 6 juillet 2017\.$/,
      ),
    },
    {
      kind: "plan_adopted",
      from: [],
      recordedAt: "2017-05-02T10:00:00.000Z",
      detail:
        "Un planning est adopté, du mardi 16 mai 2017 au mardi 6 mars 2018 : 9 sessions et 2 jours de certification.",
    },
  ]);
  expect(body.items[2].halfDayIds.toSorted()).toEqual(halfDays.filter((id) => id !== cancelled).toSorted());
  expect(body.items[3].halfDayIds).toHaveLength(75);
  expect(body.items[3].to).toHaveLength(38);
  const english = await changes(plan.cohortId, { headers: { "accept-language": "en" } });
  expect(english.body.items.map(({ detail }: { detail: string }) => detail)).toEqual([
    "The half-day of Thursday, 6 July 2017 (afternoon) is cancelled. Reason: Salle inondée",
    "The half-day of Monday, 3 July 2017 (morning) has moved to Friday, 7 July 2017 (afternoon).",
    expect.stringContaining("it takes place from Monday, 3 July 2017 to Thursday, 6 July 2017."),
    "A plan was adopted, from Tuesday, 16 May 2017 to Tuesday, 6 March 2018: 9 sessions and 2 certification days.",
  ]);
});

test("a change stays told when a plan adopted since has replaced its half-days", async () => {
  const { plan } = await changedPlan();
  const params = { cohortId: plan.cohortId };
  const { body } = await referent(planRead, { params });
  const draft = { sessions: [], examHalfDays: [], gapReason: "Motif d’exemple" };
  expect((await referent(planAdopt, { params, body: draft, headers: any })).status).toBe(200);
  expect(body.sessions).toHaveLength(9);
  const answer = await changes(plan.cohortId);
  expect(kinds(answer)).toEqual([
    "plan_adopted",
    "half_day_cancelled",
    "half_day_moved",
    "session_moved",
    "plan_adopted",
  ]);
  expect(answer.body.items[0].detail).toBe("Un planning sans aucun jour est adopté.");
  expect(answer.body.items[3]).toMatchObject({
    halfDayIds: [],
    to: ["2017-07-03", "2017-07-04", "2017-07-05", "2017-07-06"],
  });
});

test("pages follow one another, each change once, and another cohort's are not among them", async () => {
  const { plan } = await changedPlan();
  await changedPlan();
  const first = await changes(plan.cohortId, { query: { limit: "3" } });
  const rest = await changes(plan.cohortId, { query: { limit: "3", cursor: first.body.nextCursor } });
  expect([...kinds(first), ...kinds(rest)]).toEqual([
    "half_day_cancelled",
    "half_day_moved",
    "session_moved",
    "plan_adopted",
  ]);
  expect(rest.body.nextCursor).toBeNull();
  expect((await changes((await aCohort(app.ctx)).id)).body.items).toEqual([]);
});

test("G1: a trainee sees what changed in their cohort, and nothing of another", async () => {
  const [{ plan }, other] = [await changedPlan(), await aPlannedCohort(app.ctx)];
  const { client } = await aTrainee(app, plan.cohortId);
  const seen = await client(timetableChangeList, { params: { cohortId: plan.cohortId } });
  expect(kinds(seen)).toHaveLength(4);
  expect((await client(timetableChangeList, { params: { cohortId: other.cohortId } })).status).toBe(404);
});
