import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { planDraftRead, planPublish } from "@passerelle/contracts/publications";
import { expect } from "vitest";
import type { Answer, Client } from "./client.ts";

/** A plan as its draft makes it. */
export async function draftedPlan(client: Client, cohortId: string): Promise<Plan> {
  const answer = await client(planDraftRead, { params: { cohortId } });
  expect(answer.status).toBe(200);
  return answer.body;
}

/** Publishes a draft, whatever its version, and expects it to be done. */
export async function published(client: Client, cohortId: string, body: object = {}): Promise<Plan> {
  const answer = await publishing(client, cohortId, body);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body;
}

/** The same, whatever comes of it. */
export function publishing(client: Client, cohortId: string, body: object = {}): Promise<Answer> {
  return client(planPublish, { params: { cohortId }, body, headers: { "if-match": "*" } });
}

/** A half-day of a plan, by its session and its place in it, both from 0. */
export function halfDayAt({ sessions }: Plan, session: number, index: number): HalfDay {
  const halfDay = sessions[session]?.halfDays[index];
  if (halfDay === undefined) throw new Error("no such half-day");
  return halfDay;
}

/** A half-day of a plan by its identifier. */
export function halfDayIn({ sessions, examHalfDays }: Plan, id: string): HalfDay | undefined {
  return [...sessions.flatMap(({ halfDays }) => halfDays), ...examHalfDays].find((each) => each.id === id);
}

/** What a plan holds, whatever its version and its history: half-days, proof and reason. */
export function contentOf({ sessions, examHalfDays, proof, gapReason }: Plan): Partial<Plan> {
  const withoutVersions = (key: string, value: unknown) => (key === "planVersion" ? undefined : value);
  return JSON.parse(JSON.stringify({ sessions, examHalfDays, proof, gapReason }, withoutVersions));
}
