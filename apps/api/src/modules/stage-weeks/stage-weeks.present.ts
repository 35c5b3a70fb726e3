import type { stageHours, StageWeek } from "@passerelle/contracts/stage-weeks";
import { weekFromMonday, weekOf } from "@passerelle/domain/placement/iso-week";
import type { z } from "zod";
import type { Actor } from "../../core/actor.ts";
import { fromColumn } from "../../core/civil-day.ts";
import { presentPersonSummary } from "../people/people.present.ts";
import { canDecideWeek, canLogWeek, canSubmitWeek } from "./stage-weeks.policy.ts";
import type { StageHoursRow, StageWeekRow } from "./stage-weeks.queries.ts";

/** The week as its contract shows it, with what the caller may do. */
export function presentStageWeek(actor: Actor, row: StageWeekRow): StageWeek {
  const monday = fromColumn(row.monday);
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    cohortId: row.enrolment.cohortId,
    cohortName: row.enrolment.cohort.name,
    person: presentPersonSummary(row.enrolment.person),
    week: weekFromMonday(monday),
    monday,
    state: row.state,
    days: daysLogged(row),
    minutes: row.days.reduce((total, { minutes }) => total + minutes, 0),
    returnedReason: row.returnedReason,
    submittedAt: row.submittedAt,
    validatedAt: row.validatedAt,
    version: row.version,
    can: {
      log: canLogWeek(actor, row),
      submit: canSubmitWeek(actor, row),
      validate: canDecideWeek(actor, row, "validate"),
      return: canDecideWeek(actor, row, "return"),
    },
  };
}

/** The days of a week that were logged, in their order. */
export function daysLogged({ days }: Pick<StageWeekRow, "days">): StageWeek["days"] {
  return days.map(({ day, minutes, activity }) => ({ day: fromColumn(day), minutes, activity }));
}

/** One day of one trainee, as its contract shows it. */
export function presentStageHours(row: StageHoursRow): z.infer<typeof stageHours> {
  const day = fromColumn(row.day);
  return {
    enrolmentId: row.stageWeek.enrolmentId,
    stageWeekId: row.stageWeekId,
    week: weekOf(day),
    day,
    minutes: row.minutes,
    activity: row.activity,
    state: row.stageWeek.state,
  };
}
