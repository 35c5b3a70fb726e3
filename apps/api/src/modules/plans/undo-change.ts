import type { Plan } from "@passerelle/contracts/plans";
import { ApiError, notFound } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { alterDraft, refuseDraft } from "./alter-draft.ts";
import type { Tell } from "./change-plan.ts";
import type { KeptChange } from "./draft.ts";
import type { DraftedPlan } from "./stored-plan.ts";

/** Undoes the latest change of a draft, whoever made it. */
export function undoLatest(ctx: Ctx, cohortId: string, ifMatch: IfMatch): Promise<Plan> {
  return alterDraft(ctx, cohortId, ifMatch, async (ctx, plan, tell) => {
    const change = plan.draft.changes.at(-1);
    if (change === undefined) throw new ApiError("illegal_move", { detail: nothingToUndo });
    await takeOut(ctx, plan, change, tell);
  });
}

/** Undoes any change of a draft, as long as those made after it still make sense without it. */
export function undoChange(ctx: Ctx, cohortId: string, changeId: string, ifMatch: IfMatch): Promise<Plan> {
  return alterDraft(ctx, cohortId, ifMatch, async (ctx, plan, tell) => {
    const change = plan.draft.changes.find(({ id }) => id === changeId);
    if (change === undefined) throw notFound();
    await takeOut(ctx, plan, change, tell);
  });
}

async function takeOut(ctx: Ctx, plan: DraftedPlan, change: KeptChange, tell: Tell): Promise<void> {
  const others = plan.draft.changes.filter(({ id }) => id !== change.id);
  await refuseDraft(ctx, plan, others, cannotUndo);
  const undoneBy = await tell({ type: "plan.undone", entityId: plan.cohort.id, to: { eventId: change.eventId } });
  await ctx.db.planChange.update({ where: { id: change.id }, data: { state: "undone", undoneBy } });
}

const nothingToUndo = {
  fr: "Il n’y a rien à annuler dans ce brouillon.",
  en: "There is nothing to undo in this draft.",
};
const cannotUndo = {
  fr: "Un changement fait ensuite s’appuie sur celui-ci : annulez-le d’abord.",
  en: "A change made later builds on this one: undo that one first.",
};
