import type { HalfDayConflict } from "@passerelle/contracts/plan-edits";
import type { Slot } from "@passerelle/contracts/plans";
import { ApiError, type FaultText } from "../../core/api-error.ts";
import { violatedConstraint } from "../../core/constraints.ts";
import type { Ctx } from "../../core/ctx.ts";
import { conflictText } from "./conflict-texts.ts";
import { type Conflict, findConflicts, type WantedPlace } from "./conflicts.queries.ts";
import { joined } from "./plan-faults.ts";
import type { PlanRow } from "./plan-rows.ts";

/** A place wanted by a command, and where its fields stand in the body. */
export interface WantedHalfDay extends WantedPlace {
  readonly day: string;
  readonly slot: Slot;
  pointerOf(field: string): string;
}

const fieldOf: Record<Conflict["kind"], string> = { cohort: "day", trainer: "trainerId", room: "roomId" };

/** T1: 409 with every half-day in the way, by name; `own` is the rest of their plan. */
export async function refuseConflicts(
  ctx: Ctx,
  wanted: readonly WantedHalfDay[],
  own: readonly PlanRow[],
): Promise<void> {
  const conflicts = await findConflicts(ctx, wanted, own);
  if (conflicts.length === 0) return;
  const errors = conflicts.flatMap((conflict): FaultText[] => {
    const place = wanted[conflict.index];
    if (place === undefined) return [];
    const pointer = place.pointerOf(fieldOf[conflict.kind]);
    return [{ pointer, code: `${conflict.kind}_taken`, detail: conflictText(place.day, place.slot, conflict) }];
  });
  const facts = { conflicts: conflicts.map((conflict) => presentConflict(ctx, wanted, conflict)) };
  throw new ApiError("half_day_overlap", { detail: joined(errors), errors, facts });
}

/** A conflict as the wire carries it. */
export function presentConflict(
  ctx: Ctx,
  wanted: readonly Pick<WantedHalfDay, "id" | "day" | "slot">[],
  conflict: Conflict,
): HalfDayConflict {
  const { id: halfDayId = null, day = "", slot = "am" } = wanted[conflict.index] ?? {};
  const { kind, other } = conflict;
  return { halfDayId, kind, day, slot, other, detail: conflictText(day, slot, conflict)[ctx.locale] };
}

const attempts = 4;

/**
 * Runs a command that writes half-days. When the database refuses them because another writer was there meanwhile, the
 * command runs again from its start, and finds by name who was.
 */
export async function namingOverlaps<Result>(ctx: Ctx, command: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await command();
    } catch (error) {
      if (!/^half_day_\w+_no_overlap$/.test(violatedConstraint(error) ?? "")) throw error;
      if (attempt === attempts || ctx.client === null) throw new ApiError("half_day_overlap");
    }
  }
}
