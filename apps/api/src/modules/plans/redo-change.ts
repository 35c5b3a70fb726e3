import type { Plan } from "@passerelle/contracts/plans";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { alterDraft, refuseDraft } from "./alter-draft.ts";
import { lastUndone } from "./plan-changes.ts";

/** Does again the change undone last, in its former place, as long as nothing else was changed since. */
export function redoChange(ctx: Ctx, cohortId: string, ifMatch: IfMatch): Promise<Plan> {
  return alterDraft(ctx, cohortId, ifMatch, async (ctx, plan, tell) => {
    const change = await lastUndone(ctx, plan.cohort.id);
    if (change === null) throw new ApiError("illegal_move", { detail: nothingToRedo });
    const changes = [...plan.draft.changes, change].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    await refuseDraft(ctx, plan, changes, cannotRedo);
    await ctx.db.planChange.update({ where: { id: change.id }, data: { state: "drafted", undoneBy: null } });
    await tell({ type: "plan.redone", entityId: plan.cohort.id, to: { eventId: change.eventId } });
  });
}

const nothingToRedo = {
  fr: "Il n’y a rien à rétablir dans ce brouillon.",
  en: "There is nothing to do again in this draft.",
};
const cannotRedo = {
  fr: "Le planning a changé depuis : ce changement ne peut plus être rétabli. Refaites-le.",
  en: "The plan was changed since: this change can no longer be done again. Make it anew.",
};
