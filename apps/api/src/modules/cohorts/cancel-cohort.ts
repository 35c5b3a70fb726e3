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
import { canManageCohort, whyCancelled } from "./cohorts.policy.ts";
import { presentCohort, stateOf } from "./cohorts.present.ts";
import { findCohort, lockCohort } from "./cohorts.queries.ts";

/**
 * Cancels a cohort, and with it its planned half-days and the enrolments not started; a half-day already held or
 * somebody who started forbids it (409).
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
    await cancelEnrolments(ctx, row.id, reason);
    const { count } = await ctx.db.halfDay.updateMany({
      where: { cohortId, state: "planned" },
      data: { state: "cancelled", cancelledReason: reason },
    });
    await ctx.db.cohort.update({ where: { id: row.id }, data: { cancelledReason: reason, version: { increment: 1 } } });
    await append(ctx, {
      type: "cohort.cancelled",
      entityId: row.id,
      from: { state: stateOf(ctx, row) },
      to: { state: "cancelled", reason, halfDaysCancelled: count },
    });
    return presentCohort(ctx, await findCohort(ctx, row.id));
  });
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
