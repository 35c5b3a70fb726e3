import type { EnrolmentState, PlacementNeed } from "@passerelle/contracts/enrolments";
import type { StageProgress } from "@passerelle/contracts/progress";
import { weekFromMonday } from "@passerelle/domain/placement/iso-week";
import { stageForecast, stagePace, stageStanding } from "@passerelle/domain/placement/pace";
import { type CivilDay, civilDayAt, dayNumberOf } from "@passerelle/domain/time";
import { endedStates, type TraineeFacts } from "./progress.queries.ts";

type Week = TraineeFacts["weeks"][number];

/** What a trainee's stage figures follow from. */
export interface StageFacts {
  readonly placement: PlacementNeed;
  readonly state: EnrolmentState;
  readonly weeks: readonly Week[];
  readonly placementMinutes: number;
  readonly deadline: CivilDay;
}

/** The last day to be done with the placement: the day before the first exam day, else the cohort's last. */
export function deadlineOf(firstExamDay: CivilDay | null | undefined, endsOn: CivilDay): CivilDay {
  return firstExamDay ? civilDayAt(dayNumberOf(firstExamDay) - 1) : endsOn;
}

/** Stage figures as sums of weeks; once an enrolment has ended nobody waits for it, so it is never behind. */
export function stageOf(facts: StageFacts, today: CivilDay): StageProgress {
  const { placement } = facts;
  const requiredMinutes = placement === "required" ? facts.placementMinutes : 0;
  const sums = minutesByState(facts.weeks);
  const { validatedMinutes } = sums;
  const hasEnded = endedStates.includes(facts.state);
  const weeklyPaceMinutes = hasEnded ? null : stagePace(facts.weeks.map(paceWeek), today);
  const progress = { requiredMinutes, validatedMinutes, weeklyPaceMinutes };
  const forecastOn = stageForecast(progress, today);
  const deadline = placement === "required" ? facts.deadline : null;
  return {
    need: placement,
    ...progress,
    ...sums,
    leftMinutes: Math.max(0, requiredMinutes - validatedMinutes),
    forecastOn,
    deadline,
    standing: stageStanding({ ...progress, placement, forecastOn, deadline: hasEnded ? null : deadline }, today),
  };
}

/** Minutes by what was said of them, never mixed. */
export function minutesByState(weeks: readonly Week[]) {
  const minutesOf = (state: Week["state"]) =>
    weeks.reduce((total, week) => total + (week.state === state ? week.minutes : 0), 0);
  return {
    draftMinutes: minutesOf("draft"),
    declaredMinutes: minutesOf("submitted"),
    confirmedMinutes: minutesOf("confirmed"),
    validatedMinutes: minutesOf("validated"),
  };
}

/** Pace counts what the tutor confirmed with what is declared (domain §5); drafts are nobody's word yet. */
function paceWeek(week: Week) {
  const { declaredMinutes, confirmedMinutes, validatedMinutes } = minutesByState([week]);
  return { week: weekFromMonday(week.monday), declaredMinutes: declaredMinutes + confirmedMinutes, validatedMinutes };
}
