import type { PlacementNeed } from "../path/enrolment-state.ts";
import { civilDayAt, dayNumberOf, type CivilDay } from "../time.ts";
import { previousWeek, weekOf, type IsoWeek } from "./iso-week.ts";

/** The minutes of one week; what the tutor confirmed and nobody validated yet is in `declaredMinutes`. */
export interface WeekMinutes {
  readonly week: IsoWeek;
  readonly declaredMinutes: number;
  readonly validatedMinutes: number;
}

/** What is due, what is validated, and at what pace; null when there is none. */
export interface StageProgress {
  readonly requiredMinutes: number;
  readonly validatedMinutes: number;
  readonly weeklyPaceMinutes: number | null;
}

/** A progress, when it would end, and by when it must. */
export interface StageDue extends StageProgress {
  readonly placement: PlacementNeed;
  readonly forecastOn: CivilDay | null;
  readonly deadline: CivilDay | null;
}

/** `no_pace`: nothing lately, and time enough; whoever could not finish even at full time is `behind`. */
export type StageStanding = "not_required" | "done" | "on_pace" | "behind" | "no_pace";

const PACE_WEEKS = 4;
const DAYS_A_WEEK = 7;

/** Days are told up to here (G4). */
const LAST_DAY = dayNumberOf("2099-12-31");

/** A week at full time, 35 h (article L3121-27 of the labour code). */
const FULL_WEEK_MINUTES = 2100;

/** Minutes a week over the four full weeks before today's (domain §5); a week without hours counts as 0. */
export function stagePace(weeks: readonly WeekMinutes[], today: CivilDay): number | null {
  const counted = lastFullWeeks(today);
  const minutes = weeks
    .filter(({ week }) => counted.includes(week))
    .reduce((total, { declaredMinutes, validatedMinutes }) => total + declaredMinutes + validatedMinutes, 0);
  return Math.round(minutes / PACE_WEEKS) || null;
}

/**
 * Today and as many whole weeks as what is left takes (domain §5); only validated minutes are no longer left. Null
 * without a pace, and at one that would take it past the last day of the calendar.
 */
export function stageForecast(progress: StageProgress, today: CivilDay): CivilDay | null {
  const { weeklyPaceMinutes } = progress;
  const left = leftMinutes(progress);
  if (left <= 0 || weeklyPaceMinutes === null || weeklyPaceMinutes <= 0) return null;
  const day = dayNumberOf(today) + DAYS_A_WEEK * Math.ceil(left / weeklyPaceMinutes);
  return day <= LAST_DAY ? civilDayAt(day) : null;
}

/** Whether a trainee will be done by the deadline; without one, nobody is late. */
export function stageStanding(due: StageDue, today: CivilDay): StageStanding {
  const { placement, weeklyPaceMinutes, forecastOn, deadline } = due;
  const left = leftMinutes(due);
  if (placement !== "required") return "not_required";
  if (left <= 0) return "done";
  if (weeklyPaceMinutes === null) {
    return deadline !== null && left > mostMinutesBy(deadline, today) ? "behind" : "no_pace";
  }
  return deadline !== null && (forecastOn === null || forecastOn > deadline) ? "behind" : "on_pace";
}

function leftMinutes({ requiredMinutes, validatedMinutes }: StageProgress): number {
  return requiredMinutes - validatedMinutes;
}

/**
 * The most that can be done at full time from today, below 0 once the deadline is past. Weeks are counted from day to
 * day, as the forecast counts them.
 */
function mostMinutesBy(deadline: CivilDay, today: CivilDay): number {
  const daysLeft = dayNumberOf(deadline) - dayNumberOf(today);
  return (daysLeft * FULL_WEEK_MINUTES) / DAYS_A_WEEK;
}

function lastFullWeeks(today: CivilDay): IsoWeek[] {
  const weeks: IsoWeek[] = [];
  for (let week = previousWeek(weekOf(today)); weeks.length < PACE_WEEKS; week = previousWeek(week)) weeks.push(week);
  return weeks;
}
