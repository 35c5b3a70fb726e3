import { randomUUIDv7 } from "node:crypto";
import type { InputOf } from "@passerelle/contracts/http";
import type { Plan } from "@passerelle/contracts/plans";
import type { halfDayCancel } from "@passerelle/contracts/sessions";
import { dayOffTest, editHalfDay } from "@passerelle/domain/planning/edit-half-days";
import type { PlannedHalfDay } from "@passerelle/domain/planning/plan";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { competencyIdsOf, idsOf, localTimesOf, newHalfDay } from "./adopted-rows.ts";
import { changePlan } from "./change-plan.ts";
import { findDraftedHalfDay } from "./drafted.queries.ts";
import { editableOf, type EditedHalfDay, editFaults, placeWanted } from "./half-day-edits.ts";
import { refuseConflicts } from "./overlaps.ts";
import { refuse } from "./plan-faults.ts";
import { halfDayToChange } from "./plans.policy.ts";
import { staffFaults } from "./staff-faults.ts";
import { type HalfDayRow, isLive, plannedOf, type StoredPlan } from "./stored-plan.ts";
import type { PlanRow } from "./plan-rows.ts";

type Body = InputOf<typeof halfDayCancel>["body"];

/**
 * Cancels a half-day with its reason: its minutes are due again, and the proof says so, unless another half-day is held
 * in its place. A gap adopted before was of other hours: nobody said why for these (domain §4).
 */
export function cancelHalfDay(
  ctx: Ctx,
  halfDayId: string,
  { reason, replacement }: Body,
  ifMatch: IfMatch,
): Promise<Plan> {
  return changePlan(
    ctx,
    () => findDraftedHalfDay(ctx, halfDayId),
    ifMatch,
    async (ctx, stored) => {
      const row = halfDayToChange(ctx.actor, stored, halfDayId);
      const { gapReason } = stored.rows;
      const halfDays = stored.rows.halfDays.map((each) =>
        each.id === row.id ? { ...each, state: "cancelled" as const, cancelledReason: reason } : each,
      );
      const place = { day: fromColumn(row.day), slot: row.slot, blockCode: row.block?.code ?? null };
      const told = { type: "half-day.cancelled", entityId: row.id, effectiveOn: place.day } as const;
      if (replacement !== undefined) {
        const added = await replacing(ctx, stored, row, replacement);
        const { id, day, slot } = added;
        const event = { ...told, from: place, to: { reason, replacement: { id, day, slot } } };
        return { rows: { gapReason, halfDays: [...halfDays, added] }, event };
      }
      const from = gapReason === null ? place : { ...place, gapReason };
      return { rows: { gapReason: null, halfDays }, event: { ...told, from, to: { reason } } };
    },
  );
}

/** The half-day held in place of a cancelled one, checked like any edit. */
async function replacing(
  ctx: Ctx,
  stored: StoredPlan,
  row: HalfDayRow,
  { overrideReason, ...change }: NonNullable<Body["replacement"]>,
): Promise<PlanRow> {
  const pointerOf = (field: string) => `/replacement/${field}`;
  const kept = stored.halfDays.filter((each) => isLive(each) && each.id !== row.id).map(editableOf);
  const isDayOff = dayOffTest(stored.calendar, [change.day]);
  const before: PlannedHalfDay = { ...plannedOf(row), overrideReason: null };
  const halfDay = editHalfDay(before, change, overrideReason ?? null, isDayOff);
  const times = localTimesOf(stored.programme, halfDay.day, halfDay.slot);
  const wanted: EditedHalfDay = {
    id: randomUUIDv7(),
    sessionId: row.sessionId,
    before: null,
    halfDay,
    ...times,
    pointerOf,
  };
  refuse([...(await staffFaults(ctx, [{ ...change, pointerOf }])), ...editFaults(stored, kept, [wanted])]);
  const others = stored.rows.halfDays.filter(({ id }) => id !== row.id);
  await refuseConflicts(ctx, [placeWanted(stored.cohort.id, wanted)], others);
  const { competencyCodes, blockCode, ...columns } = halfDay;
  return {
    ...columns,
    ...newHalfDay(),
    id: wanted.id,
    startsAt: wanted.startsAt,
    endsAt: wanted.endsAt,
    kind: row.kind,
    sessionId: row.sessionId,
    blockId: row.blockId,
    replacesId: row.id,
    competencyIds: competencyIdsOf(competencyCodes, blockCode, idsOf(stored.programme)),
  };
}
