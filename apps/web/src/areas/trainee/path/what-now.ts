import type { HalfDay } from "@passerelle/contracts/plans";
import type { EnrolmentProgress } from "@passerelle/contracts/progress";
import type { StageWeek } from "@passerelle/contracts/stage-weeks";
import { previousWeek, weekOf } from "@passerelle/domain/placement/iso-week";

/** The one thing to do now, most pressing first. */
export type Now =
  | { readonly kind: "returned"; readonly week: string; readonly monday: string; readonly reason: string }
  | { readonly kind: "to_submit"; readonly week: string; readonly monday: string; readonly minutes: number }
  | { readonly kind: "to_log"; readonly week: string }
  | { readonly kind: "next_course"; readonly halfDay: HalfDay }
  | { readonly kind: "title" }
  | { readonly kind: "nothing" };

interface Situation {
  readonly progress: EnrolmentProgress;
  /** The trainee's weeks, latest first. */
  readonly weeks: readonly StageWeek[];
  /** The first half-day still to come. */
  readonly next: HalfDay | null;
}

/** What a trainee should do now: a week to correct, to submit or to log comes before the next course. */
export function whatNow({ progress, weeks, next }: Situation): Now {
  const thisWeek = weekOf(progress.asOf);
  const logs = progress.state === "in_training" && progress.stage.need === "required" && progress.stage.leftMinutes > 0;
  const drafts = weeks.filter(({ state }) => state === "draft").toReversed();
  const returned = drafts.find(({ returnedReason }) => returnedReason !== null);
  if (logs && returned !== undefined) {
    return { kind: "returned", week: returned.week, monday: returned.monday, reason: returned.returnedReason ?? "" };
  }
  const over = drafts.find(({ week, minutes }) => week < thisWeek && minutes > 0);
  if (logs && over !== undefined) {
    return { kind: "to_submit", week: over.week, monday: over.monday, minutes: over.minutes };
  }
  const lastWeek = previousWeek(thisWeek);
  const isCourseSoon = next !== null && weekOf(next.day) === thisWeek;
  if (logs && !isCourseSoon && !weeks.some(({ week }) => week === lastWeek)) return { kind: "to_log", week: lastWeek };
  if (next !== null) return { kind: "next_course", halfDay: next };
  return progress.certification.state === "title" ? { kind: "title" } : { kind: "nothing" };
}
