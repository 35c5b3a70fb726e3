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
import { canChangeHalfDay, whyNoLongerPlanned } from "./plans.policy.ts";
import { staffFaults } from "./staff-faults.ts";
import { isLive, type StoredPlan } from "./stored-plan.ts";
import { competencyRows, idsOf } from "./write-plan.ts";

/**
 * The one way half-days of a plan are changed: all the edits or none, checked as a whole, so that two may change places.
 * Refused: what they run into (422), what is in their way (409, T1). Answers those that changed.
 */
export async function editHalfDays(
  ctx: Ctx,
  stored: StoredPlan,
  edits: readonly HalfDayEdit[],
  overrideReason: string | null = null,
): Promise<EditedHalfDay[]> {
  refuse(targetFaults(stored.halfDays, edits));
  refuseNoLongerPlanned(ctx.actor, stored, edits);
  const halfDays = stored.halfDays.filter(isLive).map(editableOf);
  const edited = applyEdits(stored, halfDays, edits, overrideReason);
  refuse([...(await staffFaults(ctx, edits)), ...editFaults(stored, halfDays, edited)]);
  await refuseConflicts(
    ctx,
    edited.map((each) => placeWanted(stored.cohort.id, each)),
  );
  await writeEdited(ctx, stored, edited);
  return edited;
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

/** Writes all of them in one statement, after which the database checks that nothing overlaps. */
async function writeEdited(ctx: Ctx, { programme }: StoredPlan, edited: readonly EditedHalfDay[]): Promise<void> {
  if (edited.length === 0) return;
  const ids = idsOf(programme);
  const rows = edited.map(({ id, startsAt, endsAt, halfDay }) => {
    const { blockCode, competencyCodes, ...columns } = halfDay;
    const blockId = blockCode === null ? null : (ids.blocks.get(blockCode) ?? null);
    return { id, startsAt, endsAt, ...columns, blockId, competencyCodes };
  });
  await ctx.db.halfDayCompetency.deleteMany({ where: { halfDayId: { in: rows.map(({ id }) => id) } } });
  await ctx.db.$executeRaw`
    update half_day set day = edited.day, slot = edited.slot, starts_at = edited."startsAt", ends_at = edited."endsAt",
      block_id = edited."blockId", trainer_id = edited."trainerId", room_id = edited."roomId", remote = edited.remote,
      override_reason = edited."overrideReason"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as edited(id uuid, day date, slot slot, "startsAt" timestamp, "endsAt" timestamp, "blockId" uuid,
        "trainerId" uuid, "roomId" uuid, remote boolean, "overrideReason" text)
    where half_day.id = edited.id`;
  await ctx.db.halfDayCompetency.createMany({
    data: rows.flatMap((row) => competencyRows(row, row.competencyCodes, ids)),
  });
}
