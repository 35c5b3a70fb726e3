import type { Enrolment } from "@passerelle/contracts/enrolments";
import { authorize } from "../../core/ability.ts";
import type { Ctx } from "../../core/ctx.ts";
import { append, type EventInput } from "../../core/events.ts";
import { transaction } from "../../core/transaction.ts";
import { checkVersion, type IfMatch } from "../../http/conditional.ts";
import { whyEnded } from "./enrolment-faults.ts";
import { canPrescribe } from "./enrolments.policy.ts";
import { presentChanged, presentEnrolment } from "./enrolments.present.ts";
import { type EnrolmentRow, lockEnrolment } from "./enrolments.queries.ts";

/**
 * The way of what the referent decides of a path (hours prescribed, waiver): lock the enrolment (404), authorize,
 * compare the version (428, 412), do the change, raise the version, tell the event. A change that answers null changed
 * nothing, and none is told.
 */
export function changeEnrolment(
  ctx: Ctx,
  enrolmentId: string,
  ifMatch: IfMatch,
  change: (ctx: Ctx, row: EnrolmentRow) => Promise<Omit<EventInput, "entityId"> | null>,
): Promise<Enrolment> {
  return transaction(ctx, async (ctx) => {
    const row = await lockEnrolment(ctx, enrolmentId);
    authorize(canPrescribe(ctx.actor, row), whyEnded);
    await checkVersion(ifMatch, "required", row.version, () => presentEnrolment(ctx, row));
    const event = await change(ctx, row);
    if (event === null) return presentEnrolment(ctx, row);
    await ctx.db.enrolment.update({ where: { id: row.id }, data: { version: { increment: 1 } } });
    await append(ctx, { ...event, entityId: row.id });
    return presentChanged(ctx, row.id);
  });
}
