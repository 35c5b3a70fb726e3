import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { columns, planRow, type PlanRow, type PlanRows } from "./plan-rows.ts";

const side = planRow.partial().nullable();

/** What a change makes of a plan: the columns that differ, as they were and as they become; null where there was, or is, no half-day. */
export const rowChange = z.strictObject({
  halfDays: z.array(z.strictObject({ id: z.uuid(), before: side, after: side })),
  gapReason: z.strictObject({ before: z.string().nullable(), after: z.string().nullable() }).optional(),
});
export type RowChange = z.infer<typeof rowChange>;
type Side = RowChange["halfDays"][number]["before"];

/** What differs between two states of a plan; null when nothing does. */
export function changeBetween(before: PlanRows, after: PlanRows): RowChange | null {
  const [was, is] = [byId(before), byId(after)];
  const halfDays = [...new Set([...was.keys(), ...is.keys()])].flatMap((id): RowChange["halfDays"] => {
    const [from, to] = [was.get(id), is.get(id)];
    if (from === undefined || to === undefined) return [{ id, before: from ?? null, after: to ?? null }];
    const differing = columns.filter((column) => !isDeepStrictEqual(from[column], to[column]));
    // The state is always among them: what was held since is no longer to be changed.
    return differing.length === 0
      ? []
      : [{ id, before: pick(from, [...differing, "state"]), after: pick(to, differing) }];
  });
  const isSaidAnew = before.gapReason !== after.gapReason;
  if (halfDays.length === 0 && !isSaidAnew) return null;
  return { halfDays, ...(isSaidAnew && { gapReason: { before: before.gapReason, after: after.gapReason } }) };
}

/** The plan with the change made; null when what it changes is no longer as it was. */
export function applyChange(rows: PlanRows, { halfDays, gapReason }: RowChange): PlanRows | null {
  if (gapReason !== undefined && gapReason.before !== rows.gapReason) return null;
  const now = byId(rows);
  for (const { id, before, after } of halfDays) {
    const row = now.get(id);
    if (!isAs(row, before)) return null;
    if (after === null) now.delete(id);
    else now.set(id, planRow.parse({ ...row, ...after }));
  }
  return {
    halfDays: inOrder([...now.values()].map((row) => withoutGone(row, now))),
    gapReason: gapReason === undefined ? rows.gapReason : gapReason.after,
  };
}

/** By day and slot, as plans are read. */
export function inOrder(halfDays: readonly PlanRow[]): PlanRow[] {
  const place = ({ day, slot, id }: PlanRow) => `${day} ${slot} ${id}`;
  return halfDays.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** A half-day held in place of one that is no longer in the plan is held in its own right. */
function withoutGone(row: PlanRow, all: ReadonlyMap<string, PlanRow>): PlanRow {
  return row.replacesId === null || all.has(row.replacesId) ? row : { ...row, replacesId: null };
}

function isAs(row: PlanRow | undefined, before: Side): boolean {
  if (row === undefined || before === null) return row === undefined && before === null;
  return columns.every((column) => before[column] === undefined || isDeepStrictEqual(row[column], before[column]));
}

function pick(row: PlanRow, wanted: readonly (keyof PlanRow)[]): Partial<PlanRow> {
  return Object.fromEntries(wanted.map((column) => [column, row[column]]));
}

function byId({ halfDays }: PlanRows): Map<string, PlanRow> {
  return new Map(halfDays.map((row) => [row.id, row]));
}
