import type { Enrolment } from "@passerelle/contracts/enrolments";
import { legalMoves } from "@passerelle/domain/path/enrolment-state";
import { fromColumn } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { presentPersonSummary } from "../people/people.present.ts";
import { canLogStage, canMoveEnrolment, canPrescribe } from "./enrolments.policy.ts";
import { type EnrolmentRow, findEnrolment } from "./enrolments.queries.ts";

/** The enrolment as its contract shows it, with what the caller may do. */
export function presentEnrolment(ctx: Ctx, row: EnrolmentRow): Enrolment {
  const prescribe = canPrescribe(ctx.actor, row);
  return {
    id: row.id,
    cohortId: row.cohortId,
    cohortName: row.cohort.name,
    person: presentPersonSummary(row.person),
    route: row.route,
    state: row.state,
    stateSince: fromColumn(row.stateSince),
    legalMoves: [...legalMoves(row.state)],
    prescribed: prescribedOf(row),
    placement: {
      need: row.placement,
      requiredMinutes: requiredPlacementMinutes(row),
      waiver: waiverOf(row),
    },
    version: row.version,
    can: {
      move: canMoveEnrolment(ctx.actor, row),
      prescribe,
      waive: prescribe,
      logStage: canLogStage(ctx.actor, row),
    },
  };
}

/** The same, read again after a change. */
export async function presentChanged(ctx: Ctx, enrolmentId: string): Promise<Enrolment> {
  return presentEnrolment(ctx, await findEnrolment(ctx, enrolmentId));
}

/** The programme's placement minutes where a placement is due, else 0. */
export function requiredPlacementMinutes({ placement, cohort }: EnrolmentRow): number {
  return placement === "required" ? cohort.programme.placementMinutes : 0;
}

function prescribedOf(row: EnrolmentRow): Enrolment["prescribed"] {
  const prescribed = new Map(row.blocks.map((block) => [block.blockId, block.prescribedMinutes]));
  return row.cohort.programme.blocks
    .toSorted((one, other) => one.position - other.position)
    .map(({ block, blockId, minutes }) => ({
      blockCode: block.code,
      shortTitle: block.shortTitle,
      prescribedMinutes: prescribed.get(blockId) ?? 0,
      dueMinutes: minutes,
    }));
}

/** The waiver in force. */
export function waiverOf({ waivers: [waiver] }: EnrolmentRow): Enrolment["placement"]["waiver"] {
  if (waiver === undefined) return null;
  return {
    id: waiver.id,
    employer: waiver.employer,
    jobTitle: waiver.jobTitle,
    employedFrom: fromColumn(waiver.employedFrom),
    employedUntil: waiver.employedUntil && fromColumn(waiver.employedUntil),
    proof: waiver.proof,
    proofSeenOn: fromColumn(waiver.proofSeenOn),
  };
}
