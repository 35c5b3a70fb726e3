import type { Cohort } from "@passerelle/contracts/cohorts";
import type { CohortState } from "@passerelle/contracts/states";
import { cohortStateOn } from "@passerelle/domain/cohort/cohort-state";
import { fromColumn, today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { presentProgrammeSummary } from "../programmes/programmes.present.ts";
import { canManageCohort } from "./cohorts.policy.ts";
import { type CohortRow, emptyPlanLine, holidayZoneOf, type PlanLine, planLines } from "./cohorts.queries.ts";

/** The cohort as its contract shows it, with what the caller may do. */
export async function presentCohort(ctx: Ctx, row: CohortRow): Promise<Cohort> {
  const lines = await planLines(ctx.db, [row.id]);
  return cohortOf(ctx, row, lines.get(row.id) ?? emptyPlanLine);
}

/** The same for a row whose plan line is at hand. */
export function cohortOf(ctx: Ctx, row: CohortRow, line: PlanLine): Cohort {
  const manage = canManageCohort(ctx.actor, row);
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    ...datesOf(row),
    capacity: row.capacity,
    programme: presentProgrammeSummary(row.programme),
    site: row.site && { id: row.site.id, name: row.site.name },
    holidayZone: holidayZoneOf(row),
    state: stateOf(ctx, row),
    cancelledReason: row.cancelledReason,
    plan: {
      sessions: line.sessions,
      halfDays: line.halfDays,
      dueMinutes: row.programme.theoryMinutes,
      plannedMinutes: line.fed * row.programme.halfDayMinutes,
      firstDay: line.firstDay && fromColumn(line.firstDay),
      lastDay: line.lastDay && fromColumn(line.lastDay),
    },
    version: row.version,
    can: { update: manage, cancel: manage, plan: manage },
  };
}

/** The state of a cohort today. */
export function stateOf(ctx: Ctx, row: CohortRow): CohortState {
  return cohortStateOn(today(ctx), { ...datesOf(row), isCancelled: row.cancelledReason !== null });
}

function datesOf(row: CohortRow) {
  return {
    registrationOpensOn: fromColumn(row.registrationOpensOn),
    registrationClosesOn: fromColumn(row.registrationClosesOn),
    startsOn: fromColumn(row.startsOn),
    endsOn: fromColumn(row.endsOn),
  };
}
