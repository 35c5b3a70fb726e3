import type { WorkList } from "@passerelle/contracts/progress";
import { civilDayOf } from "@passerelle/domain/time";
import { today } from "../../core/civil-day.ts";
import type { Ctx } from "../../core/ctx.ts";
import { deadlineOf, stageOf } from "./stage-progress.ts";
import {
  atMost,
  type DraftToPublish,
  type PlacementInProgress,
  type UnsoundPlan,
  type WeeksWaiting,
} from "./work-list.queries.ts";

interface WorkFacts {
  readonly weeks: readonly WeeksWaiting[];
  readonly placements: readonly PlacementInProgress[];
  readonly plans: readonly UnsoundPlan[];
  readonly toStaff: WorkList["halfDaysToStaff"];
  readonly drafts: readonly DraftToPublish[];
}

/** What needs doing, the most urgent first; the totals count beyond what the lists name. */
export function presentWorkList(ctx: Ctx, { weeks, placements, plans, toStaff, drafts }: WorkFacts): WorkList {
  const [oldest] = weeks;
  return {
    asOf: today(ctx),
    weeksToValidate: {
      count: weeks.reduce((total, { count }) => total + count, 0),
      minutes: weeks.reduce((total, { minutes }) => total + minutes, 0),
      oldestSubmittedOn: oldest ? civilDayOf(oldest.oldestSubmittedAt.toTemporalInstant()) : null,
      cohorts: weeks.slice(0, atMost).map(({ cohortId, cohortName, count }) => ({ cohortId, cohortName, count })),
    },
    traineesBehind: traineesBehind(placements, today(ctx)),
    cohortsWithoutSoundPlan: [...plans],
    halfDaysToStaff: toStaff,
    draftsToPublish: [...drafts],
  };
}

/** The nearest deadline first, then whoever has most left to do. */
function traineesBehind(placements: readonly PlacementInProgress[], day: string): WorkList["traineesBehind"] {
  return placements
    .map(({ endsOn, firstExamDay, ...placement }) => {
      const deadline = deadlineOf(firstExamDay, endsOn);
      return { ...placement, deadline, stage: stageOf({ ...placement, deadline }, day) };
    })
    .filter(({ stage }) => stage.standing === "behind")
    .toSorted(
      (a, b) =>
        a.deadline.localeCompare(b.deadline) ||
        b.stage.leftMinutes - a.stage.leftMinutes ||
        a.enrolmentId.localeCompare(b.enrolmentId),
    )
    .slice(0, atMost)
    .map(({ enrolmentId, cohortId, cohortName, person, deadline, stage: { leftMinutes, forecastOn } }) => ({
      enrolmentId,
      cohortId,
      cohortName,
      person,
      leftMinutes,
      forecastOn,
      deadline,
    }));
}
