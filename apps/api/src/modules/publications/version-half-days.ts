import type { VersionHalfDay } from "@passerelle/domain/planning/plan-change-facts";
import type { PlanRow, PlanRows } from "../plans/plan-rows.ts";
import type { PlanProgrammeRow } from "../plans/stored-plan.ts";

/** The half-days of a plan as the rules compare them: blocks and competencies by their codes, in the programme's order. */
export function versionHalfDays(programme: PlanProgrammeRow, { halfDays }: PlanRows): VersionHalfDay[] {
  return halfDays.map((row) => versionHalfDay(programme, row));
}

function versionHalfDay({ blocks }: PlanProgrammeRow, { blockId, competencyIds, ...row }: PlanRow): VersionHalfDay {
  const block = blocks.find((each) => each.block.id === blockId)?.block;
  const worked = block?.competencies.filter(({ id }) => competencyIds.includes(id)) ?? [];
  return { ...row, blockCode: block?.code ?? null, competencyCodes: worked.map(({ code }) => code) };
}
