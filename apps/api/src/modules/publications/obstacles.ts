import { faultsOfEdit, type KeptHalfDay } from "@passerelle/domain/planning/edit-half-days";
import type { PlanFault } from "@passerelle/domain/planning/check-plan";
import { ApiError } from "../../core/api-error.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { Text } from "../../core/text.ts";
import { type Conflict, findConflicts } from "../plans/conflicts.queries.ts";
import type { WantedHalfDay } from "../plans/overlaps.ts";
import { toldDraft } from "../plans/plan-changes.ts";
import { planFaultAt, refuse } from "../plans/plan-faults.ts";
import type { PlanRows } from "../plans/plan-rows.ts";
import { wantedAs } from "../plans/refuse-rows.ts";
import { changeBetween } from "../plans/row-changes.ts";
import { type DraftedPlan, type HalfDayRow, isLive, plannedOf, type StoredPlan } from "../plans/stored-plan.ts";

/** The half-days that one state of a plan has otherwise than another. */
function differing(from: PlanRows, to: PlanRows): Set<string> {
  return new Set(changeBetween(from, to)?.halfDays.map(({ id }) => id));
}

/** T1: what other cohorts published meanwhile where half-days of a draft want to be. */
export async function conflictsOf(
  ctx: Ctx,
  { cohort, draft }: DraftedPlan,
): Promise<{ wanted: WantedHalfDay[]; conflicts: Conflict[] }> {
  const changed = differing(draft.published, draft.rows);
  const live = draft.rows.halfDays.filter(isLive);
  const wanted = live.filter(({ id }) => changed.has(id)).map((row) => wantedAs(cohort.id, row));
  return { wanted, conflicts: wanted.length === 0 ? [] : await findConflicts(ctx, wanted, live) };
}

/**
 * What the rules forbid of the half-days that a plan would have otherwise than the published one. What was so before
 * stops nothing: a day closed since does not undo a plan (decision 0007).
 */
export function faultsOf(published: StoredPlan, wanted: StoredPlan): PlanFault[] {
  const changed = differing(published.rows, wanted.rows);
  const [before, after] = [keptIn(published), keptIn(wanted)];
  return faultsOfEdit(wanted.shape, before, after, changed, wanted.calendar).map(({ fault }) => fault);
}

/** The same, refused (422). */
export function refuseFaults(published: StoredPlan, wanted: StoredPlan): void {
  refuse(faultsOf(published, wanted).map((fault) => planFaultAt("", fault)));
}

function keptIn({ halfDays }: StoredPlan): KeptHalfDay[] {
  return halfDays.filter(isLive).map(keptOf);
}

function keptOf(row: HalfDayRow): KeptHalfDay {
  return { id: row.id, sessionId: row.kind === "exam" ? null : row.sessionId, halfDay: plannedOf(row) };
}

/** 409 with every change of a draft that no longer applies: to be undone before the others are published. */
export async function refuseOutdated(ctx: Ctx, { cohort, draft }: DraftedPlan): Promise<void> {
  if (draft.changes.every(({ applies }) => applies)) return;
  const [fr, en] = [await toldIn("fr"), await toldIn("en")];
  throw new ApiError("illegal_move", {
    detail: overtaken,
    errors: fr.map(({ id, detail }, index) => ({
      pointer: "",
      code: "change_outdated",
      detail: { fr: detail, en: en[index]?.detail ?? detail },
      facts: { changeId: id },
    })),
  });

  async function toldIn(locale: keyof Text) {
    const { changes } = await toldDraft({ ...ctx, locale }, cohort.id, draft);
    return changes.filter(({ applies }) => !applies);
  }
}

const overtaken = {
  fr: "Des changements de ce brouillon ne tiennent plus : leurs demi-journées ont eu lieu ou changé entre-temps. Annulez-les, puis publiez.",
  en: "Some changes of this draft no longer hold: their half-days were held or changed meanwhile. Undo them, then publish.",
};
