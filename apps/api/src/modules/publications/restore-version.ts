import type { Plan } from "@passerelle/contracts/plans";
import { authorize } from "../../core/ability.ts";
import { ApiError, notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { changePlan } from "../plans/change-plan.ts";
import type { PlanRow, PlanRows } from "../plans/plan-rows.ts";
import { refuseRows } from "../plans/refuse-rows.ts";
import { changeBetween } from "../plans/row-changes.ts";
import { withRows } from "../plans/stored-plan.ts";
import { refuseFaults } from "./obstacles.ts";
import { findVersion } from "./plan-versions.ts";
import { rowsOfVersions } from "./version-rows.queries.ts";

/**
 * Makes a plan what it was in one of its versions, as one more change of its draft. Refused: half-days held since that
 * are not in it as they were held, what other cohorts took meanwhile (409), days closed since (422).
 */
export function restoreVersion(ctx: Ctx, cohortId: string, number: number, ifMatch: IfMatch): Promise<Plan> {
  return changePlan(
    ctx,
    async () => {
      const { id } = await findCohort(ctx, cohortId);
      await findVersion(ctx, id, number);
      return { cohortId: id };
    },
    ifMatch,
    async (ctx, drafted) => {
      const { cohort, draft } = drafted;
      authorize(canManageCohort(ctx.actor, cohort), whyCancelled);
      const version = (await rowsOfVersions(ctx, cohort.id, [number])).get(number);
      if (version === undefined) throw notFound();
      const rows = { ...version, halfDays: withHeld(version.halfDays, draft.published.halfDays) };
      if (changeBetween(drafted.rows, rows) === null) return null;
      const published = await withRows(ctx, drafted, draft.published);
      refuseFaults(published, await withRows(ctx, drafted, rows));
      await refuseRows(ctx, drafted, draft.published, rows);
      return { rows, event: { type: "plan.restored", entityId: cohort.id, to: { number } } };
    },
  );
}

/** The half-days of a version, those held since in the state they are in: they must be in it, and the same. */
function withHeld(version: readonly PlanRow[], now: readonly PlanRow[]): PlanRow[] {
  const held = new Map(now.filter(isHeld).map((row) => [row.id, row]));
  const restored = version.map((row) => {
    const kept = held.get(row.id);
    if (kept !== undefined && isSameAs(kept, row)) return kept;
    return isHeld(row) ? { ...row, state: "planned" as const } : row;
  });
  refuseMissing([...held.values()].filter((row) => !restored.includes(row)));
  return restored;
}

function isHeld({ state }: PlanRow): boolean {
  return state === "held" || state === "locked";
}

/** Whether a half-day was held as a version plans it. */
function isSameAs(held: PlanRow, planned: PlanRow): boolean {
  if (planned.state === "cancelled") return false;
  const rowsOf = (halfDay: PlanRow): PlanRows => ({ halfDays: [{ ...halfDay, state: "held" }], gapReason: null });
  return changeBetween(rowsOf(held), rowsOf(planned)) === null;
}

function refuseMissing(missing: readonly PlanRow[]): void {
  if (missing.length === 0) return;
  throw new ApiError("held_half_day_missing", {
    detail: {
      fr: "Des demi-journées tenues depuis ne sont pas dans cette version, ou y sont autrement : elle ne peut pas être reprise telle quelle.",
      en: "Half-days held since are not in this version, or are otherwise there: it cannot be restored as it is.",
    },
    facts: { halfDays: missing.map(({ id, day, slot }) => ({ id, day, slot })) },
  });
}
