import { SLOTS, type BlockShape, type ProgrammeShape } from "./plan.ts";
import type { Wishes } from "./wishes.ts";

/** What a half-day teaches. Half-days that teach the same share one unit. */
export interface TeachingUnit {
  readonly blockCode: string;
  /** Undefined for a block whose competencies are not known. */
  readonly competencyCodes: readonly string[] | undefined;
}

type Order = Pick<Wishes, "order" | "weights">;

/**
 * What the half-days of all sessions teach, in the order asked for: each block its half-days less those the exam feeds,
 * shared among its competencies in turn. Whatever is too few or too many falls on the end of the programme, where the
 * proof names it (domain §4).
 */
export function teachingOrder(shape: ProgrammeShape, { order, weights = {} }: Order = {}): TeachingUnit[] {
  const counts = countsByBlock(shape);
  const units = shape.blocks.map((block, index) => unitsOf(block, counts[index] ?? 0));
  if (order !== "interleaved") return units.flat();
  return interleave(
    units,
    shape.blocks.map(({ code }) => weights[code] ?? 1),
  );
}

/** The blocks of the exam half-days, those that count as training. */
export function examBlocks(shape: ProgrammeShape): string[] {
  return shape.blocks.flatMap(({ code }) => Array.from({ length: fedByExam(shape, code) }, () => code));
}

function fedByExam({ examDaysCountAsTraining, examHalfDaysByBlock }: ProgrammeShape, code: string): number {
  return examDaysCountAsTraining ? (examHalfDaysByBlock[code] ?? 0) : 0;
}

/** How many half-days of the sessions each block has: the last one all that are left, or none that is not. */
function countsByBlock(shape: ProgrammeShape): number[] {
  let left = shape.sessionCount * shape.daysPerSession * SLOTS.length;
  return shape.blocks.map(({ code, minutes }, index) => {
    const due = minutes / shape.halfDayMinutes - fedByExam(shape, code);
    const count = index === shape.blocks.length - 1 ? left : Math.min(due, left);
    left -= count;
    return count;
  });
}

function unitsOf({ code: blockCode, competencies }: BlockShape, count: number): TeachingUnit[] {
  if (competencies === undefined) return repeat({ blockCode, competencyCodes: undefined }, count);
  if (count < competencies.length) {
    const startOf = (index: number) => Math.floor((index * competencies.length) / count);
    return Array.from({ length: count }, (_, index) => ({
      blockCode,
      competencyCodes: competencies.slice(startOf(index), startOf(index + 1)),
    }));
  }
  if (competencies.length === 0) return repeat({ blockCode, competencyCodes: [] }, count);
  const share = Math.floor(count / competencies.length);
  const withOneMore = count % competencies.length;
  return competencies.flatMap((competency, index) =>
    repeat({ blockCode, competencyCodes: [competency] }, share + (index < withOneMore ? 1 : 0)),
  );
}

/** At each place the block furthest behind its share; between equals, the first of the programme. */
function interleave(units: readonly (readonly TeachingUnit[])[], weights: readonly number[]): TeachingUnit[] {
  const blocks = units.map((own, index) => ({ own, pace: own.length * (weights[index] ?? 1), taught: 0, behind: 0 }));
  const order: TeachingUnit[] = [];
  for (let left = blocks; left.length > 0; left = left.filter(({ own, taught }) => taught < own.length)) {
    for (const block of left) block.behind += block.pace;
    const next = left.reduce((most, block) => (block.behind > most.behind ? block : most));
    next.behind -= left.reduce((sum, { pace }) => sum + pace, 0);
    order.push(...next.own.slice(next.taught, next.taught + 1));
    next.taught += 1;
  }
  return order;
}

function repeat(unit: TeachingUnit, times: number): TeachingUnit[] {
  return Array.from({ length: times }, () => unit);
}
