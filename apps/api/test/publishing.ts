import { planEdit } from "@passerelle/contracts/plan-edits";
import { draftDifferenceRead } from "@passerelle/contracts/plan-versions";
import { planPublish } from "@passerelle/contracts/publications";
import { halfDayCancel, sessionMove } from "@passerelle/contracts/sessions";
import type { Answer, Client, TestApp } from "./client.ts";

export const anyVersion = { "if-match": "*" };

/** What a caller does to plans, whatever version they are at. */
export function draftingBy(client: Client) {
  return {
    edit: (cohortId: string, halfDays: readonly object[], more: object = {}): Promise<Answer> =>
      client(planEdit, { params: { cohortId }, body: { halfDays, ...more }, headers: anyVersion }),
    cancel: (halfDayId: string, more: object = {}): Promise<Answer> =>
      client(halfDayCancel, { params: { halfDayId }, body: { reason: "Salle inondée", ...more }, headers: anyVersion }),
    moveSession: (sessionId: string | undefined, days: readonly string[]): Promise<Answer> =>
      client(sessionMove, { params: { sessionId: sessionId ?? "" }, body: { days }, headers: anyVersion }),
    publish: (cohortId: string, body: object = {}, headers: Record<string, string> = anyVersion): Promise<Answer> =>
      client(planPublish, { params: { cohortId }, body, headers }),
    difference: (cohortId: string): Promise<Answer> => client(draftDifferenceRead, { params: { cohortId } }),
  };
}

/** Every published row of a plan with all its columns, asked otherwise than the code under test does. */
export async function publishedRows({ database }: TestApp, cohortId: string) {
  const ask = async (sql: string) => (await database.pool.query<object>(sql, [cohortId])).rows;
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

/** What each version of a plan made of its half-days: `number half-day sequence`. */
export async function revisionsOf({ database }: TestApp, cohortId: string) {
  const { rows } = await database.pool.query<{ number: number; id: string; sequence: number; row: object | null }>(
    `select number, half_day_id as id, sequence, "row" from half_day_revision where cohort_id = $1
     order by number, half_day_id`,
    [cohortId],
  );
  return rows;
}
