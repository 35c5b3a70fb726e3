import type { PlanProof } from "@passerelle/contracts/plans";
import { resourceFindings, type PlanStaff } from "@passerelle/domain/planning/resource-findings";
import type { Ctx } from "../../core/ctx.ts";
import { resourceFindingText } from "./resource-finding-texts.ts";
import { codesOf, findStaff } from "./staff.queries.ts";
import { isLive, planOf, type StoredPlan } from "./stored-plan.ts";

/** What the proof of a stored plan says of its trainers, rooms and competencies: for those who can do something about it (G1). */
export async function resourceFindingsOf(ctx: Ctx, stored: StoredPlan): Promise<PlanProof["findings"]> {
  const found = resourceFindings(stored.shape, planOf(stored), stored.calendar, await staffOf(ctx, stored));
  return found.map((finding) => ({
    code: finding.code,
    facts: { ...finding.facts },
    detail: resourceFindingText(finding)[ctx.locale],
  }));
}

async function staffOf(ctx: Ctx, { halfDays, cohort, programme }: StoredPlan): Promise<PlanStaff> {
  const live = halfDays.filter(isLive);
  const { trainers, rooms } = await findStaff(
    ctx,
    [...new Set(live.flatMap(({ trainerId }) => trainerId ?? []))],
    [...new Set(live.flatMap(({ roomId }) => roomId ?? []))],
  );
  return {
    trainers: trainers.map((trainer) => ({
      ...trainer,
      competencyCodes: codesOf(trainer, programme.titleVersionId),
    })),
    rooms,
    seats: cohort.capacity,
  };
}
