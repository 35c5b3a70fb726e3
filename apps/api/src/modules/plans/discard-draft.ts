import type { Plan } from "@passerelle/contracts/plans";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { alterDraft } from "./alter-draft.ts";

/** Gives a whole draft up: the plan is the published one again, and nothing of it can be done again. */
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

const nothingToDiscard = {
  fr: "Ce brouillon est vide : il n’y a rien à abandonner.",
  en: "This draft is empty: there is nothing to give up.",
};
