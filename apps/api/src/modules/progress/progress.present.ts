import type { CohortProgress, EnrolmentProgress, TraineeProgress } from "@passerelle/contracts/progress";
import { certificationState } from "@passerelle/domain/certification/certification-state";
import { courseHours } from "@passerelle/domain/hours/course-hours";
import { isLive } from "@passerelle/domain/path/enrolment-state";
import { weekFromMonday } from "@passerelle/domain/placement/iso-week";
import { localTimeOf } from "@passerelle/domain/time";
import { notFound } from "../../core/api-error.ts";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { type CohortFacts, endedStates, type TraineeFacts } from "./progress.queries.ts";
import { deadlineOf, minutesByState, stageOf } from "./stage-progress.ts";

const french = new Intl.Collator("fr");

/** A line for each trainee, by usual name then given name. */
export function presentCohortProgress(ctx: Ctx, facts: CohortFacts): CohortProgress {
  const trainees = facts.trainees.map((trainee) => presentTrainee(ctx, facts, trainee)).toSorted(byName);
  return {
    cohortId: facts.cohortId,
    asOf: today(ctx),
    capacity: facts.capacity,
    seatsTaken: trainees.filter(({ route, state }) => route === "fpc" && isLive(state)).length, // A4
    deadline: deadlineOf(facts.examDays[0], facts.endsOn),
    behind: trainees.filter(({ stage }) => stage.standing === "behind").length,
    trainees,
  };
}

/** The same line for one enrolment, with its cohort's sessions and exam, and its weeks. */
export function presentEnrolmentProgress(ctx: Ctx, facts: CohortFacts): EnrolmentProgress {
  const [trainee] = facts.trainees;
  if (trainee === undefined) throw notFound();
  const now = localTimeOf(ctx.now);
  const isPassed = (end: string) => end <= now && (!hasEnded(trainee) || end.slice(0, 10) <= trainee.stateSince);
  return {
    asOf: today(ctx),
    cohortName: facts.cohortName,
    ...presentTrainee(ctx, facts, trainee),
    sessions: { passed: facts.sessionEnds.filter(isPassed).length, total: facts.sessionEnds.length },
    examDays: facts.examDays,
    stageWeeks: trainee.weeks.map((week) => ({
      week: weekFromMonday(week.monday),
      monday: week.monday,
      ...minutesByState([week]),
    })),
  };
}

function presentTrainee(ctx: Ctx, cohort: CohortFacts, trainee: TraineeFacts): TraineeProgress {
  const { placementMinutes } = cohort;
  const deadline = deadlineOf(cohort.examDays[0], cohort.endsOn);
  return {
    enrolmentId: trainee.enrolmentId,
    cohortId: cohort.cohortId,
    person: trainee.person,
    route: trainee.route,
    state: trainee.state,
    course: courseOf(cohort, trainee),
    stage: stageOf({ ...trainee, placementMinutes, deadline }, today(ctx)),
    certification: certificationOf(cohort, trainee),
  };
}

function hasEnded({ state }: TraineeFacts): boolean {
  return endedStates.includes(state);
}

function courseOf(cohort: CohortFacts, trainee: TraineeFacts): TraineeProgress["course"] {
  const blocks = cohort.blocks.map(({ plannedHalfDays, ...block }, index) => {
    const { prescribedMinutes, passedHalfDays } = trainee.blocks[index] ?? { prescribedMinutes: 0, passedHalfDays: 0 };
    const plannedMinutes = plannedHalfDays * cohort.halfDayMinutes;
    const passedMinutes = passedHalfDays * cohort.halfDayMinutes;
    const hours = { prescribedMinutes, plannedMinutes, passedMinutes, hasEnded: hasEnded(trainee) };
    return { ...block, prescribedMinutes, plannedMinutes, ...courseHours(hours) };
  });
  const total = (minutes: (block: (typeof blocks)[number]) => number) =>
    blocks.reduce((sum, block) => sum + minutes(block), 0);
  return {
    prescribedMinutes: total((block) => block.prescribedMinutes),
    plannedMinutes: total((block) => block.plannedMinutes),
    passedMinutes: total((block) => block.passedMinutes),
    toComeMinutes: total((block) => block.toComeMinutes),
    unplannedMinutes: total((block) => block.unplannedMinutes),
    blocks,
  };
}

/** E9, E11: a certificate obtained once is held, whatever was decided after; else the latest decision speaks. */
function certificationOf({ ccps }: CohortFacts, { results }: TraineeFacts): TraineeProgress["certification"] {
  const decisionOn = (blockCode: string | null) => {
    const decisions = results.filter((result) => result.blockCode === blockCode);
    return decisions.find(({ obtained }) => obtained) ?? decisions.at(-1);
  };
  const interview = decisionOn(null);
  const blocks = ccps.map(({ code }) => code);
  const held = blocks.filter((code) => decisionOn(code)?.obtained);
  return {
    state: certificationState({ blocks, held, interviewPassed: interview?.obtained ?? false }),
    ccps: ccps.map(({ code, shortTitle }) => {
      const decision = decisionOn(code);
      return {
        blockCode: code,
        shortTitle,
        outcome: decision === undefined ? "undecided" : decision.obtained ? "held" : "not_obtained",
        decidedOn: decision?.decidedOn ?? null,
        reason: decision?.reason ?? null,
      };
    }),
    finalInterview: interview === undefined ? "undecided" : interview.obtained ? "passed" : "not_passed",
  };
}

function byName({ person: a, enrolmentId }: TraineeProgress, { person: b, ...other }: TraineeProgress): number {
  return (
    french.compare(a.usualName, b.usualName) ||
    french.compare(a.givenName, b.givenName) ||
    enrolmentId.localeCompare(other.enrolmentId)
  );
}
