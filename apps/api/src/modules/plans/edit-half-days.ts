import type { Ctx } from "../../core/ctx.ts";
import type { Actor } from "../../core/actor.ts";
import { ApiError, type FaultText } from "../../core/api-error.ts";
import {
  applyEdits,
  editableOf,
  type EditedHalfDay,
  editFaults,
  type HalfDayEdit,
  placeWanted,
} from "./half-day-edits.ts";
import { refuseConflicts } from "./overlaps.ts";
import { refuse } from "./plan-faults.ts";
import type { PlanRow, PlanRows } from "./plan-rows.ts";
import { canChangeHalfDay, whyNoLongerPlanned } from "./plans.policy.ts";
import { staffFaults } from "./staff-faults.ts";
import { isLive, type StoredPlan } from "./stored-plan.ts";
import { competencyIdsOf, idsOf } from "./adopted-rows.ts";

/**
 * The one way half-days of a plan are changed: all the edits or none, checked as a whole, so that two may change places.
 * Refused: what they run into (422), what is in their way (409, T1). Answers those that changed, and the plan's rows.
 */
export async function editHalfDays(
  ctx: Ctx,
  stored: StoredPlan,
  edits: readonly HalfDayEdit[],
  overrideReason: string | null = null,
): Promise<{ edited: EditedHalfDay[]; rows: PlanRows }> {
  refuse(targetFaults(stored.halfDays, edits));
  refuseNoLongerPlanned(ctx.actor, stored, edits);
  const halfDays = stored.halfDays.filter(isLive).map(editableOf);
  const edited = applyEdits(stored, halfDays, edits, overrideReason);
  refuse([...(await staffFaults(ctx, edits)), ...editFaults(stored, halfDays, edited)]);
  await refuseConflicts(
    ctx,
    edited.map((each) => placeWanted(stored.cohort.id, each)),
    stored.rows.halfDays,
  );
  return { edited, rows: editedRows(stored, edited) };
}

/** Half-days edited that are not of this plan, or twice in one edit. */
export function targetFaults(
  halfDays: readonly { readonly id: string }[],
  edits: readonly Pick<HalfDayEdit, "id" | "pointerOf">[],
): FaultText[] {
  const known = new Set(halfDays.map(({ id }) => id));
  const seen = new Set<string>();
  return edits.flatMap(({ id, pointerOf }): FaultText[] => {
    const isAgain = seen.has(id);
    seen.add(id);
    if (isAgain) return [{ pointer: pointerOf("id"), code: "edited_twice", detail: editedTwice }];
    return known.has(id) ? [] : [{ pointer: pointerOf("id"), code: "unknown_half_day", detail: unknownHalfDay }];
  });
}

const editedTwice = {
  fr: "Cette demi-journée est donnée deux fois. Réunissez ses changements en un.",
  en: "This half-day is given twice. Put its changes together in one.",
};
const unknownHalfDay = {
  fr: "Cette demi-journée n’est pas, ou n’est plus, de ce planning. Relisez-le.",
  en: "This half-day is not, or no longer, in this plan. Read it again.",
};

function refuseNoLongerPlanned(actor: Actor, { cohort, halfDays }: StoredPlan, edits: readonly HalfDayEdit[]): void {
  const byId = new Map(halfDays.map((row) => [row.id, row]));
  const errors = edits.flatMap(({ id, pointerOf }): FaultText[] => {
    const row = byId.get(id);
    if (row === undefined || canChangeHalfDay(actor, cohort, row).allowed) return [];
    return [{ pointer: pointerOf("id"), code: "no_longer_planned", detail: whyNoLongerPlanned }];
  });
  if (errors.length > 0) throw new ApiError("illegal_move", { detail: whyNoLongerPlanned, errors });
}

function editedRows({ programme, rows }: StoredPlan, edited: readonly EditedHalfDay[]): PlanRows {
  const ids = idsOf(programme);
  const byId = new Map(edited.map((each) => [each.id, each]));
  const halfDays = rows.halfDays.map((row): PlanRow => {
    const found = byId.get(row.id);
    if (found === undefined) return row;
    const { blockCode, competencyCodes, ...columns } = found.halfDay;
    return {
      ...row,
      ...columns,
      startsAt: found.startsAt,
      endsAt: found.endsAt,
      blockId: blockCode === null ? null : (ids.blocks.get(blockCode) ?? null),
      competencyIds: competencyIdsOf(competencyCodes, blockCode, ids),
    };
  });
  return { ...rows, halfDays };
}
