import type { Enrolment, placementWaiverEnd } from "@passerelle/contracts/enrolments";
import type { InputOf } from "@passerelle/contracts/http";
import { checkWaiverEnd } from "@passerelle/domain/path/waiver-end";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn, toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changeEnrolment } from "./change-enrolment.ts";
import { refuseWaiverEnd } from "./enrolment-faults.ts";

/** Lets a waiver lapse because the job ended: the placement is due again (P2), and the waiver stays with its last day. */
export function endPlacementWaiver(
  ctx: Ctx,
  enrolmentId: string,
  { endedOn, reason }: InputOf<typeof placementWaiverEnd>["body"],
  ifMatch: IfMatch,
): Promise<Enrolment> {
  return changeEnrolment(ctx, enrolmentId, ifMatch, async (ctx, row) => {
    const waiver = row.waivers[0];
    if (waiver === undefined) throw noWaiver(row.placement);
    const employedUntil = waiver.employedUntil && fromColumn(waiver.employedUntil);
    refuseWaiverEnd(
      checkWaiverEnd({
        endedOn,
        employedFrom: fromColumn(waiver.employedFrom),
        employedUntil,
        trainingEndsOn: fromColumn(row.cohort.endsOn),
        today: today(ctx),
      }),
    );
    await ctx.db.placementWaiver.update({
      where: { id: waiver.id },
      data: { lapsedOn: toColumn(endedOn), employedUntil: toColumn(endedOn) },
    });
    await ctx.db.enrolment.update({ where: { id: row.id }, data: { placement: "required" } });
    return {
      type: "enrolment.placement-waiver-lapsed",
      from: { placement: row.placement, waiverId: waiver.id, employedUntil },
      to: { placement: "required", endedOn, reason },
      effectiveOn: endedOn,
    };
  });
}

function noWaiver(placement: string): ApiError {
  return new ApiError("illegal_move", {
    detail: {
      fr: "Aucune dispense de stage n’est en cours : rien à terminer.",
      en: "No placement waiver is in force: there is nothing to end.",
    },
    facts: { placement },
  });
}
