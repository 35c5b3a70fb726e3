import { randomUUIDv7 } from "node:crypto";
import type { InputOf } from "@passerelle/contracts/http";
import type { Plan } from "@passerelle/contracts/plans";
import type { halfDayCancel } from "@passerelle/contracts/sessions";
import { dayOffTest, editHalfDay } from "@passerelle/domain/planning/edit-half-days";
import type { PlannedHalfDay } from "@passerelle/domain/planning/plan";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changePlan } from "./change-plan.ts";
import { editableOf, type EditedHalfDay, editFaults, placeWanted } from "./half-day-edits.ts";
import { refuseConflicts } from "./overlaps.ts";
import { refuse } from "./plan-faults.ts";
import { halfDayToChange } from "./plans.policy.ts";
import { findHalfDay } from "./plans.queries.ts";
import { staffFaults } from "./staff-faults.ts";
import { type HalfDayRow, isLive, plannedOf, type StoredPlan } from "./stored-plan.ts";
import { competencyRows, idsOf, localTimesOf, timesOf } from "./write-plan.ts";

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
    () => findHalfDay(ctx, halfDayId),
    ifMatch,
    async (ctx, stored) => {
      const row = halfDayToChange(ctx.actor, stored, halfDayId);
      await ctx.db.halfDay.update({ where: { id: row.id }, data: { state: "cancelled", cancelledReason: reason } });
      const place = { day: fromColumn(row.day), slot: row.slot, blockCode: row.block?.code ?? null };
      const told = { type: "half-day.cancelled", entityId: row.id, effectiveOn: place.day } as const;
      if (replacement !== undefined) {
        const id = await replace(ctx, stored, row, replacement);
        const { day, slot } = replacement;
        return { ...told, from: place, to: { reason, replacement: { id, day, slot } } };
      }
      const { id, gapReason } = stored.cohort;
      if (gapReason !== null) await ctx.db.cohort.update({ where: { id }, data: { gapReason: null } });
      return { ...told, from: gapReason === null ? place : { ...place, gapReason }, to: { reason } };
    },
  );
}

/** Stores the half-day held in place of a cancelled one, checked like any edit; answers its identifier. */
async function replace(
  ctx: Ctx,
  stored: StoredPlan,
  row: HalfDayRow,
  { overrideReason, ...change }: NonNullable<Body["replacement"]>,
): Promise<string> {
  const pointerOf = (field: string) => `/replacement/${field}`;
  const others = stored.halfDays.filter((each) => isLive(each) && each.id !== row.id).map(editableOf);
  const isDayOff = dayOffTest(stored.calendar, [change.day]);
  const before: PlannedHalfDay = { ...plannedOf(row), overrideReason: null };
  const halfDay = editHalfDay(before, change, overrideReason ?? null, isDayOff);
  const times = localTimesOf(stored.programme, halfDay.day, halfDay.slot);
  const id = randomUUIDv7();
  const wanted: EditedHalfDay = { id, sessionId: row.sessionId, before: null, halfDay, ...times, pointerOf };
  refuse([...(await staffFaults(ctx, [{ ...change, pointerOf }])), ...editFaults(stored, others, [wanted])]);
  await refuseConflicts(ctx, [placeWanted(stored.cohort.id, wanted)], [row.id]);
  const { sessionId, blockId, cohortId, kind } = row;
  const { trainerId, roomId, remote, overrideReason: reason, competencyCodes, day, slot } = halfDay;
  const placed = {
    id,
    cohortId,
    sessionId,
    blockId,
    kind,
    ...timesOf(stored.programme, day, slot),
    replacesId: row.id,
  };
  await ctx.db.halfDay.create({ data: { ...placed, trainerId, roomId, remote, overrideReason: reason } });
  await ctx.db.halfDayCompetency.createMany({ data: competencyRows(placed, competencyCodes, idsOf(stored.programme)) });
  return id;
}
