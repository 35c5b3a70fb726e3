import type { Plan } from "@passerelle/contracts/plans";
import { authorize } from "../../core/ability.ts";
import { ApiError, notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { alterPlan, type Tell } from "./change-plan.ts";
import { type DraftChange, draftOf } from "./draft.ts";
import { refuseRows } from "./refuse-rows.ts";
import { lastUndone } from "./plan-changes.ts";
import type { DraftedPlan } from "./stored-plan.ts";

/** Undoes the latest change of a draft, whoever made it. */
export function undoChange(ctx: Ctx, cohortId: string, ifMatch: IfMatch): Promise<Plan> {
  return alterDraft(ctx, cohortId, ifMatch, async (ctx, plan, tell) => {
    const change = plan.draft.changes.at(-1);
    if (change === undefined) throw new ApiError("illegal_move", { detail: nothingToUndo });
    await takeOut(ctx, plan, change, tell);
  });
}

/** Undoes any change of a draft, as long as those made after it still make sense without it. */
export function withdrawChange(ctx: Ctx, cohortId: string, changeId: string, ifMatch: IfMatch): Promise<Plan> {
  return alterDraft(ctx, cohortId, ifMatch, async (ctx, plan, tell) => {
    const change = plan.draft.changes.find(({ id }) => id === changeId);
    if (change === undefined) throw notFound();
    await takeOut(ctx, plan, change, tell);
  });
}

/** Does again the change undone last, in its former place, as long as nothing else was changed since. */
export function redoChange(ctx: Ctx, cohortId: string, ifMatch: IfMatch): Promise<Plan> {
  return alterDraft(ctx, cohortId, ifMatch, async (ctx, plan, tell) => {
    const change = await lastUndone(ctx, plan.cohort.id);
    if (change === null) throw new ApiError("illegal_move", { detail: nothingToRedo });
    const changes = [...plan.draft.changes, change].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    await refuseOthers(ctx, plan, changes, cannotRedo);
    await ctx.db.planChange.update({ where: { id: change.id }, data: { state: "drafted", undoneBy: null } });
    await tell({ type: "plan.redone", entityId: plan.cohort.id, to: { eventId: change.eventId } });
  });
}

/** Gives a whole draft up: the plan is the published one again. */
export function discardDraft(ctx: Ctx, cohortId: string, ifMatch: IfMatch): Promise<Plan> {
  return alterDraft(ctx, cohortId, ifMatch, async (ctx, { cohort, draft }, tell) => {
    if (draft.changes.length === 0) throw new ApiError("illegal_move", { detail: nothingToDiscard });
    await ctx.db.planChange.updateMany({
      where: { cohortId: cohort.id, state: { in: ["drafted", "undone"] } },
      data: { state: "discarded", undoneBy: null },
    });
    await tell({ type: "plan.draft-discarded", entityId: cohort.id, to: { changes: draft.changes.length } });
  });
}

function alterDraft(
  ctx: Ctx,
  cohortId: string,
  ifMatch: IfMatch,
  alter: (ctx: Ctx, plan: DraftedPlan, tell: Tell) => Promise<void>,
): Promise<Plan> {
  return alterPlan(
    ctx,
    async () => ({ cohortId: (await findCohort(ctx, cohortId)).id }),
    ifMatch,
    async (ctx, plan, tell) => {
      authorize(canManageCohort(ctx.actor, plan.cohort), whyCancelled);
      await alter(ctx, plan, tell);
    },
  );
}

async function takeOut(ctx: Ctx, plan: DraftedPlan, change: DraftChange, tell: Tell): Promise<void> {
  const others = plan.draft.changes.filter(({ id }) => id !== change.id);
  await refuseOthers(ctx, plan, others, cannotUndo);
  const undoneBy = await tell({ type: "plan.undone", entityId: plan.cohort.id, to: { eventId: change.eventId } });
  await ctx.db.planChange.update({ where: { id: change.id }, data: { state: "undone", undoneBy } });
}

/** Refused: a change that made sense and no longer would, half-days that would be in each other's way (T1). */
async function refuseOthers(
  ctx: Ctx,
  plan: DraftedPlan,
  changes: readonly Omit<DraftChange, "applies">[],
  detail: { fr: string; en: string },
): Promise<void> {
  const after = draftOf(plan.draft.published, changes);
  const made = new Set(plan.draft.changes.filter(({ applies }) => !applies).map(({ id }) => id));
  if (after.changes.some(({ id, applies }) => !applies && !made.has(id)))
    throw new ApiError("illegal_move", { detail });
  await refuseRows(ctx, plan, plan.rows, after.rows);
}

const nothingToUndo = {
  fr: "Il n’y a rien à annuler dans ce brouillon.",
  en: "There is nothing to undo in this draft.",
};
const nothingToRedo = {
  fr: "Il n’y a rien à rétablir dans ce brouillon.",
  en: "There is nothing to do again in this draft.",
};
const nothingToDiscard = {
  fr: "Ce brouillon est vide : il n’y a rien à abandonner.",
  en: "This draft is empty: there is nothing to give up.",
};
const cannotUndo = {
  fr: "Un changement fait ensuite s’appuie sur celui-ci : annulez-le d’abord.",
  en: "A change made later builds on this one: undo that one first.",
};
const cannotRedo = {
  fr: "Le planning a changé depuis : ce changement ne peut plus être rétabli. Refaites-le.",
  en: "The plan was changed since: this change can no longer be done again. Make it anew.",
};
