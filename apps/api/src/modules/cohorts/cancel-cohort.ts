import type { Cohort } from "@passerelle/contracts/cohorts";
import { enrolmentStates, isLive } from "@passerelle/domain/path/enrolment-state";
import { authorize } from "../../core/ability.ts";
import { ApiError } from "../../core/api-error.ts";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { writeMove } from "../enrolments/move-enrolment.ts";
import { draftsOf } from "../plans/draft.ts";
import type { PlanRow, PlanRows } from "../plans/plan-rows.ts";
import { followersOf } from "../publications/concerned.queries.ts";
import { nextNumber, writeVersion } from "../publications/write-version.ts";
import { postCancellations } from "./cohort-cancelled-letter.ts";
import { canManageCohort, whyCancelled } from "./cohorts.policy.ts";
import { presentCohort, stateOf } from "./cohorts.present.ts";
import { findCohort, lockCohort } from "./cohorts.queries.ts";

/**
 * Cancels a cohort, and with it its planned half-days, by a last version of its plan, and the enrolments not started:
 * those who were to come are told, once. A half-day already held or somebody who started forbids it (409).
 */
export function cancelCohort(
  ctx: Ctx,
  cohortId: string,
  { reason }: { reason: string },
  ifMatch: IfMatch,
): Promise<Cohort> {
  return transaction(ctx, async (ctx) => {
    const row = await lockCohort(ctx, cohortId);
    authorize(canManageCohort(ctx.actor, row), whyCancelled);
    await checkVersion(ifMatch, "accepted", row.version, () => presentCohort(ctx, row));
    const held = await ctx.db.halfDay.count({ where: { cohortId, state: { in: ["held", "locked"] } } });
    if (held > 0) throw alreadyHeld(held);
    const plan = await planWithout(ctx, row.id, reason);
    const told = await followersOf(ctx, { cohortId: row.id, trainerIds: plan.cancelled.flatMap(trainerOf) });
    await cancelEnrolments(ctx, row.id, reason);
    await ctx.db.cohort.update({ where: { id: row.id }, data: { cancelledReason: reason, version: { increment: 1 } } });
    const eventId = await append(ctx, {
      type: "cohort.cancelled",
      entityId: row.id,
      from: { state: stateOf(ctx, row) },
      to: { state: "cancelled", reason, halfDaysCancelled: plan.cancelled.length },
    });
    await publishCancelled(ctx, row.id, plan, eventId);
    await postCancellations(ctx, row.id, told);
    return presentCohort(ctx, await findCohort(ctx, row.id));
  });
}

interface CancelledPlan {
  readonly from: PlanRows;
  readonly to: PlanRows;
  readonly cancelled: readonly PlanRow[];
}

/** A published plan as it is, and with what is planned cancelled. */
async function planWithout(ctx: Ctx, cohortId: string, reason: string): Promise<CancelledPlan> {
  const from = (await draftsOf(ctx, [cohortId])).get(cohortId)?.published ?? { halfDays: [], gapReason: null };
  const cancelled = from.halfDays.filter(({ state }) => state === "planned");
  const halfDays = from.halfDays.map((halfDay) =>
    cancelled.includes(halfDay) ? { ...halfDay, state: "cancelled" as const, cancelledReason: reason } : halfDay,
  );
  return { from, to: { ...from, halfDays }, cancelled };
}

/** The last version of a plan; nobody publishes what was drafted. */
async function publishCancelled(
  ctx: Ctx,
  cohortId: string,
  { from, to, cancelled }: CancelledPlan,
  eventId: string,
): Promise<void> {
  await ctx.db.planChange.updateMany({
    where: { cohortId, state: { in: ["drafted", "undone"] } },
    data: { state: "discarded", undoneBy: null },
  });
  if (cancelled.length === 0) return;
  const number = await nextNumber(ctx, cohortId);
  await writeVersion(ctx, cohortId, from, to, { number, eventId, note: null });
}

function trainerOf({ trainerId }: PlanRow): string[] {
  return trainerId === null ? [] : [trainerId];
}

/** Each is an event of its own (domain §2); a trainee who starts at the same moment is waited for. */
async function cancelEnrolments(ctx: Ctx, cohortId: string, reason: string): Promise<void> {
  await ctx.db.$queryRaw`select 1 from enrolment where cohort_id = ${cohortId}::uuid order by id for update`;
  const live = await ctx.db.enrolment.findMany({
    where: { cohortId, state: { in: enrolmentStates.filter(isLive) } },
    orderBy: { id: "asc" },
  });
  const started = live.filter(({ state }) => state !== "enrolled").length;
  if (started > 0) throw alreadyStarted(started);
  for (const row of live) await writeMove(ctx, row, { to: "cancelled", effectiveOn: today(ctx), reason });
}

function alreadyStarted(started: number): ApiError {
  const [fr, en] =
    started === 1
      ? ["1 personne a commencé", "1 person has"]
      : [`${started} personnes ont commencé`, `${started} people have`];
  return new ApiError("illegal_move", {
    detail: {
      fr: `${fr} cette formation : la promotion ne peut pas être annulée. Mettez d’abord fin à leur parcours.`,
      en: `${en} started this training: the cohort cannot be cancelled. End their paths first.`,
    },
    facts: { started },
  });
}

function alreadyHeld(held: number): ApiError {
  const [fr, en] =
    held === 1 ? ["Une demi-journée a", "One half-day was"] : [`${held} demi-journées ont`, `${held} half-days were`];
  return new ApiError("illegal_move", {
    detail: {
      fr: `${fr} déjà eu lieu : la promotion ne peut plus être annulée. Annulez les demi-journées qui restent.`,
      en: `${en} already held: the cohort can no longer be cancelled. Cancel the half-days that are left.`,
    },
    facts: { held },
  });
}
