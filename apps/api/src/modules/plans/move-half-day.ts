import type { InputOf } from "@passerelle/contracts/http";
import type { Plan } from "@passerelle/contracts/plans";
import type { halfDayMove } from "@passerelle/contracts/sessions";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changePlan } from "./change-plan.ts";
import { editHalfDays } from "./edit-half-days.ts";
import { halfDayToChange } from "./plans.policy.ts";
import { findDraftedHalfDay } from "./drafted.queries.ts";

/** Moves one half-day, of a session or of the exam, to another day or slot. */
export function moveHalfDay(
  ctx: Ctx,
  halfDayId: string,
  { day, slot, overrideReason }: InputOf<typeof halfDayMove>["body"],
  ifMatch: IfMatch,
): Promise<Plan> {
  return changePlan(
    ctx,
    () => findDraftedHalfDay(ctx, halfDayId),
    ifMatch,
    async (ctx, stored) => {
      const row = halfDayToChange(ctx.actor, stored, halfDayId);
      const { edited, rows } = await editHalfDays(
        ctx,
        stored,
        [{ id: halfDayId, day, slot, pointerOf: () => "/day" }],
        overrideReason,
      );
      if (edited.length === 0) return null;
      const from = { day: fromColumn(row.day), slot: row.slot };
      const to = { day, slot, ...overrideTold(edited) };
      return { rows, event: { type: "half-day.moved", entityId: halfDayId, from, to } };
    },
  );
}

/** The reason that went with a move onto a day off, for its event. */
export function overrideTold(edited: readonly { readonly halfDay: { readonly overrideReason: unknown } }[]): object {
  const reason = edited.map(({ halfDay }) => halfDay.overrideReason).find((each) => typeof each === "string");
  return reason === undefined ? {} : { overrideReason: reason };
}
