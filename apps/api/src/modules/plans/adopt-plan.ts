import type { InputOf } from "@passerelle/contracts/http";
import type { Plan, planAdopt } from "@passerelle/contracts/plans";
import { checkPlan } from "@passerelle/domain/planning/check-plan";
import { provePlan } from "@passerelle/domain/planning/prove-plan";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { canManageCohort, whyCancelled } from "../cohorts/cohorts.policy.ts";
import { findCohort } from "../cohorts/cohorts.queries.ts";
import { adoptedRows, localTimesOf } from "./adopted-rows.ts";
import { changePlan } from "./change-plan.ts";
import { refuseGapWithoutReason } from "./gap-reason.ts";
import { refuseConflicts } from "./overlaps.ts";
import { halfDayAt, planFaultAt, pointerInPlan, refuse } from "./plan-faults.ts";
import { staffFaults } from "./staff-faults.ts";
import { type HalfDayRow, isLive, planOf, type StoredPlan } from "./stored-plan.ts";

type Body = InputOf<typeof planAdopt>["body"];

/**
 * Replaces a cohort's plan whole, in its draft (domain §4). Refused: a half-day the rules forbid (R3, R5, T1), a
 * gap or surplus without its reason, a half-day already held that is missing, a trainer or room taken by another cohort.
 */
export function adoptPlan(ctx: Ctx, cohortId: string, body: Body, ifMatch: IfMatch): Promise<Plan> {
  return changePlan(
    ctx,
    async () => ({ cohortId: (await findCohort(ctx, cohortId)).id }),
    ifMatch,
    async (ctx, stored) => {
      const { cohort } = stored;
      authorize(canManageCohort(ctx.actor, cohort), whyCancelled);
      await checkHalfDays(ctx, stored, body);
      const proof = provePlan(stored.shape, body, stored.calendar);
      refuseGapWithoutReason(proof, body.gapReason ?? null, { fr: "l’adopter", en: "adopt" });
      checkHeldKept(stored, body);
      await checkConflicts(ctx, stored, body);
      const gapReason = body.gapReason ?? null;
      const from = { ...planOf(stored), gapReason: stored.rows.gapReason };
      return {
        rows: { halfDays: adoptedRows(stored, body), gapReason },
        event: { type: "plan.adopted", entityId: cohort.id, from, to: { ...body, gapReason } },
      };
    },
  );
}

/** A half-day already held stays where it was, even on a day closed since. */
async function checkHalfDays(ctx: Ctx, stored: StoredPlan, body: Body): Promise<void> {
  const held = new Set(stored.halfDays.filter(isHeld).map(keyOf));
  const faults = checkPlan(stored.shape, body, stored.calendar).filter((fault) => {
    const halfDay = halfDayAt(body, fault.at);
    return halfDay === undefined || fault.code === "half_day_twice" || !held.has(`${halfDay.day} ${halfDay.slot}`);
  });
  refuse([
    ...faults.map((fault) => planFaultAt(pointerInPlan(fault), fault)),
    ...(await staffFaults(ctx, placed(body))),
  ]);
}

/** T1: the trainers and rooms that other cohorts have; the plan replaced is not in the way. */
function checkConflicts(ctx: Ctx, { cohort, programme }: StoredPlan, body: Body): Promise<void> {
  const wanted = placed(body).map(({ day, slot, blockCode, trainerId = null, roomId = null, pointerOf }) => {
    const times = localTimesOf(programme, day, slot);
    return { id: null, cohortId: cohort.id, day, slot, ...times, blockCode, trainerId, roomId, pointerOf };
  });
  return refuseConflicts(ctx, wanted, []);
}

/** The half-days of a body, each with its place in it. */
function placed({ sessions, examHalfDays }: Body) {
  const at = (list: string) => (halfDay: Body["examHalfDays"][number], index: number) => ({
    ...halfDay,
    pointerOf: (field: string) => `${list}/${index}/${field}`,
  });
  const teaching = sessions.flatMap(({ halfDays }, index) => halfDays.map(at(`/sessions/${index}/halfDays`)));
  return [...teaching, ...examHalfDays.map(at("/examHalfDays"))];
}

function checkHeldKept(stored: StoredPlan, body: Body): void {
  const teaching = body.sessions.flatMap(({ halfDays }) => halfDays);
  const missing = stored.halfDays.filter(isHeld).filter((row) => {
    const kept = row.kind === "exam" ? body.examHalfDays : teaching;
    return !kept.some(
      (each) => `${each.day} ${each.slot}` === keyOf(row) && each.blockCode === (row.block?.code ?? null),
    );
  });
  if (missing.length === 0) return;
  throw new ApiError("held_half_day_missing", {
    detail: {
      fr: "Des demi-journées déjà tenues manquent dans ce planning, ou y changent de bloc. Remettez-les telles quelles.",
      en: "Half-days already held are missing from this plan, or change block in it. Put them back as they were.",
    },
    facts: {
      halfDays: missing.map((row) => ({
        id: row.id,
        day: fromColumn(row.day),
        slot: row.slot,
        blockCode: row.block?.code ?? null,
      })),
    },
  });
}

function isHeld(row: HalfDayRow): boolean {
  return isLive(row) && row.state !== "planned";
}

function keyOf(row: HalfDayRow): string {
  return `${fromColumn(row.day)} ${row.slot}`;
}
