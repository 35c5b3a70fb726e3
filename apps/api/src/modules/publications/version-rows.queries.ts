import type { Ctx } from "../../core/ctx.ts";
import type { PlanRows } from "../plans/plan-rows.ts";
import { inOrder } from "../plans/row-changes.ts";
import { planHistories, type VersionRow } from "./plan-history.queries.ts";

/** The rows of a cohort's plan in some of its versions, by number; 0 is the plan before the first. */
export async function rowsOfVersions(
  ctx: Ctx,
  cohortId: string,
  numbers: readonly number[],
): Promise<Map<number, PlanRows>> {
  const histories = await planHistories(ctx, new Map([[cohortId, Math.max(...numbers)]]));
  const versions = await ctx.db.planVersion.findMany({
    where: { cohortId, number: { in: [...numbers] } },
    select: { number: true, gapReason: true },
  });
  const reasons = new Map(versions.map(({ number, gapReason }) => [number, gapReason]));
  const halfDaysOf = (number: number) => histories.get(cohortId)?.halfDaysOf(number) ?? [];
  return new Map(
    numbers.map((number) => [
      number,
      { halfDays: inOrder(halfDaysOf(number).map(rowOf)), gapReason: reasons.get(number) ?? null },
    ]),
  );
}

function rowOf({ blockCode: _block, competencyCodes: _competencies, ...row }: VersionRow) {
  return row;
}
