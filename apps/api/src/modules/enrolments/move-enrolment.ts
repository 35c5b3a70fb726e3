import type { Enrolment, enrolmentMove, EnrolmentState } from "@passerelle/contracts/enrolments";
import type { InputOf } from "@passerelle/contracts/http";
import { checkCompletion, checkMove } from "@passerelle/domain/path/enrolment-state";
import { authorize } from "../../core/ability.ts";
import { fromColumn, toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { illegalMove, placementIncomplete, reasonRequired, refuseMove } from "./enrolment-faults.ts";
import { canMoveEnrolment } from "./enrolments.policy.ts";
import { presentChanged, presentEnrolment, requiredPlacementMinutes } from "./enrolments.present.ts";
import { countValidatedMinutes, type EnrolmentRow, lockEnrolment } from "./enrolments.queries.ts";

type Body = InputOf<typeof enrolmentMove>["body"];

const needReason: ReadonlySet<EnrolmentState> = new Set(["suspended", "dropped_out", "excluded", "cancelled"]);

/**
 * Moves an enrolment to another state. No move asks for a seat: a suspended trainee kept theirs, and a final state is
 * left for none (A4).
 */
export function moveEnrolment(ctx: Ctx, enrolmentId: string, body: Body, ifMatch: IfMatch): Promise<Enrolment> {
  return transaction(ctx, async (ctx) => {
    const row = await lockEnrolment(ctx, enrolmentId);
    const ability = canMoveEnrolment(ctx.actor, row);
    if (!ability.allowed && ability.code === "illegal_move") throw illegalMove(row.state, body.to);
    authorize(ability);
    await checkVersion(ifMatch, "accepted", row.version, () => presentEnrolment(ctx, row));
    const effectiveOn = body.effectiveOn ?? today(ctx);
    refuseMove(
      checkMove({
        from: row.state,
        to: body.to,
        effectiveOn,
        previousOn: fromColumn(row.stateSince),
        today: today(ctx),
        trainingStartsOn: fromColumn(row.cohort.startsOn),
      }),
    );
    if (needReason.has(body.to) && body.reason === undefined) throw reasonRequired(body.to);
    if (body.to === "completed") await checkPlacementDone(ctx, row);
    await writeMove(ctx, row, { to: body.to, effectiveOn, reason: body.reason ?? null });
    return presentChanged(ctx, row.id);
  });
}

interface Move {
  readonly to: EnrolmentState;
  readonly effectiveOn: string;
  readonly reason: string | null;
}

/** The move itself: its state and day, and the event that tells it. Whoever calls it has locked the row and checked. */
export async function writeMove(
  ctx: Ctx,
  row: { readonly id: string; readonly state: EnrolmentState; readonly stateSince: Date },
  { to, effectiveOn, reason }: Move,
): Promise<void> {
  await ctx.db.enrolment.update({
    where: { id: row.id },
    data: { state: to, stateSince: toColumn(effectiveOn), version: { increment: 1 } },
  });
  await append(ctx, {
    type: "enrolment.moved",
    entityId: row.id,
    from: { state: row.state, stateSince: fromColumn(row.stateSince) },
    to: { state: to, reason },
    effectiveOn,
  });
}

/** P1, from the days of validated weeks. */
async function checkPlacementDone(ctx: Ctx, row: EnrolmentRow): Promise<void> {
  const fault = checkCompletion({
    placement: row.placement,
    requiredMinutes: requiredPlacementMinutes(row),
    validatedMinutes: await countValidatedMinutes(ctx, row.id),
  });
  if (fault !== null) throw placementIncomplete(fault);
}
