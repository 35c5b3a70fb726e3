import { planEdit, type HalfDayEdit } from "@passerelle/contracts/plan-edits";
import { planPublish } from "@passerelle/contracts/publications";
import type { ChangedHalfDay, TimetableChange } from "@passerelle/contracts/timetable";
import { myTimetableChangeList } from "@passerelle/contracts/timetable";
import { expect } from "vitest";
import type { Client, TestApp } from "./client.ts";

const headers = { "if-match": "*" };

/** Edits some half-days and publishes them at an instant, with a reason for hours that do not add up. */
export async function publishEdit(
  { app, referent, at, note }: { app: TestApp; referent: Client; at: string; note?: string },
  cohortId: string,
  halfDays: readonly HalfDayEdit[],
): Promise<void> {
  const edited = await referent(planEdit, { params: { cohortId }, body: { halfDays }, headers });
  expect(edited).toMatchObject({ status: 200 });
  app.setNow(at);
  const body = { gapReason: "Motif d’exemple", ...(note !== undefined && { note }) };
  expect(await referent(planPublish, { params: { cohortId }, body, headers })).toMatchObject({ status: 200 });
}

/** Makes somebody have seen their timetable up to an instant. */
export async function hasSeen({ ctx }: TestApp, personId: string, upTo: string): Promise<void> {
  await ctx.db.user.updateMany({ where: { personId }, data: { timetableSeenAt: new Date(upTo) } });
}

interface Timetable {
  readonly items: readonly (Omit<TimetableChange, "publishedAt"> & { readonly publishedAt: string })[];
  readonly nextCursor: string | null;
  readonly seenAt: string;
  readonly changedHalfDays: readonly ChangedHalfDay[];
}

/** What changed for somebody, as they read it. */
export async function timetableOf(
  client: Client,
  { query = {}, headers: sent = {} }: { query?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Timetable> {
  const answer = await client(myTimetableChangeList, { query, headers: sent });
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as Timetable; // as: encoded by its contract
}

/** Their sentences, a list for each version. */
export async function sentencesOf(client: Client): Promise<string[][]> {
  const { items } = await timetableOf(client);
  return items.map(({ lines }) => lines.map(({ detail }) => detail));
}
