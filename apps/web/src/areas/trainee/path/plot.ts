import type { EnrolmentProgress } from "@passerelle/contracts/progress";

export interface PlotPoint {
  /** A civil day. */
  readonly day: string;
  /** Minutes so far. */
  readonly minutes: number;
}

export interface Plot {
  readonly from: string;
  readonly to: string;
  readonly requiredMinutes: number;
  /** Validated minutes so far, week after week, up to today. */
  readonly validated: readonly PlotPoint[];
  /** Where the present pace leads; null without a forecast. */
  readonly forecast: (PlotPoint & { readonly isEnd: boolean }) | null;
}

/** How far past the deadline is drawn: an end in years to come would leave no room for what was done. */
const DRAWN_DAYS_LATE = 120;

/** The stage hours as a line: what was validated by the end of each week, and where the pace leads. */
export function plotOf({ stage, stageWeeks, asOf }: EnrolmentProgress): Plot {
  const first = stageWeeks.find(({ validatedMinutes }) => validatedMinutes > 0)?.monday ?? asOf;
  let minutes = 0;
  const validated: PlotPoint[] = [{ day: first, minutes: 0 }];
  for (const week of stageWeeks) {
    if (week.validatedMinutes === 0) continue;
    minutes += week.validatedMinutes;
    validated.push({ day: earlier(sundayOf(week.monday), asOf), minutes });
  }
  if (validated.at(-1)?.day !== asOf) validated.push({ day: asOf, minutes });
  const forecast = stage.forecastOn === null ? null : forecastTo(stage.forecastOn, stage, { day: asOf, minutes });
  const to = [asOf, forecast?.day ?? asOf, stage.deadline ?? asOf].toSorted().at(-1) ?? asOf;
  return { from: first, to, requiredMinutes: stage.requiredMinutes, validated, forecast };
}

/** The end of the forecast, or the point of its way that is still drawn. */
function forecastTo(end: string, stage: EnrolmentProgress["stage"], today: PlotPoint): Plot["forecast"] {
  const late = dayAfter(stage.deadline ?? today.day, DRAWN_DAYS_LATE);
  const last = late > today.day ? late : dayAfter(today.day, DRAWN_DAYS_LATE);
  if (end <= last) return { day: end, minutes: stage.requiredMinutes, isEnd: true };
  const part = daysBetween(today.day, last) / daysBetween(today.day, end);
  return { day: last, minutes: today.minutes + part * (stage.requiredMinutes - today.minutes), isEnd: false };
}

/** Whole days between two civil days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function sundayOf(monday: string): string {
  return dayAfter(monday, 6);
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
