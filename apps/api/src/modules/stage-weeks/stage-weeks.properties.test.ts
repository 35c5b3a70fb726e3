import {
  stageHoursList,
  stageWeekList,
  stageWeekLog,
  stageWeekReturn,
  stageWeekSubmit,
  stageWeekValidate,
} from "@passerelle/contracts/stage-weeks";
import { daysOf } from "@passerelle/domain/placement/iso-week";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCohort } from "../../../test/builders.ts";
import { type Client, startApp, type TestApp } from "../../../test/client.ts";
import { aTrainee } from "../../../test/people.ts";

let app: TestApp;
let referent: Client;
let cohortId: string;
beforeAll(async () => {
  app = await startApp();
  app.setNow("2017-07-01T10:00:00Z");
  referent = await app.as("referent");
  cohortId = (await aCohort(app.ctx)).id;
});
afterAll(() => app.close());

const weeks = ["2017-W21", "2017-W22", "2017-W23"];
const states = ["draft", "submitted", "validated"] as const;
type State = (typeof states)[number];

type Step = { readonly week: string } & (
  | { readonly kind: "log"; readonly minutes: readonly number[] }
  | { readonly kind: "submit" | "validate" | "return" }
);

const week = fc.constantFrom(...weeks);
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { arbitrary: fc.record({ week, kind: fc.constant("log" as const), minutes: dayMinutes() }), weight: 3 },
    {
      arbitrary: fc.record({ week, kind: fc.constantFrom("submit" as const, "validate" as const, "return" as const) }),
      weight: 4,
    },
  ),
  { minLength: 6, maxLength: 24 },
);

/** Seven days from Monday, 0 for a day without hours; some weeks break P4. */
function dayMinutes() {
  const some = fc.oneof(
    { arbitrary: fc.constant(0), weight: 2 },
    { arbitrary: fc.integer({ min: 1, max: 620 }), weight: 3 },
  );
  return fc.array(some, { minLength: 7, maxLength: 7 });
}

interface ModelWeek {
  state: State;
  minutes: readonly number[];
}

const sum = (minutes: readonly number[]) => minutes.reduce((total, each) => total + each, 0);

/** What a step makes of a week, said as shortly as it can be; null when it is refused. */
function after(before: ModelWeek | undefined, step: Step): ModelWeek | null {
  const state = before?.state ?? "draft";
  if (step.kind === "log") {
    const holds = step.minutes.every((each) => each <= 600) && sum(step.minutes) <= 2880;
    return state === "draft" && holds ? { state, minutes: step.minutes } : null;
  }
  if (before === undefined) return null;
  if (step.kind === "submit")
    return state === "draft" && sum(before.minutes) > 0 ? { ...before, state: "submitted" } : null;
  if (state !== "submitted") return null;
  return { ...before, state: step.kind === "validate" ? "validated" : "draft" };
}

interface Placement {
  readonly enrolmentId: string;
  readonly client: Client;
  readonly ids: Map<string, string>;
}

/** Takes a step over HTTP; whether it was accepted. */
async function take(step: Step, { enrolmentId, client, ids }: Placement): Promise<boolean> {
  if (step.kind === "log") {
    const named = daysOf(step.week).map((day, index) => ({ day, minutes: step.minutes[index] ?? 0 }));
    const body = { days: named.filter(({ minutes }) => minutes > 0) };
    const answer = await client(stageWeekLog, { params: { enrolmentId, week: step.week }, body });
    if (answer.status === 200) ids.set(step.week, answer.body.id);
    return answer.status === 200;
  }
  const params = { stageWeekId: ids.get(step.week) ?? crypto.randomUUID() };
  const headers = { "if-match": "*" };
  if (step.kind === "submit") return (await client(stageWeekSubmit, { params })).status === 200;
  if (step.kind === "validate") return (await referent(stageWeekValidate, { params, headers })).status === 200;
  return (await referent(stageWeekReturn, { params, headers, body: { reason: "À revoir" } })).status === 200;
}

interface Hours {
  readonly day: string;
  readonly minutes: number;
  readonly state: State;
}

/** The facts of days, read page by page. */
async function listed(enrolmentId: string): Promise<Hours[]> {
  const items: Hours[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const query: Record<string, string> = { enrolmentId, limit: "5", ...(cursor && { cursor }) };
    const answer = await referent(stageHoursList, { query });
    items.push(...answer.body.items);
    cursor = answer.body.nextCursor as string | null; // as: any
  }
  return items;
}

/** The states of weeks, from their events alone. */
async function replayed(ids: Map<string, string>): Promise<Record<string, string>> {
  const events = await app.ctx.db.event.findMany({
    where: { entityId: { in: [...ids.values()] }, type: { not: "stage-week.logged" } },
    orderBy: { id: "asc" },
  });
  const found: Record<string, string> = Object.fromEntries([...ids.values()].map((id) => [id, "draft"]));
  for (const { entityId, data } of events) {
    const { from, to } = data as { from: { state: string }; to: { state: string } }; // as: written by the moves
    expect(found[entityId ?? ""]).toBe(from.state);
    found[entityId ?? ""] = to.state;
  }
  return found;
}

test(
  "after any logs, submits, returns and validations, every total is the sum of the facts, and validated weeks stay (P4)",
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const { enrolmentId, client } = await aTrainee(app, cohortId);
        const placement: Placement = { enrolmentId, client, ids: new Map() };
        const model = new Map<string, ModelWeek>();
        for (const step of taken) {
          const next = after(model.get(step.week), step);
          expect({ step, accepted: await take(step, placement) }).toEqual({ step, accepted: next !== null });
          if (next !== null) model.set(step.week, next);
        }
        const hours = await listed(enrolmentId);
        const { body } = await referent(stageWeekList, { query: { enrolmentId } });
        for (const state of states) {
          const expected = sum(
            [...model.values()].filter((each) => each.state === state).map(({ minutes }) => sum(minutes)),
          );
          const inState = <T extends { state: State }>(items: readonly T[]) =>
            items.filter((item) => item.state === state);
          expect(sum(inState(hours).map(({ minutes }) => minutes))).toBe(expected);
          expect(sum(inState<Hours>(body.items).map(({ minutes }) => minutes))).toBe(expected);
        }
        for (const item of body.items) {
          const minutes = daysOf(item.week).map((day) => hours.find((each) => each.day === day)?.minutes ?? 0);
          expect({ state: item.state, minutes }).toEqual(model.get(item.week));
        }
        expect(await replayed(placement.ids)).toEqual(
          Object.fromEntries(body.items.map(({ id, state }: { id: string; state: string }) => [id, state])),
        );
      }),
      { seed: 20170522, numRuns: 25 },
    );
  },
);
