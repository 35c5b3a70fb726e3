import type { DraftDifference } from "@passerelle/contracts/plan-versions";
import { provePlan } from "@passerelle/domain/planning/prove-plan";
import type { Ctx } from "../../core/ctx.ts";
import { canManageCohort } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { presentConflict } from "../plans/overlaps.ts";
import { toldDraft } from "../plans/plan-changes.ts";
import { planFaultText } from "../plans/plan-fault-texts.ts";
import { onePerDay } from "../plans/plan-faults.ts";
import { changeBetween } from "../plans/row-changes.ts";
import { loadDraftedPlan, planOf, withRows } from "../plans/stored-plan.ts";
import { comparePlans, presentDifference } from "./comparison.ts";
import { concernedBy, presentConcerned } from "./concerned-people.ts";
import { conflictsOf, faultsOf } from "./obstacles.ts";
import { nextNumber } from "./write-version.ts";

/** What publishing a cohort's draft would change, for whom, and what stands in its way: nothing is stored, nobody told. */
export async function readDraftDifference(ctx: Ctx, cohortId: string): Promise<DraftDifference> {
  const drafted = await loadDraftedPlan(ctx, await findCohort(ctx, cohortId));
  const { cohort, draft } = drafted;
  const published = await withRows(ctx, drafted, draft.published);
  const comparison = comparePlans(published, drafted);
  const { changes } = await toldDraft(ctx, cohort.id, draft);
  const outdated = changes.filter(({ applies }) => !applies);
  const { wanted, conflicts } = await conflictsOf(ctx, drafted);
  const faults = onePerDay(faultsOf(published, drafted)).map((fault) => ({
    code: fault.code,
    facts: { ...fault.facts },
    detail: planFaultText(fault)[ctx.locale],
  }));
  const people = await concernedBy(ctx, cohort.id, comparison);
  const proof = provePlan(drafted.shape, planOf(drafted), drafted.calendar);
  return {
    planVersion: cohort.version,
    next: await nextNumber(ctx, cohort.id),
    ...(await presentDifference(ctx, comparison, { before: published, after: drafted })),
    conflicts: conflicts.map((conflict) => presentConflict(ctx, wanted, conflict)),
    faults,
    outdated,
    people: people.map((person) => presentConcerned(ctx, person)),
    needsReason: !proof.exact && draft.rows.gapReason === null,
    publishable:
      changeBetween(draft.published, draft.rows) !== null &&
      outdated.length + conflicts.length + faults.length === 0 &&
      canManageCohort(ctx.actor, cohort).allowed,
  };
}
