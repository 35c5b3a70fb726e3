import type { HalfDay, Plan } from "@passerelle/contracts/plans";
import { isDeepStrictEqual } from "node:util";

// What drafts do to plans, told a second time from what the API answers, as simply as can be: to be held against it.

type Fields = Readonly<Record<string, unknown>>;

/** The half-days of a plan, each by its identifier with what may change of it; and why its hours do not add up. */
export interface PlanModel {
  readonly halfDays: Readonly<Record<string, Fields>>;
  readonly gapReason: string | null;
}

/** What a change makes of a plan; null for a half-day it takes away. */
interface ModelChange {
  readonly halfDays: Readonly<Record<string, Fields | null>>;
  readonly gapReason?: string | null;
}

/** What each change of a draft made of the plan it was made to, by its identifier. */
export type KnownChanges = Map<string, ModelChange>;

export function modelOf({ sessions, examHalfDays, gapReason }: Plan): PlanModel {
  const all = [...sessions.flatMap(({ halfDays }) => halfDays), ...examHalfDays];
  return { gapReason, halfDays: Object.fromEntries(all.map((halfDay) => [halfDay.id, fieldsOf(halfDay)])) };
}

function fieldsOf(halfDay: HalfDay): Fields {
  const { cohortId: _, cohortName: _name, planVersion: _version, can: _can, trainer, room, ...fields } = halfDay;
  return { ...fields, trainer: trainer?.id ?? null, room: room?.id ?? null };
}

/** A plan with the changes of its draft that still apply made one after the other. */
export function drafted(published: PlanModel, { draft }: Plan, known: KnownChanges): PlanModel {
  let { halfDays, gapReason } = published;
  for (const { id, applies } of draft?.changes ?? []) {
    const change = known.get(id);
    if (change === undefined || !applies) continue;
    const now = new Map(Object.entries(halfDays));
    for (const [halfDayId, fields] of Object.entries(change.halfDays)) {
      if (fields === null) now.delete(halfDayId);
      else now.set(halfDayId, { ...now.get(halfDayId), ...fields });
    }
    halfDays = Object.fromEntries(now);
    if (change.gapReason !== undefined) gapReason = change.gapReason;
  }
  return { halfDays, gapReason };
}

/** What differs from one state of a plan to the next. */
export function changeOf(before: PlanModel, after: PlanModel): ModelChange {
  const ids = new Set([...Object.keys(before.halfDays), ...Object.keys(after.halfDays)]);
  const halfDays = [...ids].flatMap((id): [string, Fields | null][] => {
    const [was = {}, is] = [before.halfDays[id], after.halfDays[id]];
    if (is === undefined) return [[id, null]];
    const differing = Object.entries(is).filter(([name, value]) => !isDeepStrictEqual(was[name], value));
    return differing.length === 0 ? [] : [[id, Object.fromEntries(differing)]];
  });
  const isSaidAnew = before.gapReason !== after.gapReason;
  return { halfDays: Object.fromEntries(halfDays), ...(isSaidAnew && { gapReason: after.gapReason }) };
}

/** Whether two live half-days of a plan begin together. */
export function isInItsOwnWay({ halfDays }: PlanModel): boolean {
  const live = Object.values(halfDays).filter((fields) => fields["state"] !== "cancelled");
  return new Set(live.map((fields) => fields["startsAt"])).size < live.length;
}
