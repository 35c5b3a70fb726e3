import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { columns, planRow, type PlanRow, type PlanRows } from "./plan-rows.ts";

const side = planRow.partial().nullable();

/**
 * What a change makes of a plan: the columns that differ, as they were, with those it builds on, and as they become; null
 * where there was, or is, no half-day.
 */
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
    return differing.length === 0 ? [] : [{ id, before: pick(from, groundOf(differing)), after: pick(to, differing) }];
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
    halfDays: inOrder([...now.values()]),
    gapReason: gapReason === undefined ? rows.gapReason : gapReason.after,
  };
}

/** By day and slot, as plans are read. */
export function inOrder(halfDays: readonly PlanRow[]): PlanRow[] {
  const place = ({ day, slot, id }: PlanRow) => `${day} ${slot} ${id}`;
  return halfDays.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Columns of which one is said with the other in mind. */
const together: readonly (readonly (keyof PlanRow)[])[] = [
  ["blockId", "competencyIds"],
  ["roomId", "remote"],
  ["day", "overrideReason"],
];

/**
 * What a change of some columns builds on. Always the state: what was held since is no longer to be changed. A half-day
 * that is cancelled is so as it stands, every column of it, and so is what is held in its place.
 */
function groundOf(differing: readonly (keyof PlanRow)[]): readonly (keyof PlanRow)[] {
  if (differing.includes("state")) return columns;
  const touched = together.filter((group) => group.some((column) => differing.includes(column)));
  const ground = new Set<keyof PlanRow>(["state", ...differing, ...touched.flat()]);
  return columns.filter((column) => ground.has(column));
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
