import { isDeepStrictEqual } from "node:util";
import type { Enrolment, placementWaive } from "@passerelle/contracts/enrolments";
import type { InputOf } from "@passerelle/contracts/http";
import { checkWaiver } from "@passerelle/domain/path/waiver";
import { ApiError } from "../../core/api-error.ts";
import { fromColumn, toColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import type { IfMatch } from "../../http/conditional.ts";
import { changeEnrolment } from "./change-enrolment.ts";
import { refuseWaiver } from "./enrolment-faults.ts";
import { waiverOf } from "./enrolments.present.ts";

/**
 * Waives the placement of somebody whose employment covers the training (P2); a waiver before it lapses and stays. The
 * one in force, said again, changes nothing (G2).
 */
export function waivePlacement(
  ctx: Ctx,
  enrolmentId: string,
  body: InputOf<typeof placementWaive>["body"],
  ifMatch: IfMatch,
): Promise<Enrolment> {
  return changeEnrolment(ctx, enrolmentId, ifMatch, async (ctx, row) => {
    if (row.placement === "not_applicable") throw noPlacement(row.route);
    const training = { startsOn: fromColumn(row.cohort.startsOn), endsOn: fromColumn(row.cohort.endsOn) };
    refuseWaiver(checkWaiver(body, training, today(ctx)));
    const { id: before = null, ...inForce } = waiverOf(row) ?? {};
    if (isDeepStrictEqual(inForce, body)) return null;
    await ctx.db.placementWaiver.updateMany({
      where: { enrolmentId: row.id, lapsedOn: null },
      data: { lapsedOn: toColumn(today(ctx)) },
    });
    const waiver = await ctx.db.placementWaiver.create({
      data: {
        ...body,
        enrolmentId: row.id,
        employedFrom: toColumn(body.employedFrom),
        employedUntil: body.employedUntil === null ? null : toColumn(body.employedUntil),
        proofSeenOn: toColumn(body.proofSeenOn),
      },
      select: { id: true },
    });
    await ctx.db.enrolment.update({ where: { id: row.id }, data: { placement: "waived" } });
    return {
      type: "enrolment.placement-waived",
      from: { placement: row.placement, waiverId: before },
      to: { placement: "waived", waiverId: waiver.id, ...body },
    };
  });
}

function noPlacement(route: "fpc" | "vae"): ApiError {
  const detail =
    route === "vae"
      ? {
          fr: "Une candidature VAE n’a pas de stage : il n’y a rien à dispenser.",
          en: "A VAE candidate has no placement: there is nothing to waive.",
        }
      : {
          fr: "Ce programme n’a pas de stage : il n’y a rien à dispenser.",
          en: "This programme has no placement: there is nothing to waive.",
        };
  return new ApiError("illegal_move", { detail, facts: { placement: "not_applicable" } });
}
