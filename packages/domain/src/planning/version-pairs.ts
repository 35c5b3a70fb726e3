import type { ToldHalfDay, VersionHalfDay } from "./plan-change-facts.ts";

/** A half-day in two versions; null where it is not there. */
export interface Pair {
  readonly id: string;
  readonly before: VersionHalfDay | null;
  readonly after: VersionHalfDay | null;
}

/** One that is in both. */
export interface KeptPair extends Pair {
  readonly before: VersionHalfDay;
  readonly after: VersionHalfDay;
}

/** One that is held or to be held. */
export type LiveHalfDay = VersionHalfDay & { readonly state: "planned" | "held" | "locked" };

/** The half-days of two versions by identifier, in the order of their days whatever order they come in. */
export function pairUp(before: readonly VersionHalfDay[], after: readonly VersionHalfDay[]): Pair[] {
  const was = new Map(before.map((row) => [row.id, row]));
  const is = new Map(after.map((row) => [row.id, row]));
  const kept = before.map(({ id }) => ({ id, before: was.get(id) ?? null, after: is.get(id) ?? null }));
  const added = after.flatMap((row) => (was.has(row.id) ? [] : [{ id: row.id, before: null, after: row }]));
  return [...kept, ...added]
    .flatMap((pair) => {
      const row = pair.before ?? pair.after;
      return row === null ? [] : [{ pair, row }];
    })
    .toSorted((a, b) => comparePlaces(a.row, b.row))
    .map(({ pair }) => pair);
}

/** By day, slot and identifier. */
export function comparePlaces(a: ToldHalfDay, b: ToldHalfDay): number {
  return compareText(a.day, b.day) || compareText(a.slot, b.slot) || compareText(a.id, b.id);
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Cancelled half-days are held by nobody; whether the others were held yet is no matter of the plan's. */
export function isLive(row: VersionHalfDay | null): row is LiveHalfDay {
  return row !== null && row.state !== "cancelled";
}

/** The session a half-day is in; null for one of the exam. */
export function groupOf({ kind, sessionId }: VersionHalfDay): string | null {
  return kind === "exam" ? null : sessionId;
}

/** Whether a plan says something else of the half-day: its being held since is no change of the plan. */
export function differs({ before, after }: Pair): boolean {
  return asPlanned(before) !== asPlanned(after);
}

function asPlanned(row: VersionHalfDay | null): string {
  if (row === null) return "";
  return JSON.stringify([
    groupOf(row),
    row.day,
    row.slot,
    row.startsAt,
    row.endsAt,
    row.blockCode,
    row.competencyCodes.toSorted(),
    row.trainerId,
    row.roomId,
    row.remote,
    isLive(row),
    row.cancelledReason,
    row.overrideReason,
    row.replacesId,
  ]);
}

/** What words need of half-days, in order. */
export function told(rows: readonly VersionHalfDay[]): ToldHalfDay[] {
  return rows.map(toldOf).toSorted(comparePlaces);
}

export function toldOf(row: VersionHalfDay): ToldHalfDay {
  const { id, day, slot, blockCode, trainerId, roomId, remote } = row;
  return { id, day, slot, blockCode, trainerId, roomId, remote };
}

export function idsOf(halfDays: readonly { readonly id: string }[]): string[] {
  return halfDays.map(({ id }) => id);
}
