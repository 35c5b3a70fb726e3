import type { Plan } from "@passerelle/contracts/plans";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Text } from "../../core/text.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { alterPlan } from "./change-plan.ts";
import { refuseConflicts, type WantedHalfDay } from "./overlaps.ts";
import { nextChange } from "./plan-changes.ts";
import { areAs, idsIn, type PlanRows, planRowsOf, putBack } from "./plan-rows.ts";

/** Undoes the latest change to a plan, whoever made it: every row is exactly what it was. */
export function undoChange(ctx: Ctx, cohortId: string, ifMatch: IfMatch): Promise<Plan> {
  return turn(ctx, cohortId, ifMatch, "undo");
}

/** Does again the change undone last, as long as nothing else was changed since. */
export function redoChange(ctx: Ctx, cohortId: string, ifMatch: IfMatch): Promise<Plan> {
  return turn(ctx, cohortId, ifMatch, "redo");
}

const ways = {
  undo: { state: "done", becomes: "undone", type: "plan.undone" },
  redo: { state: "undone", becomes: "done", type: "plan.redone" },
} as const;

function turn(ctx: Ctx, cohortId: string, ifMatch: IfMatch, way: keyof typeof ways): Promise<Plan> {
  const { state, becomes, type } = ways[way];
  return alterPlan(
    ctx,
    async () => ({ cohortId: (await findCohort(ctx, cohortId)).id }),
    ifMatch,
    async (ctx, { cohort }, tell) => {
      authorize(canManageCohort(ctx.actor, cohort), whyCancelled);
      const change = await nextChange(ctx, cohort.id, state);
      if (change === null) throw new ApiError("illegal_move", { detail: nothing[way] });
      const [from, to] = way === "undo" ? [change.after, change.before] : [change.before, change.after];
      if (!areAs(await planRowsOf(ctx, cohort.id), from, to))
        throw new ApiError("illegal_move", { detail: since[way] });
      await refuseConflicts(ctx, wantedIn(to), idsIn(change));
      await telling(gone, () => putBack(ctx, cohort.id, from, to));
      await ctx.db.planChange.update({ where: { id: change.id }, data: { state: becomes } });
      await tell({ type, entityId: cohort.id, to: { eventId: change.eventId } });
    },
  );
}

/** The places that rows put back take up again. */
function wantedIn({ halfDays }: PlanRows): WantedHalfDay[] {
  return halfDays
    .filter(({ state }) => state !== "cancelled")
    .map((row) => ({
      id: row.id,
      cohortId: row.cohort_id,
      day: row.day,
      slot: row.slot,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      blockCode: null,
      trainerId: row.trainer_id,
      roomId: row.room_id,
      pointerOf: () => "",
    }));
}

/** What a row put back refers to may no longer exist. */
async function telling(detail: Text, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error)?.endsWith("_fkey") === true) throw new ApiError("illegal_move", { detail });
    throw error;
  }
}

const nothing = {
  undo: { fr: "Il n’y a rien à annuler dans ce planning.", en: "There is nothing to undo in this plan." },
  redo: { fr: "Il n’y a rien à rétablir dans ce planning.", en: "There is nothing to do again in this plan." },
};
const since = {
  undo: {
    fr: "Une demi-journée de ce changement a été tenue ou modifiée depuis : il ne peut plus être annulé. Changez le planning directement.",
    en: "A half-day of this change was held or changed since: it can no longer be undone. Change the plan itself.",
  },
  redo: {
    fr: "Une demi-journée de ce changement a été tenue ou modifiée depuis : il ne peut plus être rétabli. Changez le planning directement.",
    en: "A half-day of this change was held or changed since: it can no longer be done again. Change the plan itself.",
  },
};
const gone = {
  fr: "Ce planning demande quelqu’un ou une salle qui n’existe plus : changez-le directement.",
  en: "This plan needs somebody or a room that no longer exists: change it itself.",
};
